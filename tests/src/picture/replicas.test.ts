/** The picture of a master and its replica: two boxes, the line between them, and a copy that comes along it. */
import { expect, test } from 'vitest';
import { foldOf } from '../../../src/picture/fold.ts';
import { layoutOf } from '../../../src/picture/layout-of.ts';
import { sceneMarkup } from '../../../src/picture/markup.ts';
import { tokensOf } from '../../../src/picture/tokens.ts';
import { pushes, redisTold } from './redis-story.ts';

const trace = redisTold(
  ['shop'],
  ['redis', 'connectionOpened', { connection: 'replica:1', client: 'replica', server: 'redis' }],
  ...pushes('m1', 'jobs'),
  ['replica', 'messageCopied', { place: 'jobs', at: 'head' }, 'm1'],
  ['replica', 'roleChanged', { role: 'master', of: null }],
  ['replica', 'copyRemoved', { place: 'jobs' }, 'm1'],
);
const [STORED, COPIED, PROMOTED, REMOVED] = [3, 4, 5, 6];
const { facts } = foldOf(trace);
const layout = layoutOf(facts, 'wide');
const sceneAt = (sequence: number) => foldOf(trace).sceneAt(sequence);

test('the line leads from the master down to its replica, with room between them', () => {
  const [master, replica] = layout.brokers;
  const line = layout.links.find(({ role }) => role === 'copies');
  expect(line).toMatchObject({ process: 'replica', other: 'redis' });
  expect([line?.from.y, line?.to.y]).toEqual([(master?.y ?? 0) + (master?.height ?? 0), replica?.y]);
  expect((line?.to.y ?? 0) - (line?.from.y ?? 0)).toBeGreaterThan(30);
});

test('a copy lies in both places, comes from that of the master, and goes when it is removed', () => {
  const waiting = [STORED, COPIED, REMOVED].map((sequence) => [
    sceneAt(sequence).places.get('redis/jobs')?.waiting,
    sceneAt(sequence).places.get('replica/jobs')?.waiting,
  ]);
  expect(waiting).toEqual([
    [['m1'], []],
    [['m1'], ['m1']],
    [['m1'], []],
  ]);
  const copy = tokensOf(sceneAt(COPIED), layout, facts).tokens.find(({ key }) => key === 'm1@replica/jobs');
  expect(copy?.origin).toBe('m1@redis/jobs');
});

test('the boxes say who is what, and the line is gone once the replica is a master', () => {
  const markup = (sequence: number) => sceneMarkup(trace, sequence, { shapes: ['wide'] });
  const count = (text: string, what: RegExp) => [...text.matchAll(what)].length;
  expect(count(markup(COPIED), />master</g)).toBe(1);
  expect(count(markup(PROMOTED), />master</g)).toBe(2);
  expect(count(markup(COPIED), /class="link/g) - count(markup(PROMOTED), /class="link/g)).toBe(1);
});
