/** The picture of Redis lists: which end is which, who waits on a chair, and the list that keeps what is in work. */
import { describe, expect, test } from 'vitest';
import type { TraceEvent } from '../../../sandbox/trace/event.ts';
import { foldOf } from '../../../src/picture/fold.ts';
import type { PlaceBox, Shape } from '../../../src/picture/layout.ts';
import { layoutOf } from '../../../src/picture/layout-of.ts';
import { sceneMarkup } from '../../../src/picture/markup.ts';
import type { PlaceScene } from '../../../src/picture/scene.ts';
import { tokensOf } from '../../../src/picture/tokens.ts';
import { made, moves, pops, pushes, redisTold, waits, waitsNoLonger } from './redis-story.ts';

const placeAt = (trace: readonly TraceEvent[], sequence: number, name = 'orders') =>
  foldOf(trace).sceneAt(sequence).places.get(`redis/${name}`) as PlaceScene;
const layout = (trace: readonly TraceEvent[], shape: Shape = 'wide') => layoutOf(foldOf(trace).facts, shape);
const boxOf = (trace: readonly TraceEvent[], name = 'orders') => layout(trace).places.get(`redis/${name}`) as PlaceBox;

describe('the ends of a list', () => {
  test('filled on the left and emptied on the right, the next to leave is the rightmost', () => {
    const trace = redisTold(['shop'], made('orders', 'list'), ...pushes('m1', 'orders'), ...pushes('m2', 'orders'));
    const { tokens } = tokensOf(foldOf(trace).sceneAt(trace.length - 1), layout(trace), foldOf(trace).facts);
    const [first, second] = ['m1', 'm2'].map((id) => tokens.find(({ messageId }) => messageId === id)?.x ?? 0);
    expect(first).toBeGreaterThan(second as number);
    expect(boxOf(trace).ends).toEqual(['→ LEFT', 'RIGHT']);
  });

  test('filled on the right and emptied on the left, those who fill it stand on the right', () => {
    const trace = redisTold(
      ['shop', 'worker'],
      made('orders', 'list'),
      ...pushes('m1', 'orders', 'tail'),
      pops('m1', 'orders', 'worker', 'head'),
    );
    const { processes } = layout(trace);
    expect(processes.get('shop')?.x).toBeGreaterThan(processes.get('worker')?.x as number);
    expect(boxOf(trace).ends).toEqual(['← LEFT', 'RIGHT ←']);
  });

  test('what is put back where messages leave does not turn the list round', () => {
    const back = [...pushes('m2', 'orders', 'tail'), ...pushes('m3', 'orders', 'tail')];
    const trace = redisTold(['shop', 'worker'], made('orders', 'list'), ...pushes('m1', 'orders'), pops('m1', 'orders', 'worker'), ...back);
    expect(boxOf(trace).ends).toEqual(['→ LEFT', 'RIGHT ↔']);
  });
});

describe('what is moved', () => {
  const trace = redisTold(
    ['shop', 'worker'],
    made('orders', 'list'),
    ...pushes('m1', 'orders'),
    made('doing', 'list'),
    ...moves('m1', 'orders', 'doing', 'worker'),
  );

  test('is in the hands of the worker and on the other list in one step', () => {
    const given = trace.findIndex(({ kind }) => kind === 'messageDelivered');
    expect(placeAt(trace, given, 'doing').waiting).toEqual(['m1']);
    expect(placeAt(trace, given).waiting).toEqual([]);
  });

  test('came to the other list from the first one', () => {
    const { tokens } = tokensOf(foldOf(trace).sceneAt(trace.length - 1), layout(trace), foldOf(trace).facts);
    expect(tokens.find(({ key }) => key === 'm1@redis/doing')?.origin).toBe('m1@redis/orders');
  });
});

describe('the chairs', () => {
  const trace = redisTold(
    ['shop', 'ann', 'bob'],
    made('orders', 'list'),
    waits('ann', 'orders'),
    waits('bob', 'orders'),
    ...pushes('m1', 'orders'),
    pops('m1', 'orders', 'ann'),
    waitsNoLonger('ann', 'orders'),
    waitsNoLonger('bob', 'orders'),
  );

  test('hold those who wait, the longest first', () => {
    expect(placeAt(trace, 5).waiters).toEqual(['ann', 'bob']);
  });

  test('are left by whoever is served, also before the server says that it waits no longer', () => {
    expect(placeAt(trace, 8).waiters).toEqual(['bob']);
  });

  test('are left when the time is up', () => {
    expect(placeAt(trace, trace.length - 1).waiters).toEqual([]);
  });

  test('are as many as ever waited at once, from the end where messages leave, and stay there', () => {
    const { seats, x, width } = boxOf(trace);
    expect(seats).toHaveLength(2);
    expect((seats[0]?.x ?? 0) + (seats[0]?.width ?? 0)).toBeCloseTo(x + width);
    expect(sceneMarkup(trace, 'start', { shapes: ['wide'] }).match(/class="seat empty"/g)).toHaveLength(2);
  });

  test('who only waits stands where those do who take', () => {
    expect(foldOf(trace).facts.places.get('redis/orders')?.consumers).toEqual(['ann', 'bob']);
  });
});

describe('a list for what is in work', () => {
  const trace = redisTold(
    ['shop', 'worker'],
    made('orders', 'list'),
    ...pushes('m1', 'orders'),
    ...pushes('m2', 'later'),
    made('doing', 'list'),
    ...moves('m1', 'orders', 'doing', 'worker'),
    ['worker', 'processCrashed', { cause: 'fault', said: '' }],
    ['redis', 'messageAcked', { place: 'doing', client: 'shop' }, 'm1'],
  );

  test('lies right beneath the list that it is for', () => {
    expect([...layout(trace).places.keys()]).toEqual(['redis/orders', 'redis/doing', 'redis/later']);
    expect(boxOf(trace, 'doing').hook).not.toBeNull();
  });

  test('has the message while its worker has it in hands', () => {
    const scene = foldOf(trace).sceneAt(9);
    expect(placeAt(trace, 9, 'doing').waiting).toEqual(['m1']);
    expect(scene.processes.get('worker')?.hands).toMatchObject([{ messageId: 'm1', settled: false }]);
  });

  test('still has it after a crash, until somebody else has done it', () => {
    expect(placeAt(trace, 10, 'doing').waiting).toEqual(['m1']);
    expect(placeAt(trace, 11, 'doing').waiting).toEqual([]);
    expect(foldOf(trace).sceneAt(11).processes.get('worker')?.hands).toEqual([]);
  });
});

test('a pop empties: nothing of the message is left in the list', () => {
  const trace = redisTold(['shop', 'worker'], made('orders', 'list'), ...pushes('m1', 'orders'), pops('m1', 'orders', 'worker'));
  expect(placeAt(trace, trace.length - 1)).toMatchObject({ waiting: [], taken: 1 });
});

test('on a phone the lines end at the edges of a broker with several places, and cross none of them', () => {
  const lines = redisTold(
    ['shop', 'worker', 'packer'],
    ...['orders', 'parcels'].flatMap((place) => [made(place, 'list'), ...pushes(`m-${place}`, place)]),
    pops('m-orders', 'orders', 'worker'),
    pops('m-parcels', 'parcels', 'packer'),
  );
  const { brokers, links } = layout(lines, 'narrow');
  const [top, height] = [brokers[0]?.y ?? 0, brokers[0]?.height ?? 0];
  const into = links.filter(({ role }) => role === 'publishes').map(({ to }) => to.y);
  const out = links.filter(({ role }) => role === 'consumes').map(({ from }) => from.y);
  expect([into, out]).toEqual([
    [top, top],
    [top + height, top + height],
  ]);
});
