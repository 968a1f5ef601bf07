/** The shop's outside world: effects happen once per call, outlive crashes, and are kept apart by run. */
import { describe, expect, test } from 'vitest';
import { charge, charges, insertOnce, insertRow, mails, rows, sendMail } from '../../../sandbox/course/shop.ts';
import type { RunReport } from '../../../sandbox/engine/report.ts';
import { lines, perform, say } from '../engine/stage.ts';

function effects(report: RunReport): string[] {
  return report.events.flatMap((event) =>
    event.kind === 'effect' ? `${event.process} ${event.detail.effect} ${event.detail.key} ${event.detail.value}` : [],
  );
}

test('each effect is recorded once, when it happens', async () => {
  const report = await perform({
    actors: {
      worker: async () => {
        await charge('order-1', 1999);
        await sendMail('ann@example.org', 'Thank you');
        await insertRow('stock', 'book', { left: 3 });
      },
    },
  });
  expect(effects(report)).toEqual([
    'worker charge order-1 1999',
    'worker mail ann@example.org Thank you',
    'worker row stock/book {"left":3}',
  ]);
  expect(report.virtualMicros).toBeGreaterThan(6_000);
});

test('what was done can be read back by every process', async () => {
  const report = await perform({
    actors: {
      worker: async () => {
        await charge('order-1', 5);
        await sendMail('ann', 'Hello');
        await insertRow('stock', 'book', 3);
      },
      auditor: async () => say(JSON.stringify([await charges(), await mails(), await rows('stock'), await rows('nothing')])),
    },
    specs: { auditor: { startAt: 'quiet' } },
  });
  expect(lines(report)[0]).toContain('[[{"orderId":"order-1","cents":5}],[{"to":"ann","subject":"Hello"}],[{"key":"book","row":3}],[]]');
});

describe('a crash', () => {
  const chargeTwice = async () => {
    await charge('order-1', 5);
    say('charged');
  };

  test('before the effect prevents it', async () => {
    const report = await perform({ actors: { worker: chargeTwice }, faults: [{ kind: 'crash', process: 'worker', when: { atMs: 0.5 } }] });
    expect(effects(report)).toEqual([]);
  });

  test('right after the effect leaves it done and unanswered', async () => {
    const crash = { kind: 'crash', process: 'worker', when: { on: 'effect', process: 'worker' }, restartAfterMs: 10 } as const;
    const report = await perform({ actors: { worker: chargeTwice }, faults: [crash] });
    expect(effects(report)).toEqual(['worker charge order-1 5', 'worker charge order-1 5']);
    expect(lines(report)).toHaveLength(1);
  });
});

test('of two who insert the same key once, one is told that it was there', async () => {
  const claim = async () => say(`${await insertOnce('done', 'order-1')}`);
  const report = await perform({ actors: { ann: claim, bob: claim } });
  expect(
    lines(report)
      .map((line) => line.split(' ')[1])
      .sort(),
  ).toEqual(['false', 'true']);
  expect(effects(report)).toHaveLength(1);
});

test('another run begins with an empty world', async () => {
  const count = async () => {
    await charge('order-1', 5);
    say(`${(await charges()).length}`);
  };
  const first = await perform({ actors: { worker: count } });
  const second = await perform({ actors: { worker: count } });
  expect([lines(first), lines(second)].map(([line]) => line?.split(' ')[1])).toEqual(['1', '1']);
});

test('a price that is not in whole cents is refused with a sentence', async () => {
  await expect(charge('order-1', 19.99)).rejects.toThrow('charge() needs whole cents');
});
