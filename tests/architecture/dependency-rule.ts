/** The dependency rule: which part of the project may import which, and of which it may only import types. */
import { posix } from 'node:path';
import ts from 'typescript';
import type { SourceText } from './source-files.ts';

interface Import {
  readonly target: string;
  readonly isTypeOnly: boolean;
}

/** A part's name ends with a slash and stands for all that is below it; `*` is any one folder. */
interface Allowance {
  readonly values: readonly string[];
  readonly types: readonly string[];
}

const machine = ['sandbox/engine/', 'sandbox/trace/'];

/** What each part may import besides itself; the longest matching name counts. */
const allowances: Readonly<Record<string, Allowance>> = {
  'sandbox/trace/': { values: [], types: [] },
  'sandbox/engine/': { values: ['sandbox/trace/'], types: [] },
  'sandbox/node/': { values: machine, types: [] },
  'sandbox/clients/': { values: [...machine, 'sandbox/node/'], types: [] },
  'sandbox/course/': { values: machine, types: [] },
  'sandbox/brokers/': { values: machine, types: [] },
  'sandbox/brokers/*/': { values: [...machine, 'sandbox/brokers/parts/'], types: [] },
  'sandbox/compiler/': { values: ['sandbox/engine/program.ts'], types: machine },
  'sandbox/judge/': { values: ['sandbox/trace/', 'sandbox/engine/units.ts'], types: ['sandbox/engine/'] },
  'sandbox/host/': { values: ['sandbox/'], types: [] },
  'content/': { values: ['sandbox/trace/', 'sandbox/judge/', 'sandbox/course/'], types: ['sandbox/'] },
  'src/': { values: ['content/', 'sandbox/'], types: [] },
  'scripts/': { values: ['content/', 'sandbox/', 'src/'], types: [] },
  'tests/': { values: [''], types: [] },
  // A bench drives the page as the tests do.
  'bench/': { values: ['content/', 'sandbox/', 'scripts/', 'src/', 'tests/browser/'], types: [] },
};

/** Parts whose code runs inside the machine: they reach nothing of Node and only the packages named here. */
const packagesOf: Readonly<Record<string, readonly string[]>> = {
  'sandbox/trace/': ['@noble/hashes'],
  'sandbox/engine/': [],
  'sandbox/judge/': [],
  'sandbox/course/': ['node:net'],
  'sandbox/node/': ['events', 'readable-stream', 'string_decoder', '@noble/hashes'],
  'sandbox/brokers/': ['amqplib'],
};

/** Says in a sentence what each forbidden import of a file is. */
export function dependencyProblems(source: SourceText): string[] {
  return importsOf(source).flatMap(({ target, isTypeOnly }) => {
    const problem =
      target.startsWith('.') || target.startsWith('#')
        ? localProblem(source.path, target, isTypeOnly)
        : packageProblem(source.path, target);
    return problem === null ? [] : [`${source.path} ${problem}`];
  });
}

/** The folder that the path lies in, as far as the most exact matching name goes, and what is said of it. */
function partOf<Value>(path: string, parts: Readonly<Record<string, Value>>): { folder: string; said: Value } | undefined {
  return Object.entries(parts)
    .map(([name, said]) => ({ folder: new RegExp(`^${name.replaceAll('*', '[^/]+')}`, 'u').exec(path)?.[0] ?? null, said }))
    .filter((part): part is { folder: string; said: Value } => part.folder !== null)
    .sort((one, other) => other.folder.length - one.folder.length)[0];
}

function localProblem(path: string, target: string, isTypeOnly: boolean): string | null {
  const imported = target.startsWith('#course/')
    ? `sandbox/course/${target.slice('#course/'.length)}.ts`
    : posix.normalize(posix.join(posix.dirname(path), target));
  const part = partOf(path, allowances);
  if (part === undefined || imported.startsWith(part.folder)) {
    return crossesModelLine(path, imported) ? `is a model and must not import its protocol ${imported}.` : null;
  }
  const isIn = (places: readonly string[]) => places.some((place) => imported.startsWith(place)) && !isHostFromBelow(part.folder, imported);
  if (isIn(part.said.values) || (isTypeOnly && isIn(part.said.types))) return null;
  return isIn(part.said.types) ? `may import only types from ${imported}.` : `must not import ${imported}.`;
}

/** A way in is for those who start runs, never for what runs. */
function isHostFromBelow(part: string, imported: string): boolean {
  return imported.startsWith('sandbox/host/') && !['src/', 'scripts/', 'tests/', 'bench/'].includes(part);
}

/** `brokers/<name>/model…` decides what happens; bytes are the protocol's business. */
function crossesModelLine(path: string, imported: string): boolean {
  return /^sandbox\/brokers\/[^/]+\/model/u.test(path) && /^sandbox\/brokers\/[^/]+\/protocol/u.test(imported);
}

function packageProblem(path: string, target: string): string | null {
  const part = partOf(path, packagesOf);
  if (part === undefined) return null;
  const name = /^(@[^/]+\/)?[^/]+/u.exec(target)?.[0] ?? target;
  return part.said.includes(name) ? null : `must not import the package ${target}.`;
}

function importsOf({ path, text }: SourceText): Import[] {
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      const isTypeOnly = node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword || onlyNamesTypes(node.importClause?.namedBindings);
      found.push({ target: node.moduleSpecifier.text, isTypeOnly });
    } else if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined && ts.isStringLiteral(node.moduleSpecifier)) {
      found.push({ target: node.moduleSpecifier.text, isTypeOnly: node.isTypeOnly });
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [specifier] = node.arguments;
      if (specifier !== undefined && ts.isStringLiteralLike(specifier)) found.push({ target: specifier.text, isTypeOnly: false });
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal)) {
      found.push({ target: node.argument.literal.text, isTypeOnly: true });
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, false, ts.ScriptKind.TS));
  return found;
}

function onlyNamesTypes(bindings: ts.NamedImportBindings | undefined): boolean {
  return (
    bindings !== undefined &&
    ts.isNamedImports(bindings) &&
    bindings.elements.length > 0 &&
    bindings.elements.every((element) => element.isTypeOnly)
  );
}
