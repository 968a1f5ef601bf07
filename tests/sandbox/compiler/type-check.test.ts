/** The type check: right programs pass, wrong ones get a sentence with its place. */
import typescript from 'typescript';
import { describe, expect, test } from 'vitest';
import { checkTypes } from '../../../sandbox/compiler/type-check.ts';
import { declarationsFor } from '../../../scripts/build/declarations.ts';

const MODULES = ['ioredis', 'amqplib', 'kafkajs', '#course/queue', '#course/shop', 'events', 'net', 'timers/promises'];
const types = declarationsFor(MODULES);

function said(text: string, others: Readonly<Record<string, string>> = {}): string[] {
  return checkTypes(typescript, { files: { 'worker.ts': text, ...others }, types }).map(
    ({ file, line, column, said: sentence }) => `${file}:${line}:${column} ${sentence}`,
  );
}

describe('a program that is right', () => {
  test.each([
    [
      `import Redis from 'ioredis'; const redis = new Redis(); const n: number = await redis.lpush('orders', 'a'); console.log(n, (await redis.brpop('orders', 0))?.[1].length);`,
    ],
    [`import { Redis, type RedisOptions } from 'ioredis'; const options: RedisOptions = { port: 6379 }; new Redis(options).quit();`],
    [
      `import amqp from 'amqplib'; const channel = await (await amqp.connect('amqp://localhost')).createChannel(); await channel.consume('q', (message) => { if (message) channel.ack(message); });`,
    ],
    [`import { Kafka } from 'kafkajs'; await new Kafka({ brokers: ['localhost:9092'] }).producer().connect();`],
    [`import { Queue } from '#course/queue'; const orders = new Queue<string>('orders'); await orders.put('a');`],
    [
      `import { EventEmitter, once } from 'node:events'; import { setTimeout as sleep } from 'node:timers/promises'; await sleep(1); await once(new EventEmitter(), 'x');`,
    ],
    [
      `setTimeout(() => {}, 1).unref(); process.stdout.write(Buffer.from('x').toString('hex')); console.log(import.meta.url, structuredClone({ a: 1 }).a, (await fetch('http://a')).status, new URL('http://a').host, performance.now());`,
    ],
  ])('%s', (text) => {
    expect(said(text)).toEqual([]);
  });

  test('of two files', () => {
    expect(
      said(`import { encode, type Order } from './order.ts';\nconst order: Order = { id: 1 };\nencode(order);`, {
        'order.ts': `export interface Order { id: number }\nexport const encode = (order: Order): string => String(order.id);`,
      }),
    ).toEqual([]);
  });
});

describe('a program that is wrong', () => {
  test('with a wrong argument', () => {
    expect(said(`const n: number = 1;\nn.toUpperCase();`)).toEqual([
      `worker.ts:2:3 Property 'toUpperCase' does not exist on type 'number'.`,
    ]);
  });

  test('with syntax that cannot be stripped', () => {
    expect(said(`enum A { B }\nconsole.log(A.B);`)).toEqual([
      'worker.ts:1:6 Node runs TypeScript by taking the types away. That is not possible with enum, namespace and parameter properties: write them in plain JavaScript.',
    ]);
  });

  test("with a browser's globals or a module that the sandbox does not have", () => {
    expect(said(`import fs from 'node:fs';\nfs; document.title;`)).toEqual([
      `worker.ts:1:16 Cannot find name 'node:fs'.`,
      `worker.ts:2:5 Cannot find name 'document'.`,
    ]);
  });

  test('and is put right', () => {
    expect([said(`const a: string = 1; a;`).length, said(`const a: string = '1'; a;`).length]).toEqual([1, 0]);
  });
});
