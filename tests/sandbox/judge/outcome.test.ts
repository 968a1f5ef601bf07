/** The outcome: what the outside world can see of a run. */
import { expect, test } from 'vitest';
import { outcomeOf } from '../../../sandbox/judge/outcome.ts';
import { trace } from './trace.ts';

test('console lines come per process, effects in order, exits as codes', () => {
  const events = trace('0 shop prints sent\n 1 worker prints took\n 2 worker does charge order-1\n 3 shop prints done');
  const outcome = outcomeOf({
    events,
    processes: [
      { name: 'shop', state: 'exited', exitCode: 0 },
      { name: 'worker', state: 'crashed', exitCode: null },
      { name: 'auditor', state: 'notStarted', exitCode: null },
    ],
  });
  expect(outcome).toEqual({
    console: { shop: ['sent', 'done'], worker: ['took'], auditor: [] },
    effects: [{ process: 'worker', effect: 'charge', key: 'order-1', value: '' }],
    exits: { shop: 0, worker: 'crashed', auditor: null },
  });
});
