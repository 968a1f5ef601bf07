/** Keyspace events: what each command tells, who hears it where, and what the setting chooses. On servers of their own, since the setting is everybody's. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { REAL_TIME } from '../target.ts';
import { collectionEventStories } from './collection-event-stories.ts';
import { Conversation } from './conversation.ts';
import { keyMissStories } from './key-miss-stories.ts';
import { playDeeds } from './keyspace-event-exchange.ts';
import { keyspaceEventStories } from './keyspace-event-stories.ts';
import { freePort, pairKinds, type ReplicaServer } from './replica-pair.ts';

describe.each(pairKinds())('keyspace events ($name)', REAL_TIME, ({ start }) => {
  let server: ReplicaServer;
  const open: Conversation[] = [];

  beforeAll(async () => {
    server = await start(await freePort());
  });

  afterAll(async () => {
    for (const conversation of open) conversation.close();
    await server.close();
  });

  async function client(...lines: string[]): Promise<Conversation> {
    const conversation = await Conversation.open(server.port);
    open.push(conversation);
    for (const line of lines) await conversation.ask(line);
    return conversation;
  }

  test.each(Object.entries({ ...keyspaceEventStories, ...collectionEventStories, ...keyMissStories }))('%s', async (_, deeds) => {
    expect(await playDeeds(server.port, deeds)).toEqual(deeds);
  });

  test('the key has a channel, then the event, also for who listens to a pattern or in RESP3 (notify.c)', async () => {
    const shop = await client('flushall', 'config set notify-keyspace-events AKE');
    const listener = await client('psubscribe __key*__:*');
    const newer = await client('hello 3', 'subscribe __keyspace@0__:jobs', 'subscribe __keyevent@0__:lpush');
    await shop.ask('lpush jobs a');
    expect(await listener.reply()).toBe('*4|$8|pmessage|$10|__key*__:*|$19|__keyspace@0__:jobs|$5|lpush');
    expect(await listener.reply()).toBe('*4|$8|pmessage|$10|__key*__:*|$20|__keyevent@0__:lpush|$4|jobs');
    expect(await newer.reply()).toBe('>3|$7|message|$19|__keyspace@0__:jobs|$5|lpush');
    expect(await newer.reply()).toBe('>3|$7|message|$20|__keyevent@0__:lpush|$4|jobs');
  });

  test.each([
    ['Kl', ['jobs lpush']],
    ['El', ['lpush jobs']],
    ['Eg', ['del jobs']],
    ['KEg', ['jobs del', 'del jobs']],
    ['E$shzxetd', []],
    ['Al', []],
    ['Em', ['keymiss jobs']],
    ['En', ['new jobs']],
    // CONFIG GET tells this as AE, but new keys are told of all the same (keyspaceEventsStringToFlags).
    ['EAn', ['new jobs', 'lpush jobs', 'del jobs']],
    ['', []],
  ])('with the setting "%s" only what it chooses is told (keyspaceEventsStringToFlags in notify.c)', async (setting, told) => {
    const shop = await client('flushall', `config set notify-keyspace-events "${setting}"`);
    const listener = await client('psubscribe __key*__:*');
    for (const line of ['lpush jobs a', 'del jobs', 'get jobs', 'publish __key__:end x']) await shop.ask(line);
    const heard: string[] = [];
    for (;;) {
      const words = (await listener.reply()).split('|');
      if (words[6] === '__key__:end') break;
      heard.push(`${words[6]?.replace(/^.*__:/, '')} ${words[8]}`);
    }
    expect(heard).toEqual(told);
  });

  test('a refused setting changes nothing, and a restart forgets it (config.c)', async () => {
    const shop = await client('config set notify-keyspace-events El');
    await shop.ask('config set notify-keyspace-events ? timeout 0');
    const listener = await client('psubscribe __key*__:*');
    await shop.ask('lpush jobs a');
    expect(await listener.reply()).toContain('__keyevent@0__:lpush');
    await server.restart();
    const again = await client();
    expect(await again.ask('config get notify-keyspace-events')).toBe('*2|$22|notify-keyspace-events|$0|');
    const deaf = await client('psubscribe __key*__:*');
    await again.ask('lpush jobs a');
    await again.ask('publish __key__:end x');
    expect(await deaf.reply()).toContain('__key__:end');
  });
});
