/** Holds that no bundle makes code from text: the pages that load them forbid it. */
import { parse } from 'acorn';
import { simple } from 'acorn-walk';
import type { Bundle } from './bundle.ts';

/** Throws when the bundle calls `eval`, `Function` or `import()`. */
export function checkNoCodeFromText({ file, text }: Bundle): void {
  const found: string[] = [];
  const check = (node: { callee: { type: string; name?: string }; start: number }): void => {
    const { callee, start } = node;
    if (callee.type === 'Identifier' && (callee.name === 'eval' || callee.name === 'Function')) found.push(text.slice(start, start + 80));
  };
  const visitors = {
    CallExpression: check,
    NewExpression: check,
    ImportExpression: ({ start }: { start: number }) => found.push(text.slice(start, start + 80)),
  };
  simple(parse(text, { ecmaVersion: 2022, sourceType: 'script' }), visitors as Parameters<typeof simple>[1]);
  if (found.length > 0) throw new Error(`${file} makes code from text, which the page forbids: ${found.join(' · ')}`);
}
