/** A server that programs are run against: the real one, or our simulation on a port of its own. */
import type { BrokerDefinition } from '../../../sandbox/engine/broker.ts';
import { listen } from '../../../sandbox/host/tcp-listener.ts';
import { Link, type Protocol } from './link.ts';

export interface Server {
  readonly name: 'real' | 'simulated';
  readonly db: number;
  /** A database in which no program runs. */
  readonly otherDb: number;
  open(protocol: Protocol, bare: boolean): Promise<Link>;
  /** The addresses of the connections that wait in a blocking command now. */
  blocked(): Promise<ReadonlySet<string>>;
  /** For reading and for emptying the database. */
  readonly control: Link;
  close(): Promise<void>;
}

/** The one in which programs run, and another one. */
export type Databases = readonly [db: number, otherDb: number];

/** `onBroken` hears when our own code fails; without it that ends the program. */
export async function simulatedServer(definition: BrokerDefinition, [db, otherDb]: Databases, onBroken?: () => void): Promise<Server> {
  const listening = await listen(definition, onBroken === undefined ? {} : { onBroken });
  const control = await Link.open(listening.port, 2, db);
  return {
    name: 'simulated',
    db,
    otherDb,
    control,
    open: (protocol, bare) => (bare ? Link.openBare(listening.port, protocol, db) : Link.open(listening.port, protocol, db)),
    blocked: async () => new Set(listening.broker.waiting().map(({ process }) => process)),
    async close() {
      control.close();
      await listening.close();
    },
  };
}

export async function realServer(port: number, [db, otherDb]: Databases): Promise<Server> {
  const control = await Link.open(port, 2, db);
  return {
    name: 'real',
    db,
    otherDb,
    control,
    open: (protocol, bare) => (bare ? Link.openBare(port, protocol, db) : Link.open(port, protocol, db)),
    blocked: async () => blockedIn(await ask(control, ['client', 'list'])),
    close: async () => control.close(),
  };
}

/** The text of one reply on a connection that nobody else uses meanwhile. */
export async function ask(link: Link, args: readonly string[]): Promise<string> {
  link.send([args]);
  await link.idle();
  return link.take().answers[0]?.frames[0]?.text ?? '';
}

function blockedIn(list: string): Set<string> {
  const lines = list.split('\n').filter((line) => / flags=[A-Za-z]*b/.test(line));
  return new Set(lines.map((line) => / addr=(\S+)/.exec(line)?.[1] ?? ''));
}
