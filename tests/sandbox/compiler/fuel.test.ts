/** Fuel: every way to run for ever passes markers, and a program without fuel ends at a line. */
import { describe, expect, test } from 'vitest';
import { lineOf, TURN_STEPS } from '../../../sandbox/engine/program.ts';
import { compileOne, load } from './run-program.ts';

const ENDLESS = {
  while: 'let n = 0;\nwhile (true) n++;',
  'an empty while': 'let n = 0;\nwhile (true) {}',
  'an empty for': 'let n = 0;\nfor (;;);',
  'a for with a test': 'let n = 0;\nfor (let i = 0; i >= 0; i++) {}',
  do: 'let n = 0;\ndo {} while (true);',
  'continue to a label': 'let n = 0;\nouter: while (true) { for (const x of [1]) continue outer; }',
  'an endless iterator': 'function* all() { while (true) yield 1; }\nfor (const x of all());',
  'a loop that catches everything': 'let n = 0;\nfor (;;) try { n++; } catch {}',
  'a finally that goes on': 'let n = 0;\nfor (;;) { try { n++; } finally { continue; } }',
  'recursion in a finally': 'const again = (): void => { try { again(); } finally { again(); } };\nagain();',
};

describe('an endless program runs out of fuel', () => {
  for (const [name, text] of Object.entries(ENDLESS)) {
    test(name, async () => {
      const program = await compileOne(text);
      const { main, meter } = load(program, {
        fuel: 5000,
        outOfFuel: () => {
          throw new Error(`out of fuel in ${lineOf(meter.position(), program.files)?.file}`);
        },
      });
      await expect(main()).rejects.toThrow('out of fuel in worker.ts');
    });
  }
});

test('an endless chain of awaits burns fuel too', async () => {
  let asked = 0;
  const program = await compileOne('let stop = false; while (!stop) await null;');
  const { main } = load(program, {
    fuel: 1000,
    outOfFuel: () => {
      asked += 1;
      throw new Error('stop');
    },
  });
  await expect(main()).rejects.toThrow('stop');
  expect(asked).toBe(1);
});

async function burnt(text: string): Promise<number> {
  const { main, meter } = load(await compileOne(text), { fuel: 10_000 });
  await main();
  return 10_000 - meter.fuel();
}

test('the same program burns the same fuel', async () => {
  const text = 'let sum = 0; for (const n of [1, 2, 3]) { if (n > 1) sum += n; }';
  expect([await burnt(text), await burnt(text)]).toEqual([10, 10]);
});

test('each turn of the event loop burns more than a statement', async () => {
  expect(Math.floor((await burnt('await null; await null; await null;')) / TURN_STEPS)).toBe(3);
  expect(Math.floor((await burnt('for await (const n of [1, 2, 3]) n;')) / TURN_STEPS)).toBe(3);
  expect(Math.floor((await burnt('const turn = () => 1; await Promise.resolve().then(turn).then(turn);')) / TURN_STEPS)).toBe(3);
});

test('fuel that is granted later lets a program go on', async () => {
  const program = await compileOne('let n = 0; while (n < 100) n++; throw n;');
  const loaded = load(program, { fuel: 10, outOfFuel: () => loaded.meter.grant(10) });
  await expect(loaded.main()).rejects.toBe(100);
});
