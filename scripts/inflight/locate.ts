/** Finds the line of a property in a TypeScript file, so that a problem with a value can point at it. */
import ts from 'typescript';

/**
 * Line (from 1) of the deepest part of `path` that is written as a literal in the exported object `name` (or the default
 * export); the line of the export when nothing of the path is found, 1 when there is no such export.
 */
export function lineOfProperty(text: string, name: string, path: readonly PropertyKey[]): number {
  const source = parse(text);
  let node = exported(source, name);
  if (node === undefined) return 1;
  let found: ts.Node = node;
  for (const key of path) {
    const value: ts.Node | undefined = node === undefined ? undefined : memberOf(bare(node), key);
    if (value === undefined) break;
    found = value;
    node = ts.isPropertyAssignment(value) ? value.initializer : (value as ts.Expression);
  }
  return lineAt(source, found);
}

/** The first syntax error, or null. */
export function firstSyntaxError(text: string): { readonly line: number; readonly said: string } | null {
  const result = ts.transpileModule(text, { reportDiagnostics: true, compilerOptions: { target: ts.ScriptTarget.ESNext } });
  const diagnostic = result.diagnostics?.[0];
  if (diagnostic === undefined) return null;
  const line = (diagnostic.file?.getLineAndCharacterOfPosition(diagnostic.start ?? 0).line ?? 0) + 1;
  return { line, said: ts.flattenDiagnosticMessageText(diagnostic.messageText, ' ') };
}

function parse(text: string): ts.SourceFile {
  return ts.createSourceFile('content.ts', text, ts.ScriptTarget.ESNext, true);
}

function lineAt(source: ts.SourceFile, node: ts.Node): number {
  return source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
}

function exported(source: ts.SourceFile, name: string): ts.Expression | undefined {
  for (const statement of source.statements) {
    if (ts.isExportAssignment(statement)) return statement.expression;
    if (!ts.isVariableStatement(statement)) continue;
    const declaration = statement.declarationList.declarations.find((each) => ts.isIdentifier(each.name) && each.name.text === name);
    if (declaration?.initializer !== undefined) return declaration.initializer;
  }
  return undefined;
}

function bare(node: ts.Node): ts.Node {
  return ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isParenthesizedExpression(node) ? bare(node.expression) : node;
}

function memberOf(node: ts.Node, key: PropertyKey): ts.Node | undefined {
  if (ts.isArrayLiteralExpression(node)) return node.elements[Number(key)];
  if (!ts.isObjectLiteralExpression(node)) return undefined;
  return node.properties.find((property) => {
    const name = property.name;
    return name !== undefined && (ts.isIdentifier(name) || ts.isStringLiteral(name)) && name.text === key;
  });
}
