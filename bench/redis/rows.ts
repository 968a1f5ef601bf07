/** The rows of Redis: ours beside a real server with the same client, beside `ioredis-mock`, and beside itself with fewer messages. */
import { buildSandbox } from '../../scripts/build-sandbox.ts';
import { findReal, type RealAddress } from '../../scripts/conformance/wire/real-address.ts';
import { interleave, type Samples } from '../measure.ts';
import { type Row, ratioRow, tableOf } from '../row.ts';
import type { WorkloadName } from './cell/workloads.ts';
import { installRivals, runOnMock } from './mock-redis.ts';
import { runOnReal } from './real-redis.ts';
import { openSimulatedRedis, type SimulatedRedis } from './simulated-redis.ts';

interface Subject {
  readonly workload: WorkloadName;
  readonly title: string;
  /** What the real server's run is compared by: its time, or the processor time of the client in it. */
  readonly against: 'time' | 'client';
  /** Null where the rival need not be beaten. */
  readonly mockLimit: number | null;
}

const SUBJECTS: readonly Subject[] = [
  { workload: 'listSerial', title: 'LPUSH, RPOP one by one', against: 'time', mockLimit: 0.5 },
  { workload: 'listPipelined', title: 'LPUSH, RPOP in pipelines', against: 'client', mockLimit: 0.5 },
  { workload: 'listBlocking', title: 'LPUSH to BRPOP', against: 'time', mockLimit: 0.5 },
  { workload: 'streamSerial', title: 'XADD', against: 'time', mockLimit: 0.5 },
  { workload: 'groupBatched', title: 'XADD, XREADGROUP, XACK by 100', against: 'client', mockLimit: 0.5 },
  { workload: 'groupSingle', title: 'XADD, XREADGROUP, XACK one by one', against: 'time', mockLimit: 0.5 },
  { workload: 'publish', title: 'PUBLISH to one subscriber', against: 'time', mockLimit: null },
];

const SIZES = [
  { count: 1_000, repetitions: 7, warmUps: 2 },
  { count: 10_000, repetitions: 4, warmUps: 1 },
  { count: 100_000, repetitions: 3, warmUps: 0 },
] as const;
const LIMIT = { time: 1, client: 3 } as const;
const GROWTH_LIMIT = 2;
const MOST = 100_000;
/** Before the first sample, so that both find their code compiled. */
const WARM_UP_COUNT = 20_000;

export async function redisRows(): Promise<Row[]> {
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
    for (const subject of SUBJECTS.filter((s) => !process.env.ONLY || process.env.ONLY.split(',').includes(s.workload))) {
      const added = await rowsOf(subject, simulated, real);
      // All of them take a quarter of an hour: what is measured is said at once.
      console.log(tableOf(added));
      rows.push(...added);
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
  for (const { count, repetitions, warmUps } of SIZES) {
    const perMicros = (ms: number): number => (ms * 1000) / count;
    const [ours, theirs] = await interleave(
      [
        {
          name: 'ours, trace recorded',
          unit: 'µs a message',
          sample: async () => perMicros(await simulatedMs(simulated, workload, count)),
        },
        {
          name: against === 'time' ? `Redis ${real.version}` : `the client's processor time with Redis ${real.version}`,
          unit: 'µs a message',
          sample: async () => {
            const { elapsedMs, clientMs } = await runOnReal(real, workload, count);
            return perMicros(against === 'time' ? elapsedMs : clientMs);
          },
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
async function mockRow(workload: WorkloadName, title: string, limit: number | null, ours: Samples): Promise<Row[]> {
  const sample = await runOnMock(workload, MOST);
  if (sample.kind === 'unsupported') {
    console.log(`${title}: ioredis-mock does not support it.`);
    return [];
  }
  const micros = (sample.elapsedMs * 1000) / MOST;
  const name = sample.kind === 'took' ? 'ioredis-mock' : 'ioredis-mock, ended before it was done';
  const mock = { name, unit: 'µs a message', values: ours.values.map(() => micros) };
  return [ratioRow(`${title}, 100,000 messages, beside ioredis-mock`, limit ?? Number.POSITIVE_INFINITY, ours, mock)];
}
