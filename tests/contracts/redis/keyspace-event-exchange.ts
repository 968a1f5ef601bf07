/** What a command tells as keyspace events: played on a server with one who listens to all of them. */
import { later } from '../target.ts';
import { Conversation } from './conversation.ts';

/**
 * A command and its events in order, each as `event key`, with the database before it (`10: `) when that is not 9. A command that
 * begins with `ann: ` is sent by another client, which waits; `wait 200` lets milliseconds pass.
 */
export type Deed = readonly [command: string, ...events: string[]];
export type EventStories = Readonly<Record<string, readonly Deed[]>>;

/** Long enough for a command to have reached the server and be blocked there. */
const SETTLE_MS = 40;
const DATABASE = 9;
const DONE = 'done';

/** Plays the deeds in an empty database; they come back with the events that there were. */
export async function playDeeds(port: number, deeds: readonly Deed[]): Promise<Deed[]> {
  const clients = [
    await Conversation.open(port),
    await Conversation.open(port),
    await Conversation.open(port),
    await Conversation.open(port),
  ];
  const [shop, ann, herald, listener] = clients as [Conversation, Conversation, Conversation, Conversation];
  try {
    for (const client of [shop, ann]) await client.ask(`select ${DATABASE}`);
    await shop.ask('flushall');
    await shop.ask('config set notify-keyspace-events EAmn');
    await listener.ask('psubscribe __keyevent@*');
    listener.send(`subscribe ${DONE}\r\n`);
    await listener.reply();
    const played: Deed[] = [];
    for (const [command] of deeds) {
      await play(command, shop, ann);
      await herald.ask(`publish ${DONE} x`);
      played.push([command, ...(await heard(listener))]);
    }
    return played;
  } finally {
    for (const client of clients) client.close();
  }
}

async function play(command: string, shop: Conversation, ann: Conversation): Promise<void> {
  if (command.startsWith('wait ')) return await later(Number(command.slice('wait '.length)));
  if (!command.startsWith('ann: ')) return void (await shop.ask(command));
  ann.send(`${command.slice('ann: '.length)}\r\n`);
  await later(SETTLE_MS);
}

async function heard(listener: Conversation): Promise<string[]> {
  const events: string[] = [];
  for (;;) {
    const words = (await listener.reply()).split('|');
    if (words[2] === 'message' && words[4] === DONE) return events;
    const [, database = '', event = ''] = /^__keyevent@(\d+)__:(.*)$/.exec(words[6] ?? '') ?? [];
    events.push(`${database === String(DATABASE) ? '' : `${database}: `}${event} ${words[8]}`);
  }
}
