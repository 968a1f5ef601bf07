/** The gate of break-its, broken in every way that it must notice. */
import { describe, expect, test } from 'vitest';
import type { BreakIt } from '../../content/break-it.ts';
import { gate } from '../../scripts/gate/gate.ts';
import type { GateBreak } from '../../scripts/gate/world.ts';
import { fakeWorld, lineByLine, nothing, scenario } from './fake-world.ts';

const when = { on: 'console', process: 'worker' } as const;

/** The worker charges once; a crash makes it charge twice, a pause does not. */
function soundBreak(changes: Partial<BreakIt> = {}, text = '0 worker prints hello\n1 worker does charge order-1'): GateBreak {
  const breakIt: BreakIt = {
    ...scenario,
    title: 'Charge twice',
    objectives: [],
    seed: 1,
    promise: 'Every order is charged once.',
    offers: ['crash', 'pause'],
    targets: ['worker'],
    forMs: 10,
    breaks: ['charged-once'],
    solution: { kind: 'crash', process: 'worker', when },
    harmless: { kind: 'pause', process: 'worker', when, forMs: 10 },
    because: 'It forgets.',
    hints: ['Look.'],
    ...changes,
  };
  return {
    id: 'shop/twice',
    breakIt,
    files: { 'worker.ts': text },
    checks: [
      {
        id: 'charged-once',
        asks: 'Every order is charged once.',
        otherwise: 'an order was charged twice',
        reads: 'outcome',
        judge: ({ effects }) => (effects.length === 1 ? { ok: true } : { ok: false, said: `${effects.length} charges.` }),
      },
    ],
  };
}

async function names(subject: GateBreak): Promise<readonly string[]> {
  const world = fakeWorld((text, run) => {
    const [fault] = run.scenario.faults;
    const struck = fault === undefined || text.includes('nothing strikes') ? '' : '\n2 worker struck';
    return lineByLine(text, run) + struck + (fault?.kind === 'crash' ? '\n3 worker does charge order-1' : '');
  });
  const { problems } = await gate(world, { ...nothing, breaks: [subject] }, 1);
  return problems.map(({ where, name }) => `${where}: ${name}`);
}

describe('a break-it', () => {
  test('that one fault breaks and another does not passes', async () => {
    expect(await names(soundBreak())).toEqual([]);
  });

  test('whose promise does not even hold without a fault', async () => {
    expect(await names(soundBreak({}, '0 worker prints hello'))).toEqual(['shop/twice: promise does not hold']);
  });

  test('whose solution breaks nothing', async () => {
    expect(await names(soundBreak({ solution: { kind: 'pause', process: 'worker', when, forMs: 10 } }))).toEqual([
      'shop/twice: solution breaks nothing',
    ]);
  });

  test('whose harmless fault breaks it', async () => {
    expect(await names(soundBreak({ harmless: { kind: 'crash', process: 'worker', when } }))).toEqual([
      'shop/twice: harmless fault breaks it',
    ]);
  });

  test('whose faults never happen', async () => {
    const text = '0 worker prints hello\n1 worker does charge order-1\nnothing strikes';
    expect(await names(soundBreak({ offers: ['crash'] }, text))).toEqual([
      'shop/twice: fault does not strike',
      'shop/twice: fault does not strike',
      'shop/twice: fault does not strike',
    ]);
  });

  test('that offers to lose an ack where there is no broker', async () => {
    expect(await names(soundBreak({ offers: ['crash', 'loseAck'] }))).toEqual(['shop/twice: fault does not strike']);
  });

  test('whose target does nothing', async () => {
    expect(await names(soundBreak({ targets: ['idler'], offers: ['crash'] }))).toEqual(['shop/twice: fault does not strike']);
  });

  test('that does not compile, or does not end', async () => {
    expect(await names(soundBreak({}, 'syntax error'))).toEqual(['shop/twice: does not compile']);
    expect(await names(soundBreak({}, 'ends watchdog'))).toEqual(['shop/twice: does not end']);
  });
});
