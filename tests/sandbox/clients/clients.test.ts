/** The real npm clients on the virtual machine. */
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { CLIENTS } from '../../../sandbox/clients/index.ts';
import { buildSandbox } from '../../../scripts/build-sandbox.ts';
import { runProgram } from '../node/run-program.ts';

describe('every client', () => {
  test('is pinned to the version that is installed and locked', async () => {
    const { dependencies } = JSON.parse(await readFile('package.json', 'utf8')) as { dependencies: Record<string, string> };
    expect(CLIENTS.map(({ name, version }) => [name, version])).toEqual(CLIENTS.map(({ name }) => [name, dependencies[name]]));
  });

  for (const { name } of CLIENTS) {
    test(`${name} exports what it exports in Node`, async () => {
      const { folder } = await buildSandbox();
      const modules = JSON.parse(await readFile(`${folder}/modules.json`, 'utf8')) as Record<string, string[]>;
      const namespace = (await import(name)) as object;
      expect(modules[name]).toEqual(Object.keys(namespace).filter((key) => key !== 'default' && key !== 'module.exports'));
      const lines = await runProgram(`import * as client from '${name}'; console.log(JSON.stringify(Object.keys(client)));`);
      const seen = JSON.parse(lines[0] as string) as string[];
      for (const key of modules[name] ?? []) expect(seen).toContain(key);
    });
  }
});

describe('ioredis', () => {
  test('pushes and pops', async () => {
    const lines = await runProgram(
      `
      import { Redis } from 'ioredis';
      const redis = new Redis();
      redis.on('ready', () => console.log('ready'));
      await redis.lpush('orders', 'a', 'b');
      console.log(await redis.brpop('orders', 1), await redis.lpopBuffer('orders'), await redis.brpop('orders', 0.1));
      await redis.quit();
      `,
      ['redis'],
    );
    expect(lines).toEqual(['ready', "[ 'orders', 'a' ] <Buffer 62> null"]);
  });

  test('sends a pipeline, and names the errors of the server', async () => {
    const lines = await runProgram(
      `
      import Redis from 'ioredis';
      const redis = new Redis({ host: 'localhost', port: 6379, lazyConnect: true });
      await redis.connect();
      console.log(await redis.pipeline().lpush('a', 1).llen('a').exec());
      try { await redis.call('nope'); } catch (error) { console.log(error.name, error.message.slice(0, 26)); }
      redis.disconnect();
      `,
      ['redis'],
    );
    expect(lines).toEqual(['[ [ null, 1 ], [ null, 1 ] ]', "ReplyError ERR unknown command 'nope'"]);
  });

  test('tries again while nobody answers', async () => {
    const lines = await runProgram(`
      import Redis from 'ioredis';
      const redis = new Redis({ retryStrategy: (times) => (times > 2 ? null : 50) });
      redis.on('error', (error) => console.log(error.message));
      redis.on('end', () => console.log('gave up'));
      await redis.ping().catch((error) => console.log(error.message));
    `);
    expect(lines).toEqual([...new Array<string>(3).fill('connect ECONNREFUSED 127.0.0.1:6379'), 'gave up', 'Connection is closed.']);
  });
});

describe('amqplib', () => {
  test('publishes with a confirm, consumes and acks', async () => {
    const lines = await runProgram(
      `
      import amqp from 'amqplib';
      const connection = await amqp.connect('amqp://guest:guest@localhost');
      const channel = await connection.createConfirmChannel();
      await channel.assertQueue('orders');
      channel.sendToQueue('orders', Buffer.from('é'.repeat(3000)), { headers: { n: 1 }, contentType: 'text/plain' });
      await channel.waitForConfirms();
      await new Promise((resolve) => channel.consume('orders', (message) => {
        console.log(message.content.length, message.properties.contentType, message.properties.headers, message.fields.redelivered);
        channel.ack(message);
        resolve();
      }));
      await channel.close();
      await connection.close();
      console.log('closed');
      `,
      ['rabbitmq'],
    );
    expect(lines).toEqual(['6000 text/plain { n: 1 } false', 'closed']);
  });

  test('says when nobody listens', async () => {
    const lines = await runProgram(
      `import amqp from 'amqplib'; await amqp.connect('amqp://localhost').catch((error) => console.log(error.code));`,
    );
    expect(lines).toEqual(['ECONNREFUSED']);
  });
});

describe('kafkajs', () => {
  test('loads, and gives up where there is no broker', async () => {
    const lines = await runProgram(`
      import { Kafka, logLevel } from 'kafkajs';
      const kafka = new Kafka({ brokers: ['localhost:9092'], logLevel: logLevel.NOTHING, retry: { retries: 1 } });
      await kafka.admin().connect().catch((error) => console.log(error.name, error.message));
    `);
    expect(lines).toEqual(['KafkaJSNumberOfRetriesExceeded Connection error: connect ECONNREFUSED 127.0.0.1:9092']);
  });
});
