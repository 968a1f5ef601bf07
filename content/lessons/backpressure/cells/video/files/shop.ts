import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from '#course/broker';

const SEND_THE_VIDEO = true; // the switch: false sends a reference

interface Job {
  name: string;
  video?: string;
}

const broker = await connect();

async function orderEncoding(): Promise<void> {
  const jobs = broker.queue<Job>('videos');
  for (const name of ['video-1', 'video-2']) {
    const video = 'x'.repeat(600_000); // 600 KB
    if (SEND_THE_VIDEO) {
      await jobs.publish({ name, video });
    } else {
      const store = `http://localhost:9000/${name}`;
      await fetch(store, { method: 'PUT', body: video });
      await jobs.publish({ name });
    }
    await sleep(200);
  }
}

// A mail every 100 ms, over the same connection to the broker.
async function orderMails(): Promise<void> {
  const mails = broker.queue<{ order: string; at: number }>('mails');
  for (let number = 1; number <= 8; number += 1) {
    await sleep(100);
    const order = `order-${number}`;
    await mails.publish({ order, at: Date.now() });
  }
}

await Promise.all([orderEncoding(), orderMails()]);
await broker.close();
