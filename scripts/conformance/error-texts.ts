/** Every error text that the model's source holds, whatever way it is put together there. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { root } from '../root.ts';
import { modelFiles } from './model-source.ts';

export interface ErrorText {
  /** With `…` for what is put in at run time. */
  readonly text: string;
  readonly pattern: RegExp;
}

/** What begins with a code is an error: `ERR syntax error`, `NOGROUP No such key …`; a name in capitals and one word more is none. */
const CODE = /^(?:ERR \S|[A-Z]{5,} \S+ \S)/;
/** A master's answer to a replica, which only looks like one. */
const NO_ERROR = /^FULLRESYNC /;
const HOLE = '…';

/** Sorted by their text. */
export function errorTexts(): ErrorText[] {
  const texts = new Set(modelFiles().flatMap((path) => errorTextsIn(readFileSync(join(root, path), 'utf8'))));
  return [...texts].sort().map((text) => ({ text, pattern: patternOf(text) }));
}

/** Texts with a code of their own, what is wrong with a setting, and what makes an end of a connection. */
export function errorTextsIn(source: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const text = textOf(node);
    if (text === undefined) {
      ts.forEachChild(node, visit);
      return;
    }
    const whole = completed(node, text);
    if (CODE.test(whole) && !NO_ERROR.test(whole)) found.push(whole);
  };
  visit(ts.createSourceFile('model.ts', source, ts.ScriptTarget.ESNext, true, ts.ScriptKind.TS));
  return found;
}

/** A text as it stands in the source, its parts added up; undefined for everything else. */
function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node)) return node.head.text + node.templateSpans.map(({ literal }) => HOLE + literal.text).join('');
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.PlusToken) return undefined;
  const [left, right] = [textOf(node.left), textOf(node.right)];
  return left === undefined && right === undefined ? undefined : `${left ?? HOLE}${right ?? HOLE}`;
}

/** Some texts are the end of one: where they stand says of which. What is only compared with is none. */
function completed(node: ts.Node, text: string): string {
  const { parent } = node;
  if (ts.isCallExpression(parent) && ts.isPropertyAccessExpression(parent.expression)) return '';
  if (ts.isNewExpression(parent) && parent.expression.getText() === 'RespError') return `ERR Protocol error: ${text}`;
  const isComplaint = ts.isPropertyAssignment(parent) && parent.name.getText() === 'complaint';
  const isFailure = ts.isCallExpression(parent) && parent.expression.getText() === 'failure' && parent.arguments[1] === node;
  return isComplaint || isFailure ? `ERR CONFIG SET failed (possibly related to argument '${HOLE}') - ${text}` : text;
}

function patternOf(text: string): RegExp {
  const parts = text.split(HOLE).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 's');
}
