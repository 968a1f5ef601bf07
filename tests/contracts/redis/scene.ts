/** A scene with a Redis server: several clients, of which some wait while another one speaks. */
import { later } from '../target.ts';
import { Conversation } from './conversation.ts';

/**
 * `[client, command, reply]`. The client `shop` waits for each reply; of the others a command is sent (reply `…`), what has come
 * meanwhile is read (command `?`), or nothing must have come (command `-`).
 */
export type Step = readonly [client: string, command: string, reply: string];
export type Scenes = Readonly<Record<string, readonly Step[]>>;

/** Long enough for a command to have reached the server and be blocked there. */
const SETTLE_MS = 40;

/** Plays the steps in an empty database 10; the steps come back with the replies that there were. */
export async function play(port: number, steps: readonly Step[]): Promise<Step[]> {
  const clients = new Map<string, Conversation>();
  const played: Step[] = [];
  try {
    await (await clientIn(clients, port, 'shop')).ask('flushdb');
    for (const [name, command] of steps) {
      played.push([name, command, await replyTo(await clientIn(clients, port, name), name, command)]);
    }
    return played;
  } finally {
    await clients.get('shop')?.ask('flushdb');
    for (const client of clients.values()) client.close();
  }
}

async function clientIn(clients: Map<string, Conversation>, port: number, name: string): Promise<Conversation> {
  const known = clients.get(name);
  if (known !== undefined) return known;
  const opened = await Conversation.open(port);
  clients.set(name, opened);
  await opened.ask('select 10');
  return opened;
}

async function replyTo(client: Conversation, name: string, command: string): Promise<string> {
  if (name === 'shop') return await client.ask(command);
  if (command === '?') return await client.reply();
  if (command === '-') return (await client.isSilentFor(SETTLE_MS)) ? '' : await client.reply();
  client.send(`${command}\r\n`);
  await later(SETTLE_MS);
  return '…';
}
