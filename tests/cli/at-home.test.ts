/** Taken home: the commands of /at-home/, in a plain Node project with a real Redis, print what the cell prints here. */
import { beforeAll, describe, test } from 'vitest';
import { RealError } from '../../sandbox/host/real/real-error.ts';
import { bareScenario } from '../../sandbox/judge/trials.ts';
import { seenOf } from '../../scripts/conformance/seen-run.ts';
import { nodeWorld } from '../../scripts/gate/node-world.ts';
import { entriesOf } from '../../scripts/gate/world.ts';
import { loadContent } from '../../scripts/inflight/content.ts';
import { buildMachine } from '../../scripts/inflight/machine-build.ts';
import { canGoHome } from '../../src/course/at-home.ts';
import { REAL_TIME } from '../contracts/target.ts';
import { atHome, type Lines } from './at-home.ts';

const PATIENCE_MS = 60_000;

const { cells } = await loadContent();
const redisCells = cells.filter(
  ({ cell }) => canGoHome(cell) && cell.real === 'same' && cell.brokers.every(({ kind }) => kind === 'redis'),
);
const printedHere = new Map<string, Lines>();

beforeAll(async () => {
  await buildMachine();
  const machine = await nodeWorld.openMachine();
  for (const { id, cell, files } of redisCells) {
    const compiled = await nodeWorld.compileUntyped(files, entriesOf(cell));
    if (!compiled.ok) throw new Error(compiled.problems.map(({ said }) => said).join('\n'));
    await machine.load(compiled.programs);
    const { lines } = seenOf(await machine.run({ scenario: bareScenario(cell), seed: cell.seed, hash: false, reuseClients: false }));
    const told = cell.processes.map(({ name }) => [name, (lines[name] ?? []).flatMap((text) => text.split('\n'))]);
    printedHere.set(id, Object.fromEntries(told) as Lines);
  }
  await machine.close();
}, PATIENCE_MS);

describe.concurrent('at home', () => {
  // Never the interleaving of processes: nobody promises that.
  test.for(redisCells)('$id', { ...REAL_TIME, timeout: PATIENCE_MS }, async ({ id, cell, files }, { expect, skip }) => {
    const here = printedHere.get(id) ?? {};
    const there = await atHome(cell, files, here).catch((error: unknown) => {
      if (error instanceof RealError) skip(error.message);
      throw error;
    });
    expect(there).toEqual(here);
  });
});
