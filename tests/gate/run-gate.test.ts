/** The gate of what is asked of runs, broken in every way that it must notice. */
import { describe, expect, test } from 'vitest';
import type { Figure } from '../../content/figure.ts';
import type { Prediction } from '../../content/prediction.ts';
import type { Moment } from '../../sandbox/engine/cell.ts';
import { gate } from '../../scripts/gate/gate.ts';
import type { GateContent } from '../../scripts/gate/world.ts';
import { fakeWorld, nothing, soundCell } from './fake-world.ts';

const wrong = { said: 'It looks so.', leaves: { on: 'console', text: 'took' }, ghost: 'nothing' } as const;

const asked: Prediction = {
  id: 'who-takes',
  cell: 'taking',
  question: 'Who takes it?',
  options: [
    { id: 'worker', text: 'The worker.' },
    { id: 'nobody', text: 'Nobody.', wrong },
  ],
  answer: () => 'worker',
  because: 'It does.',
};

async function names(content: Partial<GateContent>): Promise<readonly string[]> {
  const { problems } = await gate(fakeWorld(), { ...nothing, cells: [soundCell()], ...content }, 1);
  return problems.map(({ where, name }) => `${where}: ${name}`);
}

const prediction = (changes: Partial<Prediction>) =>
  names({ predictions: [{ id: 'who-takes', lesson: 'shop', cell: 'shop/taking', prediction: { ...asked, ...changes } }] });

describe('a prediction', () => {
  const misfit = 'shop, prediction who-takes: prediction does not fit its run';

  test('that fits its run passes', async () => {
    expect(await prediction({})).toEqual([]);
  });

  test('whose right answer is none of the options', async () => {
    expect(await prediction({ answer: () => 'somebody' })).toEqual([misfit]);
  });

  test('whose wrong option names no belief', async () => {
    expect(await prediction({ answer: () => 'nobody' })).toEqual([misfit]);
  });

  test('whose ghost has no place in the run', async () => {
    const options = [
      { id: 'worker', text: 'The worker.' },
      { id: 'nobody', text: 'Nobody.', wrong: { ...wrong, leaves: { on: 'messageAcked' as const } } },
    ];
    expect(await prediction({ options })).toEqual([misfit]);
  });

  test('is asked of the run under its own seed', async () => {
    const cells = [soundCell({}, { 'worker.ts': '0 worker prints took order-1\nseed 7: 1 worker does charge order-1' })];
    const answer: Prediction['answer'] = (trace) => (trace.some(({ kind }) => kind === 'effect') ? 'worker' : 'somebody');
    const predictions = [{ id: 'who-takes', lesson: 'shop', cell: 'shop/taking', prediction: { ...asked, seed: 7, answer } }];
    expect(await names({ cells, predictions })).toEqual([]);
  });

  test('whose answer throws is named', async () => {
    await expect(prediction({ answer: () => JSON.parse('{') as string })).rejects.toThrow(
      'answer of the prediction who-takes itself failed',
    );
  });
});

describe('a figure', () => {
  const figure = (at: Figure['frames'][number]['at']) =>
    names({
      figures: [{ id: 'shop/roles', cell: 'shop/taking', figure: { title: 'Roles', cell: 'taking', frames: [{ at, said: 'So.' }] } }],
    });

  test('that finds its frames passes', async () => {
    expect([await figure('start'), await figure({ on: 'console', text: 'took' })]).toEqual([[], []]);
  });

  test('with a frame at an event that never happens', async () => {
    expect(await figure({ on: 'messageAcked' })).toEqual(['shop/roles, figure: frame not found']);
  });
});

describe('the moments of a cell', () => {
  const files = { 'worker.ts': '0 worker prints took order-1\n1 worker does charge order-1\n2 worker asks PING' };
  const moment = (on: Moment['at']['on']): Moment => ({ at: { on }, label: on, caption: 'So.' });
  const moments = (...kinds: readonly Moment['at']['on'][]) => names({ cells: [soundCell({ moments: kinds.map(moment) }, files)] });

  test('that are in the run in their order pass', async () => {
    expect(await moments('console', 'effect')).toEqual([]);
  });

  test('that the run does not have', async () => {
    expect(await moments('console', 'messageAcked')).toEqual(['shop/taking: moment not found']);
  });

  test('that are no steps of the story', async () => {
    expect(await moments('console', 'request')).toEqual(['shop/taking: moment is no step']);
  });

  test('that come in another order', async () => {
    expect(await moments('effect', 'console')).toEqual(['shop/taking: moment not found']);
  });
});
