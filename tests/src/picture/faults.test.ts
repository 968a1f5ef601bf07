/** Faults in the picture: each is drawn at the box or the line that it concerns, for as long as it lasts. */
import { describe, expect, test } from 'vitest';
import { factsOf } from '../../../src/picture/facts.ts';
import { faultAtBox, faultOnLink } from '../../../src/picture/faults.ts';
import { sceneAt } from '../../../src/picture/fold.ts';
import { deliver, type Line, publish, told } from './story.ts';

const fault = (kind: string, at: string, other: string | null, forMicros: number | null): Line => [
  at,
  'fault',
  { fault: kind, said: kind, at, other, forMicros },
];
const tick: Line = ['worker', 'console', { method: 'log', text: 'tick' }];
const point = { x: 0, y: 0 };
const link = { from: point, to: point, process: 'worker', other: 'broker/orders', role: 'consumes' } as const;

/** What lies on the link, and on the boxes of worker and broker, after each line. */
function drawn(...lines: readonly Line[]): readonly string[] {
  const trace = told(...publish('m1'), deliver('m1', 'worker'), ...lines);
  const facts = factsOf(trace, null);
  return trace.slice(3).map(({ sequence }) => {
    const scene = sceneAt(trace, sequence);
    const boxes = ['worker', 'broker'].map((name) => faultAtBox(name, scene)?.kind ?? '-');
    return [faultOnLink(link, scene, facts)?.kind ?? '-', ...boxes].join(' ');
  });
}

describe('a fault with a time of its own', () => {
  test('on a process is drawn at its box until its time is over', () => {
    expect(drawn(fault('pause', 'worker', null, 2000), tick, tick)).toEqual(['- pause -', '- pause -', '- - -']);
  });

  test('on a broker shows it down, and up again', () => {
    expect(drawn(fault('restartBroker', 'broker', null, 1500), tick, tick)).toEqual(['- - restartBroker', '- - restartBroker', '- - -']);
  });

  test('between two is drawn on their line, whichever is named first', () => {
    expect(drawn(fault('partition', 'broker', 'worker', 1500), tick, tick)).toEqual(['partition - -', 'partition - -', '- - -']);
  });
});

describe('a fault of a connection', () => {
  test('is over with the next connection of the two', () => {
    const again: Line = ['broker', 'connectionOpened', { connection: 'c2', client: 'worker', server: 'broker' }];
    const other: Line = ['broker', 'connectionOpened', { connection: 'c3', client: 'producer', server: 'broker' }];
    expect(drawn(fault('cut', 'worker', 'broker', null), other, again)).toEqual(['cut - -', 'cut - -', '- - -']);
  });

  test('is forgotten with the process whose bytes it would have lost', () => {
    const died: Line = ['worker', 'processCrashed', { cause: 'fault', said: '' }];
    expect(drawn(fault('loseAck', 'worker', 'broker', null), died)).toEqual(['loseAck - -', '- - -']);
  });
});
