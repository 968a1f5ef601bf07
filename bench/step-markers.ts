/** The step meter's rows: `fib(30)` with step markers against the same function without them, in Node and in Chromium. */
import { runInThisContext } from 'node:vm';
import * as esbuild from 'esbuild-wasm';
import type { Page } from 'playwright';
import { compile } from '../sandbox/compiler/compile.ts';
import { interleave, type Subject } from './measure.ts';
import { type Row, ratioRow } from './row.ts';

const LIMIT = 10;
const REPETITIONS = 11;
const source = `
function fib(n: number): number {
  if (n < 2) return n;
  return fib(n - 1) + fib(n - 2);
}
fib(30);
`;

/** What the script that both engines run leaves behind: each call computes `fib(30)` once. */
type Kind = 'marked' | 'bare';

export async function stepMarkerRows(page: Page): Promise<Row[]> {
  const script = await scriptOfBoth();
  runInThisContext(script);
  await page.evaluate(script);
  const inNode = (kind: Kind) => sampleHere(kind);
  const inChromium = (kind: Kind) => page.evaluate(sampleHere, kind);
  return [await row('Node', inNode), await row('Chromium', inChromium)];
}

async function row(engine: string, sample: (kind: Kind) => number | Promise<number>): Promise<Row> {
  const subjects: Subject[] = [
    { name: 'with markers', unit: 'ms', sample: () => sample('marked') },
    { name: 'without', unit: 'ms', sample: () => sample('bare') },
  ];
  const [marked, bare] = await interleave(subjects, REPETITIONS, 3);
  if (marked === undefined || bare === undefined) throw new Error('Nothing was measured.');
  return ratioRow(`step markers on fib(30), ${engine}`, LIMIT, marked, bare);
}

/** Milliseconds of one call. It runs in the page too, so it uses nothing from around it. */
function sampleHere(kind: Kind): number {
  const calls = (globalThis as unknown as { stepMarkers: Record<Kind, () => Promise<void>> }).stepMarkers;
  const startedAt = performance.now();
  void calls[kind]();
  return performance.now() - startedAt;
}

/** A classic script with the compiled cell, whose meter has all the fuel it wants, and the bare function beside it. */
async function scriptOfBoth(): Promise<string> {
  const compiled = await compile(esbuild, { files: { 'fib.ts': source }, entries: ['fib.ts'], modules: {} });
  if (!compiled.ok) throw new Error(compiled.problems.map(({ said }) => said).join('\n'));
  const bare = await esbuild.transform(source, { loader: 'ts' });
  return `{
    const calls = { bare: async () => { 'use strict'; ${bare.code} } };
    const runtime = { meter: (meter) => meter.grant(1e15), outOfFuel: () => { throw new Error('out of fuel'); } };
    const $inflight = { cell: (entry, factory) => { calls.marked = factory(runtime); } };
    ${compiled.programs.map(({ code }) => code).join('\n')}
    globalThis.stepMarkers = calls;
  }`;
}
