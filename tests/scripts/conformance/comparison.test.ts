/** The comparison itself, with our simulation in the place of the real server: nothing differs, unless something does. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { redis } from '../../../sandbox/brokers/redis/redis.ts';
import { listen } from '../../../sandbox/host/tcp-listener.ts';
import type { Bug } from '../../../scripts/conformance/bugs/bug.ts';
import { bugs } from '../../../scripts/conformance/bugs/bugs.ts';
import { hunt } from '../../../scripts/conformance/bugs/hunt.ts';
import { mutatedBroker, removeMutatedBrokers } from '../../../scripts/conformance/bugs/mutated-broker.ts';
import { Comparison } from '../../../scripts/conformance/comparison.ts';
import { closeLanes, type Lane, openLanes } from '../../../scripts/conformance/lane.ts';
import { outcomeOf } from '../../../scripts/conformance/outcome.ts';
import { story } from '../../../scripts/conformance/program.ts';
import { findReal } from '../../../scripts/conformance/wire/real-address.ts';

const PUSHES = story('pushes', 'A rpush ~l a b\nA lpush ~l c\nB3 lrange ~l 0 -1\nA pexpire ~l 100000');
const WAITS = story('one waits', 'A blpop ~l 0\nB rpush ~l x\nA blpop ~none 0');
const bug = bugs.find(({ said }) => said === 'LPUSH pushes at the tail') as Bug;
const NO_BUG_AT_ALL: Bug = { ...bug, said: 'the same text', replacement: bug.text };

let server: Awaited<ReturnType<typeof listen>>;
let lanes: Lane[];

beforeAll(async () => {
  server = await listen(redis);
  lanes = await openLanes({ port: server.port, databases: [11, 12], version: '7.0.15' }, redis);
});

afterAll(async () => {
  await closeLanes(lanes);
  await server.close();
});

test('an outcome has each answer, who waits, and what the database holds in the end', async () => {
  const { lines } = await outcomeOf(PUSHES, (lanes[0] as Lane).real);
  expect(lines).toEqual([
    'A rpush inflight:l a b → :2',
    'A lpush inflight:l c → :3',
    'B lrange inflight:l 0 -1 → *[$c, $a, $b]',
    'A pexpire inflight:l 100000 → :1',
    'A ping → +PONG',
    'B ping → +PONG',
    'in the end dbsize → :1',
    'in the end type inflight:l → +list',
    expect.stringMatching(/^in the end pttl inflight:l → :≈\d+$/),
    'in the end lrange inflight:l 0 -1 → *[$c, $a, $b]',
  ]);
});

test('who waits is told, when it is served and when it is not', async () => {
  const { lines, waited } = await outcomeOf(WAITS, (lanes[0] as Lane).simulated);
  expect(lines.slice(0, 5)).toEqual([
    'A waits',
    'B rpush inflight:l x → :1',
    'A blpop inflight:l 0 → *[$inflight:l, $x]',
    'A waits',
    'A still waits',
  ]);
  expect(waited).toHaveLength(2);
});

test('two servers that are the same differ in nothing, and each reply is counted', async () => {
  const comparison = new Comparison(lanes);
  expect(await comparison.differences([PUSHES, WAITS])).toEqual([]);
  expect(comparison.coverage.seen().rpush).toEqual({ integer: 2 });
});

test('a broker with a bug differs', async () => {
  const broken = await openLanes({ port: server.port, databases: [11, 12], version: '7.0.15' }, await mutatedBroker(bug, 1000));
  const [parted] = await new Comparison(broken).differences([PUSHES]);
  expect(parted?.difference).toMatchObject({
    real: 'B lrange inflight:l 0 -1 → *[$c, $a, $b]',
    simulated: 'B lrange inflight:l 0 -1 → *[$a, $b, $c]',
  });
  await closeLanes(broken);
  removeMutatedBrokers();
});

test('the hunt finds a bug by the program that shows it, and finds none where there is none', async () => {
  const hunted = await hunt([bug, NO_BUG_AT_ALL], [WAITS, PUSHES], lanes, () => {});
  expect(hunted.map(({ found }) => found && [found.by, found.tried])).toEqual([['pushes', 2], null]);
});

test('a database that holds other data is not used', async () => {
  const { control } = (lanes[0] as Lane).real.server;
  control.send([
    ['select', '13'],
    ['set', 'mine', '1'],
    ['select', '11'],
  ]);
  await control.idle();
  control.take();
  expect(await findReal(`redis://127.0.0.1:${server.port}`)).toMatchObject({ databases: [11, 12, 14, 15], version: '7.0.15' });
});
