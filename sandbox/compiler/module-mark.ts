/** The module mark: a last line that makes a file a module for esbuild, also if it imports and exports nothing. */

const MARK = 'export {/* the end of the file */};';

/** Without the mark, a `return` outside a function would turn a file into CommonJS. */
export function asModule(text: string): string {
  return `${text}\n${MARK}\n`;
}

/** Whether esbuild stumbled over the mark: something before it is not closed. */
export function isMark(lineText: string): boolean {
  return lineText === MARK;
}
