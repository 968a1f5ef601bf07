/** Kept texts: made once for the same inputs and makers, and anew when either has changed. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { root } from '../../../scripts/root.ts';
import { Kept } from '../../../src/build/kept.ts';

let folder: string;
let name: string;
let made: string[];

const make = (text: string) => async () => {
  made.push(text);
  return text.toUpperCase();
};

beforeEach(() => {
  mkdirSync(join(root, '.inflight'), { recursive: true });
  folder = mkdtempSync(join(root, '.inflight', 'kept-'));
  name = basename(folder);
  made = [];
});

afterEach(() => rmSync(folder, { recursive: true }));

test('a text is made once', async () => {
  expect(await new Kept(name, ['src/build/kept.ts']).text(['a'], make('a'))).toBe('A');
  expect(await new Kept(name, ['src/build/kept.ts']).text(['a'], make('a'))).toBe('A');
  expect(made).toEqual(['a']);
});

test('other inputs are another text, also when they are the same letters', async () => {
  const kept = new Kept(name, ['src/build/kept.ts']);
  await kept.text(['ab', 'c'], make('ab c'));
  await kept.text(['a', 'bc'], make('a bc'));
  expect(made).toEqual(['ab c', 'a bc']);
});

test('a changed file in the folder of what makes it makes it anew', async () => {
  const maker = mkdtempSync(join(root, '.inflight', 'maker-'));
  const makers = [`.inflight/${basename(maker)}`];
  writeFileSync(join(maker, 'maker.ts'), 'one');
  await new Kept(name, makers).text(['a'], make('a'));
  writeFileSync(join(maker, 'maker.ts'), 'two');
  await new Kept(name, makers).text(['a'], make('a'));
  rmSync(maker, { recursive: true });
  expect(made).toEqual(['a', 'a']);
});
