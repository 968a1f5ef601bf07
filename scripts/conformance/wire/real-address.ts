/** Where the real Redis is: REDIS_URL or the local one, what version answers, and a database in which nobody keeps anything. */
import { answers } from '../../answers.ts';
import { PREFIX } from '../program.ts';
import { Link } from './link.ts';
import { ask } from './server.ts';

export interface RealAddress {
  readonly port: number;
  /** Databases that hold nothing of anybody else; at least one. */
  readonly databases: readonly number[];
  readonly version: string;
}

const DATABASES = [11, 12, 13, 14, 15];

/** The real server; a sentence when there is none to use. */
export async function findReal(url = process.env.REDIS_URL ?? 'redis://127.0.0.1:6379'): Promise<RealAddress | string> {
  const { hostname, port: digits } = new URL(url);
  const port = Number(digits || 6379);
  if (!['127.0.0.1', 'localhost', '[::1]'].includes(hostname)) return `${url} is not on this machine.`;
  if (!(await answers(port))) return `No Redis answers at ${url}.`;
  const link = await Link.open(port, 2, 0);
  try {
    const version = /redis_version:(\S+)/.exec(await ask(link, ['info', 'server']))?.[1] ?? '';
    const databases: number[] = [];
    for (const db of DATABASES) {
      await ask(link, ['select', String(db)]);
      if ((await foreignKeys(link)) === 0) databases.push(db);
    }
    if (databases.length > 0) return { port, databases, version };
    return `The Redis at ${url} holds other data in every database from ${DATABASES[0]} on; they are left alone.`;
  } finally {
    link.close();
  }
}

async function foreignKeys(link: Link): Promise<number> {
  link.send([['dbsize'], ['keys', `${PREFIX}*`]]);
  await link.idle();
  const [size, ours] = link.take().answers.map(({ frames }) => frames[0]);
  return Number(size?.text ?? 0) - (ours?.items?.length ?? 0);
}
