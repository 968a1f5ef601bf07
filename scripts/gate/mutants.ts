/** Mutants: small changes to a solution, each of which a good set of checks should notice. */
import ts from 'typescript';

export interface Mutant {
  /** What was changed and where: `worker.ts:12: dropped the await`. */
  readonly name: string;
  /** The whole text of the file after the change. */
  readonly text: string;
}

/** Every mutant of one file, in the order of the places that are changed. */
export function mutantsOf(file: string, text: string): readonly Mutant[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ESNext, true, ts.ScriptKind.TS);
  const edits: Edit[] = [];
  const visit = (node: ts.Node): void => {
    for (const way of ways) edits.push(...way(node, source));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return edits
    .sort((one, other) => one.start - other.start)
    .map(({ start, end, with: replacement, said }) => ({
      name: `${file}:${source.getLineAndCharacterOfPosition(start).line + 1}: ${said}`,
      text: text.slice(0, start) + replacement + text.slice(end),
    }));
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly with: string;
  readonly said: string;
}

type Way = (node: ts.Node, source: ts.SourceFile) => readonly Edit[];

const dropAwait: Way = (node, source) => {
  if (!ts.isAwaitExpression(node)) return [];
  const start = node.getStart(source);
  return [{ start, end: node.expression.getStart(source), with: '', said: 'dropped the await' }];
};

/** Calls that tell a broker that a message is done with, in any of the clients. */
const settling = /^(x?ack|ackall|nack|lrem|commit\w*|resolveoffset)$/i;

const dropAck: Way = (node, source) => {
  if (!ts.isExpressionStatement(node)) return [];
  const called = ts.isAwaitExpression(node.expression) ? node.expression.expression : node.expression;
  if (!ts.isCallExpression(called)) return [];
  const name = ts.isPropertyAccessExpression(called.expression) ? called.expression.name.text : called.expression.getText(source);
  if (!settling.test(name)) return [];
  return [{ start: node.getStart(source), end: node.end, with: ';', said: `dropped the call of ${name}` }];
};

const swapStatements: Way = (node, source) => {
  if (!ts.isBlock(node) && !ts.isSourceFile(node)) return [];
  return node.statements.flatMap((first, index) => {
    const second = node.statements[index + 1];
    if (second === undefined || declares(first) || declares(second)) return [];
    const start = first.getStart(source);
    const between = source.text.slice(first.end, second.getStart(source));
    return [{ start, end: second.end, with: second.getText(source) + between + first.getText(source), said: 'swapped two statements' }];
  });
};

const changeKey: Way = (node, source) => {
  if (!ts.isStringLiteral(node) || node.text === '' || isModuleName(node) || isOnlySaid(node, source)) return [];
  return [{ start: node.getStart(source), end: node.end, with: `'${node.text}-changed'`, said: `changed the text '${node.text}'` }];
};

const changeBoundary: Way = (node, source) => {
  const start = node.getStart(source);
  if (ts.isNumericLiteral(node)) return [{ start, end: node.end, with: `${Number(node.text) + 1}`, said: `changed ${node.text} by one` }];
  const other = ts.isBinaryExpression(node) ? boundaries[node.operatorToken.getText(source)] : undefined;
  if (other === undefined || !ts.isBinaryExpression(node)) return [];
  const { operatorToken } = node;
  const said = `changed ${operatorToken.getText(source)} to ${other}`;
  return [{ start: operatorToken.getStart(source), end: operatorToken.end, with: other, said }];
};

const boundaries: Readonly<Record<string, string>> = { '<': '<=', '<=': '<', '>': '>=', '>=': '>', '===': '!==', '!==': '===' };

const ways: readonly Way[] = [dropAwait, dropAck, swapStatements, changeKey, changeBoundary];

/** What declares a name cannot change places with what may use it. */
function declares(statement: ts.Statement): boolean {
  return (
    ts.isImportDeclaration(statement) ||
    ts.isExportDeclaration(statement) ||
    ts.isVariableStatement(statement) ||
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement)
  );
}

function isModuleName(node: ts.StringLiteral): boolean {
  return ts.isImportDeclaration(node.parent) || ts.isExportDeclaration(node.parent) || ts.isLiteralTypeNode(node.parent);
}

/** Texts that are only printed or thrown are no keys. */
function isOnlySaid(node: ts.Node, source: ts.SourceFile): boolean {
  for (let at: ts.Node | undefined = node.parent; at !== undefined && !ts.isStatement(at); at = at.parent) {
    if (ts.isCallExpression(at) && at.expression.getText(source).startsWith('console.')) return true;
    if (ts.isNewExpression(at) && at.expression.getText(source).endsWith('Error')) return true;
  }
  return false;
}
