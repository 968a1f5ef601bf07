import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from '#course/broker';

interface Reading {
  number: number;
  startedAt: number;
  at: number;
}

const broker = await connect();
const orders = broker.queue<string>('orders', { capacity: 5, whenFull: 'reject' });
const readings = broker.queue<Reading>('readings', { capacity: 5, whenFull: 'dropOldest' });

async function takeOrders(): Promise<void> {
  for (let number = 1; number <= 12; number += 1) {
    await sleep(30);
    await orders.publish(`order-${number}`);
  }
}

async function measure(): Promise<void> {
  const startedAt = Date.now();
  for (let number = 1; number <= 20; number += 1) {
    await sleep(30);
    await readings.publish({ number, startedAt, at: Date.now() });
  }
}

await Promise.all([takeOrders(), measure()]);
await broker.close();
