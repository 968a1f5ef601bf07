/** Services between processes, from a learner's side: what a crash or a slip does to those at the other end. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildSandbox } from '../../../scripts/build-sandbox.ts';
import { openWorkshop, printed, type Workshop } from './workshop.ts';

let workshop: Workshop;

beforeAll(async () => {
  await buildSandbox();
  workshop = await openWorkshop();
});

afterAll(() => workshop.close());

test('a caller hears that the service crashed in the middle of its request', async () => {
  const server = `
    import http from 'node:http';
    http.createServer((request, response) => {
      setTimeout(() => response.end('done'), 100);
    }).listen(3000);
  `;
  const client = `
    for (const order of [1, 2]) {
      await fetch('http://localhost:3000/' + order)
        .then((response) => response.text(), (error) => error.cause.message)
        .then((text) => console.log(order, text));
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  `;
  const report = await workshop.run(
    { 'server.ts': server, 'client.ts': client },
    { network: { latencyMs: [5, 5] }, faults: [{ kind: 'crash', process: 'server', when: { atMs: 50 }, restartAfterMs: 10 }] },
  );
  expect(printed(report, 'client')).toEqual(['1 socket hang up', '2 done']);
});

test('two consumers that are made before either begins share the queue', async () => {
  const report = await workshop.run({
    'app.ts': `
      import { connect } from '#course/broker';
      const broker = await connect();
      const queue = broker.queue<string>('orders');
      const consumers = [queue.consume(), queue.consume()];
      consumers.forEach(async (consumer, index) => {
        for await (const message of consumer) {
          console.log(index);
          await new Promise((resolve) => setTimeout(resolve, 500));
          await message.ack();
        }
      });
      for (const order of ['a', 'b', 'c', 'd']) await queue.publish(order);
    `,
  });
  expect(printed(report, 'app').toSorted()).toEqual(['0', '0', '1', '1']);
});
