/** Lanes: programs are compared side by side, each lane in a database of its own on both servers, since most of the time is waiting. */
import type { BrokerDefinition } from '../../sandbox/engine/broker.ts';
import type { RealAddress } from './wire/real-address.ts';
import { realServer, simulatedServer } from './wire/server.ts';
import { Stage } from './wire/stage.ts';

export interface Lane {
  readonly real: Stage;
  readonly simulated: Stage;
}

export async function openLanes({ port, databases }: RealAddress, definition: BrokerDefinition): Promise<Lane[]> {
  const own = databases.length > 1 ? databases.slice(0, -1) : databases;
  const otherDb = databases.at(-1) ?? 0;
  return await Promise.all(
    own.map(async (db) => ({
      real: new Stage(await realServer(port, [db, otherDb])),
      simulated: new Stage(await simulatedServer(definition, [db, otherDb])),
    })),
  );
}

/** The lane of a server that nobody else uses. */
export async function openOwnLane(port: number, definition: BrokerDefinition): Promise<Lane> {
  const databases = [0, 1] as const;
  return { real: new Stage(await realServer(port, databases)), simulated: new Stage(await simulatedServer(definition, databases)) };
}

export async function closeLanes(lanes: readonly Lane[]): Promise<void> {
  await Promise.all(lanes.flatMap(({ real, simulated }) => [clear(real), simulated.close()]));
}

async function clear(real: Stage): Promise<void> {
  real.server.control.send([['flushdb']]);
  await real.server.control.idle();
  await real.close();
}

/**
 * Does the work on every item, as many at once as there are lanes. What listens goes through the first lane, one after the other:
 * channels are the same in all databases.
 */
export async function inLanes<Item>(
  items: readonly Item[],
  lanes: readonly Lane[],
  listens: (item: Item) => boolean,
  work: (item: Item, lane: Lane) => Promise<void>,
): Promise<void> {
  const alone = items.filter(listens);
  const others = items.filter((item) => !listens(item));
  const drain = async (lane: Lane, queues: Item[][]) => {
    for (const queue of queues) for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item, lane);
  };
  await Promise.all(lanes.map((lane, index) => drain(lane, index === 0 ? [alone, others] : [others])));
}
