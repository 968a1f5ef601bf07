/** The banned globals: real time, chance and output, which the machine must never touch where a run depends on it. */
import ts from 'typescript';
import type { SourceText } from './source-files.ts';

/** What is banned, and what to use instead. */
export const BANNED_GLOBALS: Readonly<Record<string, string>> = {
  Date: 'readClockMicros() of the process',
  setTimeout: 'schedule() of the process or broker environment',
  setInterval: 'schedule()',
  setImmediate: 'schedule()',
  clearTimeout: 'cancel() of the task',
  clearInterval: 'cancel() of the task',
  clearImmediate: 'cancel() of the task',
  queueMicrotask: 'nextTick() of the process',
  crypto: 'random() of the process',
  fetch: 'the virtual network',
  console: 'record()',
  performance: 'readClockMicros()',
  process: 'currentProcess()',
  Buffer: 'Uint8Array, or the virtual Buffer',
  MessageChannel: 'the settle step of the kernel',
  Worker: 'a host',
  WebSocket: 'the virtual network',
  XMLHttpRequest: 'the virtual network',
  postMessage: 'a host',
  require: 'an import',
  eval: 'nothing',
  Function: 'nothing',
};

const ways = new Set(['globalThis', 'global', 'self', 'window']);

/** Says for each source which banned globals it touches. `allowed` names those that a file may touch. */
export function bannedGlobalProblems(sources: readonly SourceText[], allowed: Readonly<Record<string, readonly string[]>> = {}): string[] {
  const texts = new Map(
    sources.map(({ path, text }) => [path, ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS)]),
  );
  const checker = ts.createProgram([...texts.keys()], options, hostFor(texts)).getTypeChecker();
  return [...texts].flatMap(([path, file]) => {
    const problems: string[] = [];
    const visit = (node: ts.Node): void => {
      const name = bannedName(node, checker);
      if (name !== null && !allowed[path]?.includes(name)) {
        const { line } = file.getLineAndCharacterOfPosition(node.getStart());
        problems.push(`${path}:${line + 1} touches the real ${name}; use ${insteadOf(name)}.`);
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
    return problems;
  });
}

/** No library and no other file is loaded: a name without a declaration in its own file is a global. */
const options: ts.CompilerOptions = { noLib: true, noResolve: true, allowJs: false, types: [], target: ts.ScriptTarget.ESNext };

function hostFor(texts: ReadonlyMap<string, ts.SourceFile>): ts.CompilerHost {
  return {
    getSourceFile: (path) => texts.get(path),
    getDefaultLibFileName: () => 'none.d.ts',
    writeFile: () => undefined,
    getCurrentDirectory: () => '',
    getCanonicalFileName: (path) => path,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
    fileExists: (path) => texts.has(path),
    readFile: (path) => texts.get(path)?.text,
  };
}

function insteadOf(name: string): string {
  return name === 'Math.random' ? 'random() of the process or broker environment' : (BANNED_GLOBALS[name] ?? 'nothing');
}

/** The banned global that this very node names, or null. */
function bannedName(node: ts.Node, checker: ts.TypeChecker): string | null {
  if (ts.isPropertyAccessExpression(node)) return bannedMember(node.expression, node.name.text, checker);
  if (ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression)) {
    return bannedMember(node.expression, node.argumentExpression.text, checker);
  }
  if (!ts.isIdentifier(node) || !Object.hasOwn(BANNED_GLOBALS, node.text)) return null;
  return isUseOfValue(node) && isGlobal(node, checker) ? node.text : null;
}

/** `Math.random` and `globalThis.Date`, however deep: `globalThis.globalThis.Date`. */
function bannedMember(object: ts.Expression, member: string, checker: ts.TypeChecker): string | null {
  const isMath = (ts.isIdentifier(object) && object.text === 'Math' && isGlobal(object, checker)) || isWay(object, 'Math', checker);
  if (isMath) return member === 'random' ? 'Math.random' : null;
  return Object.hasOwn(BANNED_GLOBALS, member) && isGlobalObject(object, checker) ? member : null;
}

function isGlobalObject(node: ts.Expression, checker: ts.TypeChecker): boolean {
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node)) return isGlobalObject(node.expression, checker);
  if (ts.isIdentifier(node)) return ways.has(node.text) && isGlobal(node, checker);
  return ts.isPropertyAccessExpression(node) && ways.has(node.name.text) && isGlobalObject(node.expression, checker);
}

function isWay(node: ts.Expression, name: string, checker: ts.TypeChecker): boolean {
  return ts.isPropertyAccessExpression(node) && node.name.text === name && isGlobalObject(node.expression, checker);
}

/** Not a type, not the name of a member, not a declaration; nor what tells values apart, `x instanceof Date` and `Date.prototype`. */
function isUseOfValue(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPartOfTypeNode(node) || ts.isTypeQueryNode(parent)) return false;
  if (ts.isPropertyAccessExpression(parent) && (parent.name === node || parent.name.text === 'prototype')) return false;
  if (ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.InstanceOfKeyword && parent.right === node) return false;
  if (ts.isQualifiedName(parent) || ts.isImportSpecifier(parent) || ts.isExportSpecifier(parent)) return false;
  if (ts.isBindingElement(parent)) return parent.initializer === node;
  const isNamed = (parent as Partial<ts.NamedDeclaration>).name === node;
  return !isNamed || ts.isShorthandPropertyAssignment(parent);
}

/** A name that its own file does not declare, or declares only as ambient (`declare const Date`). */
function isGlobal(node: ts.Identifier, checker: ts.TypeChecker): boolean {
  const symbol = ts.isShorthandPropertyAssignment(node.parent)
    ? checker.getShorthandAssignmentValueSymbol(node.parent)
    : checker.getSymbolAtLocation(node);
  const declarations = symbol?.declarations ?? [];
  return declarations.every((declaration) => (ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Ambient) !== 0);
}
