/** The machine touches no real clock, chance or output outside the files that make them virtual. */
import { describe, expect, test } from 'vitest';
import { bannedGlobalProblems } from './banned-globals.ts';
import { isTypeScript, readSources } from './source-files.ts';

/** The files that may, and what for. `sandbox/host/` is the way in from the real world and may all. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  /** The calendar is the real one; only the clock is virtual. */
  'sandbox/engine/virtual-date.ts': ['Date'],
};

const says = (text: string) => bannedGlobalProblems([{ path: 'sample.ts', text }]);

test('no file of the machine touches a banned global', () => {
  const sources = readSources().filter(
    ({ path }) => path.startsWith('sandbox/') && !path.startsWith('sandbox/host/') && isTypeScript(path),
  );
  expect(sources.length).toBeGreaterThan(50);
  expect(
    bannedGlobalProblems(
      sources.filter(({ path }) => !path.endsWith('.d.ts')),
      allowed,
    ),
  ).toEqual([]);
});

describe('a touch is noticed', () => {
  test.each([
    ['a call', 'setTimeout(() => {}, 1);', 'setTimeout'],
    ['a construction', 'export const now = new Date();', 'Date'],
    ['a value passed on', 'export const log = [console];', 'console'],
    ['a shorthand property', 'export const kit = { performance };', 'performance'],
    ['chance', 'Math.random();', 'Math.random'],
    ['chance, by text', "Math['random']();", 'Math.random'],
    ['the global object', 'globalThis.Date.now();', 'Date'],
    ['the global object, cast', '(globalThis as unknown as { fetch: () => void }).fetch();', 'fetch'],
    ['chance through the global object', 'globalThis.Math.random();', 'Math.random'],
    ['a name that is only declared', 'declare const process: { exit(): never }; process.exit();', 'process'],
    ['a default', 'export function wait(later = setTimeout) { return later; }', 'setTimeout'],
    ['a type check', "typeof Buffer === 'undefined';", 'Buffer'],
  ])('%s', (_way, text, name) => {
    expect(says(text)).toEqual([expect.stringContaining(`sample.ts:1 touches the real ${name};`)]);
  });
});

describe('what only looks like a touch is not', () => {
  test.each([
    ['a parameter', 'export function each(process: string) { return process; }'],
    ['an import', "import { Buffer } from './buffer.ts'; export const empty = new Buffer();"],
    ['a member', 'export const at = (kit: { Date: number }) => kit.Date;'],
    ['a property', 'export const kit = { console: 1, setTimeout() {} };'],
    ['a type', 'export const at: Date | null = null;'],
    ['a class of its own', 'export class Worker {} new Worker();'],
    ['a local with the name of the global object', 'const self = { fetch: 1 }; self.fetch;'],
    ['a renamed binding', 'export const name = ({ process: name }: { process: string }) => name;'],
    ['telling values apart', 'export const isDate = (value: unknown) => value instanceof Date || Date.prototype === value;'],
    ['other mathematics', 'Math.floor(1.5);'],
  ])('%s', (_way, text) => {
    expect(says(text)).toEqual([]);
  });
});
