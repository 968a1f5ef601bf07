/** The machine as a whole, in Node: real clients, compiled cells, and every way that a run can end. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorkshop, printed, type Workshop } from './workshop.ts';

let workshop: Workshop;
beforeAll(async () => {
  workshop = await openWorkshop();
}, 60_000);
afterAll(() => workshop.close());

const PRODUCER = `
  import Redis from 'ioredis';
  const redis = new Redis();
  for (const id of [1, 2, 3]) await redis.lpush('orders', JSON.stringify({ id }));
  console.log('sent');
  await redis.quit();
`;
const WORKER = `
  import Redis from 'ioredis';
  const redis = new Redis();
  for (;;) {
    const popped = await redis.brpop('orders', 0);
    console.log('took', popped?.[1]);
  }
`;

describe('real clients', () => {
  test('ioredis sends and takes through a list', async () => {
    const report = await workshop.run({ 'producer.ts': PRODUCER, 'worker.ts': WORKER });
    expect([printed(report, 'worker'), report.ended]).toEqual([
      ['took {"id":1}', 'took {"id":2}', 'took {"id":3}'],
      { reason: 'quiescent', waiting: [{ process: 'worker', what: 'a message on the list orders (BRPOP)' }] },
    ]);
  });

  test('amqplib publishes, consumes and acks', async () => {
    const report = await workshop.run({
      'producer.ts': `
        import amqp from 'amqplib';
        const connection = await amqp.connect('amqp://localhost');
        const channel = await connection.createConfirmChannel();
        await channel.assertQueue('orders');
        for (const id of [1, 2, 3]) channel.sendToQueue('orders', Buffer.from(String(id)));
        await channel.waitForConfirms();
        await connection.close();
        console.log('sent');
      `,
      'worker.ts': `
        import amqp from 'amqplib';
        const connection = await amqp.connect('amqp://localhost');
        const channel = await connection.createChannel();
        await channel.assertQueue('orders');
        await channel.prefetch(1);
        await channel.consume('orders', (message) => {
          if (message === null) return;
          console.log('took', message.content.toString());
          channel.ack(message);
        });
      `,
    });
    expect([printed(report, 'producer'), printed(report, 'worker')]).toEqual([['sent'], ['took 1', 'took 2', 'took 3']]);
  });

  test('a message keeps the line of the call that sent it, with both clients', async () => {
    const report = await workshop.run({
      'redis.ts': `import Redis from 'ioredis';
const redis = new Redis();
await redis.ping();
await redis.lpush('orders', 'a');
await redis.quit();`,
      'rabbit.ts': `import amqp from 'amqplib';
const connection = await amqp.connect('amqp://localhost');
const channel = await connection.createChannel();
await channel.assertQueue('mail');
channel.sendToQueue('mail', Buffer.from('b'));
await channel.close();
await connection.close();`,
    });
    const lines = report.events.flatMap(({ kind, source }) => (kind === 'messagePublished' ? `${source?.file}:${source?.line}` : []));
    expect(lines.toSorted()).toEqual(['rabbit.ts:5', 'redis.ts:4']);
  });

  test('a worker that was killed with an unacked message: RabbitMQ delivers it again', async () => {
    const report = await workshop.run(
      {
        'producer.ts': `
          import amqp from 'amqplib';
          const connection = await amqp.connect('amqp://localhost');
          const channel = await connection.createConfirmChannel();
          await channel.assertQueue('orders');
          channel.sendToQueue('orders', Buffer.from('1'));
          await channel.waitForConfirms();
          await connection.close();
        `,
        'worker.ts': `
          import amqp from 'amqplib';
          const connection = await amqp.connect('amqp://localhost');
          const channel = await connection.createChannel();
          await channel.assertQueue('orders');
          await channel.consume('orders', (message) => {
            if (message === null) return;
            console.log('took', message.content.toString(), message.fields.redelivered);
            setTimeout(() => channel.ack(message), 50);
          });
        `,
      },
      { faults: [{ kind: 'crash', process: 'worker', when: { on: 'console', process: 'worker' }, restartAfterMs: 100 }] },
    );
    expect(printed(report, 'worker')).toEqual(['took 1 false', 'took 1 true']);
  });
});

describe('determinism', () => {
  test('the same seed gives the same hash, another seed another', async () => {
    const files = { 'producer.ts': PRODUCER, 'worker.ts': WORKER };
    const first = await workshop.run(files, {}, { seed: 7 });
    const again = await workshop.run(files, {}, { seed: 7 });
    const other = await workshop.run(files, {}, { seed: 8 });
    expect([again.traceHash === first.traceHash, other.traceHash === first.traceHash]).toEqual([true, false]);
  });

  test('client instances left by an earlier run change nothing', async () => {
    const files = { 'producer.ts': PRODUCER, 'worker.ts': WORKER };
    const fresh = await workshop.run(files, {}, { seed: 7 });
    await workshop.run(files, {}, { seed: 3, reuseClients: true });
    const reused = await workshop.run(files, {}, { seed: 7, reuseClients: true });
    expect(reused.traceHash).toBe(fresh.traceHash);
  });
});

describe('endings', () => {
  test.each([
    ['a loop', 'const go = true;\nwhile (go) {}'],
    ['promises', 'const go = true;\nwhile (go) await null;'],
    ['ticks', 'const again = () => {\n process.nextTick(again); };\nagain();'],
    ['recursive promises', 'const again = (): Promise<void> =>\n Promise.resolve().then(again);\nagain();'],
  ])('an endless loop of %s ends with its line', async (_name, text) => {
    const report = await workshop.run({ 'worker.ts': text });
    expect(report.ended).toMatchObject({ reason: 'budget', source: { file: 'worker.ts', line: 2 } });
  });

  test.each([
    ['timers', 'const again = () => { setTimeout(again, 0); };\nagain();'],
    ['immediates', 'const again = () => { setImmediate(again); };\nagain();'],
  ])('endless %s end by the number of events or the deadline', async (_name, text) => {
    const report = await workshop.run({ 'worker.ts': text }, { eventBudget: 5000 });
    expect(report.ended.reason).toBe('budget');
  });

  test('what the meter cannot see is ended by the watchdog, and the next run works', async () => {
    const impatient = await openWorkshop({ watchdogMs: 2000 });
    const report = await impatient.run({ 'worker.ts': `console.log(/^(a+)+$/.test('a'.repeat(60) + 'b'));` });
    const next = await impatient.run({ 'worker.ts': `console.log('fine');` });
    await impatient.close();
    expect([report.ended.reason, printed(next, 'worker')]).toEqual(['watchdog', ['fine']]);
  }, 20_000);

  test('an uncaught error names the error and crashes its process only', async () => {
    const report = await workshop.run({
      'worker.ts': `setTimeout(() => { throw new TypeError('no stock'); }, 10);`,
      'other.ts': `console.log('fine');`,
    });
    const crash = report.events.find(({ kind }) => kind === 'processCrashed');
    expect([crash?.process, crash?.detail]).toEqual(['worker', { cause: 'uncaughtException', said: 'TypeError: no stock' }]);
  });

  test('an unhandled rejection crashes the process that made it', async () => {
    const report = await workshop.run({
      'worker.ts': `const charge = async () => { throw new Error('declined'); };\nsetTimeout(() => { charge(); }, 10);\nsetTimeout(() => {}, 50);`,
      'other.ts': `setInterval(() => {}, 1).unref(); setTimeout(() => console.log('fine'), 100);`,
    });
    const crash = report.events.find(({ kind }) => kind === 'processCrashed');
    expect([crash?.process, crash?.detail]).toEqual(['worker', { cause: 'unhandledRejection', said: 'Error: declined' }]);
  });

  test('a rejection that the very next event handles was handled too late', async () => {
    const report = await workshop.run({
      'worker.ts': `const charge = Promise.reject(new Error('declined'));\nsetImmediate(() => charge.catch(() => console.log('late')));`,
    });
    expect([report.processes[0]?.state, printed(report, 'worker')]).toEqual(['crashed', []]);
  });

  test.each([
    ['uncaughtException', `setTimeout(() => { throw new Error('declined'); }, 10);`],
    ['unhandledRejection', `setTimeout(() => { void Promise.reject(new Error('declined')); }, 10);`],
  ])('a program that listens to %s lives on', async (name, text) => {
    const report = await workshop.run({
      'worker.ts': `process.on('${name}', (error: Error) => console.log('caught', error.message));
${text}
setTimeout(() => console.log('still here'), 50);`,
    });
    expect(printed(report, 'worker')).toEqual(['caught declined', 'still here']);
  });

  test.each(['push', 'shift'])('a patched %s that the program goes on with is told, not waited for', async (name) => {
    const report = await workshop.run({
      'worker.ts': `Reflect.set(Array.prototype, '${name}', () => undefined);\nsetTimeout(() => console.log('later'), 10);`,
    });
    expect(report.ended).toMatchObject({ reason: 'tampered', said: expect.stringContaining(`Array.prototype.${name}`) });
  });

  test('a patched intrinsic is tampering', async () => {
    const report = await workshop.run({ 'worker.ts': `Array.prototype.push = () => 0;` });
    expect(report.ended).toMatchObject({ reason: 'tampered', said: expect.stringContaining('Array.prototype.push') });
  });
});

describe('time', () => {
  test('a patched intrinsic is seen in the first run of a sweep of newly loaded programs', async () => {
    const sweep = { levels: ['story'], reuseClients: true } as const;
    await workshop.run({ 'worker.ts': `console.log('harmless');` }, {}, sweep);
    const report = await workshop.run({ 'worker.ts': `Array.prototype.push = function () { return 0; };` }, {}, sweep);
    expect(report.ended.reason).toBe('tampered');
  });

  test('pure computing blocks the loop: fib(32) delays a timer', async () => {
    const report = await workshop.run({
      'worker.ts': `
        const fib = (n: number): number => (n < 2 ? n : fib(n - 1) + fib(n - 2));
        setTimeout(() => console.log('timer', performance.now() < 20 ? 'on time' : 'late'), 10);
        fib(32);
      `,
    });
    expect(printed(report, 'worker')).toEqual(['timer late']);
  });

  test('a busy wait of 800 ms ends and is drawn as a blocked loop', async () => {
    const report = await workshop.run({ 'worker.ts': `const start = Date.now(); while (Date.now() - start < 800); console.log('done');` });
    const blocked = report.events.find(({ kind }) => kind === 'processBlocked');
    expect([printed(report, 'worker'), blocked?.kind === 'processBlocked' && blocked.detail.forMicros >= 800_000]).toEqual([
      ['done'],
      true,
    ]);
  });
});
