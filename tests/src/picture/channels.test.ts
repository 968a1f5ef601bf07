/** The picture of a channel: a bare wire, a message that passes through to those who listen now, and nothing that stays. */
import { describe, expect, test } from 'vitest';
import type { TraceEvent } from '../../../sandbox/trace/event.ts';
import { foldOf } from '../../../src/picture/fold.ts';
import { layoutOf } from '../../../src/picture/layout-of.ts';
import { sceneMarkup } from '../../../src/picture/markup.ts';
import { tokensOf } from '../../../src/picture/tokens.ts';
import { hears, listens, made, redisTold, sends, unheard } from './redis-story.ts';
import type { Line } from './story.ts';

const tokensAt = (trace: readonly TraceEvent[], sequence: number) => {
  const { facts } = foldOf(trace);
  return tokensOf(foldOf(trace).sceneAt(sequence), layoutOf(facts, 'wide'), facts).tokens;
};
const listenersAt = (trace: readonly TraceEvent[], sequence: number, name = 'news') =>
  foldOf(trace).sceneAt(sequence).places.get(`redis/${name}`)?.listeners;

describe('a message that two hear', () => {
  const trace = redisTold(
    ['shop', 'ann', 'bob'],
    made('news', 'channel'),
    listens('ann', 'news'),
    listens('bob', 'news'),
    sends('m1', 'news'),
    hears('m1', 'news', 'ann'),
    hears('m1', 'news', 'bob'),
    ['shop', 'console', { method: 'log', text: 'sent' }],
  );

  test('lies on the wire, with a copy for each, until it has been handed out', () => {
    expect(foldOf(trace).sceneAt(6).pulse).toEqual({ messageId: 'm1', place: 'redis/news', heardBy: [], isUnheard: false });
    expect(tokensAt(trace, 6)).toHaveLength(3);
  });

  test('goes copy by copy into the hands of each; no copy is drawn twice', () => {
    const [before, after] = [tokensAt(trace, 6), tokensAt(trace, 8)];
    expect(after.map(({ key }) => key).toSorted()).toEqual(before.map(({ key }) => key).toSorted());
    expect(new Set(after.map(({ x, y }) => `${x} ${y}`)).size).toBe(3);
    expect(sceneMarkup(trace, 8, { shapes: ['wide'] })).toContain('2 received');
  });

  test('is gone from the wire with the next event', () => {
    expect(foldOf(trace).sceneAt(9).pulse).toBeNull();
    expect(foldOf(trace).sceneAt(9).places.get('redis/news')?.waiting).toEqual([]);
  });
});

describe('a message that nobody hears', () => {
  const trace = redisTold(
    ['shop', 'ann'],
    sends('m1', 'news'),
    made('news', 'channel'),
    sends('m2', 'news'),
    unheard('m2', 'news'),
    listens('ann', 'news'),
  );

  test('is crossed out on the wire, received by none', () => {
    expect(tokensAt(trace, 5)).toMatchObject([{ messageId: 'm2', end: 'lost' }]);
    expect(sceneMarkup(trace, 5, { shapes: ['narrow'] })).toContain('0 received');
  });

  test('is not there for who listens afterwards, and is counted', () => {
    expect(tokensAt(trace, 6)).toEqual([]);
    expect(sceneMarkup(trace, 6, { shapes: ['narrow'] })).toContain('1 heard by nobody');
  });
});

test('what the server itself says comes from nowhere, and goes to who listens', () => {
  const says: Line = ['redis', 'messagePublished', { client: 'redis', to: 'expired', key: null, text: 'cart' }, 'm1'];
  const trace = redisTold(['ann'], made('expired', 'channel'), listens('ann', 'expired'), says, hears('m1', 'expired', 'ann'));
  const { facts } = foldOf(trace);
  expect(layoutOf(facts, 'wide').links.map(({ process, role }) => `${process} ${role}`)).toEqual(['ann consumes']);
  expect(tokensAt(trace, 3)).toMatchObject([{ messageId: 'm1' }, { messageId: 'm1' }]);
  expect(sceneMarkup(trace, 4, { shapes: ['wide'] })).toContain('1 received');
});

test('who listens to a pattern listens to each channel that fits it', () => {
  const lines = [made('news.paid', 'channel'), made('news.lost', 'channel'), listens('ann', 'news.p*', true)] as const;
  const trace = redisTold(['shop', 'ann'], ...lines, ['redis', 'listenEnded', { client: 'ann', place: 'news.p*', isPattern: true }]);
  expect([listenersAt(trace, 4, 'news.paid'), listenersAt(trace, 4, 'news.lost')]).toEqual([['ann'], []]);
  expect(listenersAt(trace, 5, 'news.paid')).toEqual([]);
  expect(foldOf(trace).facts.places.get('redis/news.paid')?.consumers).toEqual(['ann']);
});
