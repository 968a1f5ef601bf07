/** The rows of Redis: ours beside a real server with the same client, beside `ioredis-mock`, and beside itself with fewer messages. */
import { buildSandbox } from '../../scripts/build-sandbox.ts';
import { findReal, type RealAddress } from '../../scripts/conformance/wire/real-address.ts';
import { interleave, type Samples } from '../measure.ts';
import { type Row, ratioRow } from '../row.ts';
import type { WorkloadName } from './cell/workloads.ts';
import { installRivals, runOnMock } from './mock-redis.ts';
import { runOnReal } from './real-redis.ts';
import { openSimulatedRedis, type SimulatedRedis } from './simulated-redis.ts';

/** What can be asked for alone: all of them take a quarter of an hour. */
export type RedisGroup = 'lists' | 'streams' | 'pubsub';

interface Subject {
  readonly group: RedisGroup;
  readonly workload: WorkloadName;
  readonly title: string;
  /** What the real server's run is compared by: its time, or the processor time of the client in it. */
  readonly against: 'time' | 'client';
  /** At most so much of what ioredis-mock takes; infinite where it need not be beaten. */
  readonly mockLimit: number;
}

const HALF = 0.5;

const SUBJECTS: readonly Subject[] = [
  { group: 'lists', workload: 'listSerial', title: 'LPUSH, RPOP one by one', against: 'time', mockLimit: HALF },
  { group: 'lists', workload: 'listPipelined', title: 'LPUSH, RPOP in pipelines', against: 'client', mockLimit: HALF },
  { group: 'lists', workload: 'listBlocking', title: 'LPUSH to BRPOP', against: 'time', mockLimit: HALF },
  { group: 'streams', workload: 'streamSerial', title: 'XADD', against: 'time', mockLimit: HALF },
  { group: 'streams', workload: 'groupBatched', title: 'XADD, XREADGROUP, XACK by 100', against: 'client', mockLimit: HALF },
  { group: 'streams', workload: 'groupSingle', title: 'XADD, XREADGROUP, XACK one by one', against: 'time', mockLimit: HALF },
  { group: 'pubsub', workload: 'publish', title: 'PUBLISH to one subscriber', against: 'time', mockLimit: Number.POSITIVE_INFINITY },
];

/** A sample is the mean of so many runs: one of a thousand messages is short beside what else a machine does. */
const SIZES = [
  { count: 1_000, runs: 10, repetitions: 7, warmUps: 1 },
  { count: 10_000, runs: 1, repetitions: 5, warmUps: 1 },
  { count: 100_000, runs: 1, repetitions: 3, warmUps: 0 },
] as const;
const LIMIT = { time: 1, client: 3 } as const;
const GROWTH_LIMIT = 2;
const MOST = 100_000;
/** Before the first sample, so that both find their code compiled. */
const WARM_UP_COUNT = 20_000;

export async function redisRows(group: RedisGroup): Promise<Row[]> {
  const real = await findReal();
  if (typeof real === 'string') {
    console.log(`redis: no rows. ${real}`);
    return [];
  }
  await buildSandbox();
  await installRivals();
  const simulated = await openSimulatedRedis();
  try {
    const rows: Row[] = [];
    for (const subject of SUBJECTS.filter((one) => one.group === group)) {
      rows.push(...(await rowsOf(subject, simulated, real)));
    }
    return rows;
  } finally {
    await simulated.close();
  }
}

async function rowsOf(subject: Subject, simulated: SimulatedRedis, real: RealAddress): Promise<Row[]> {
  const { workload, title, against, mockLimit } = subject;
  const rows: Row[] = [];
  const perMessage = new Map<number, Samples>();
  await simulated.run(workload, WARM_UP_COUNT);
  await runOnReal(real, workload, WARM_UP_COUNT);
  for (const { count, runs, repetitions, warmUps } of SIZES) {
    const micros = async (run: () => Promise<number>): Promise<number> => {
      let sumMs = 0;
      for (let done = 0; done < runs; done += 1) sumMs += await run();
      return (sumMs * 1000) / (runs * count);
    };
    const [ours, theirs] = await interleave(
      [
        {
          name: 'ours, trace recorded',
          unit: 'µs a message',
          sample: () => micros(() => simulatedMs(simulated, workload, count)),
        },
        {
          name: against === 'time' ? `Redis ${real.version}` : `the client's processor time with Redis ${real.version}`,
          unit: 'µs a message',
          sample: () =>
            micros(async () => {
              const { elapsedMs, clientMs } = await runOnReal(real, workload, count);
              return against === 'time' ? elapsedMs : clientMs;
            }),
        },
      ],
      repetitions,
      warmUps,
    );
    if (ours === undefined || theirs === undefined) throw new Error('Nothing was measured.');
    rows.push(ratioRow(`${title}, ${count.toLocaleString('en')} messages`, LIMIT[against], ours, theirs));
    perMessage.set(count, ours);
    if (count === MOST) rows.push(...(await mockRow(workload, title, mockLimit, ours)));
  }
  const [most, least] = [perMessage.get(MOST), perMessage.get(SIZES[0].count)];
  if (most !== undefined && least !== undefined) {
    // Not in pairs: the repetitions differ in number.
    const same = {
      ...least,
      name: `ours, ${SIZES[0].count.toLocaleString('en')} messages`,
      values: most.values.map((_, index) => least.values[index] as number),
    };
    rows.push(ratioRow(`${title}, a message of ${MOST.toLocaleString('en')} against one of 1,000`, GROWTH_LIMIT, most, same));
  }
  return rows;
}

/** Without loading the client and connecting, which the real server's time does not hold either. */
async function simulatedMs(simulated: SimulatedRedis, workload: WorkloadName, count: number): Promise<number> {
  const emptyMs = await simulated.run(workload, 0);
  return (await simulated.run(workload, count)) - emptyMs;
}

/** One sample: it would take minutes where its cost grows with the square of the messages. */
async function mockRow(workload: WorkloadName, title: string, limit: number, ours: Samples): Promise<Row[]> {
  const sample = await runOnMock(workload, MOST);
  if (sample.kind === 'unsupported') {
    console.log(`${title}: ioredis-mock does not support it.`);
    return [];
  }
  const micros = (sample.elapsedMs * 1000) / MOST;
  const name = sample.kind === 'took' ? 'ioredis-mock' : 'ioredis-mock, ended before it was done';
  const mock = { name, unit: 'µs a message', values: ours.values.map(() => micros) };
  return [ratioRow(`${title}, 100,000 messages, beside ioredis-mock`, limit, ours, mock)];
}
