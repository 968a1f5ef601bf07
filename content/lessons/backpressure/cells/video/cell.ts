/** Videos inside messages: every byte of them goes through the broker twice, and a mail behind one of them waits. */
import type { Cell } from '../../../../../sandbox/engine/cell.ts';
import { eventsOf, linesAfter } from '../../../../story.ts';

/** The shop puts the videos into the store and sends their names. */
const referenceOnly = `import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from '#course/broker';

const broker = await connect();

async function orderEncoding(): Promise<void> {
  const jobs = broker.queue<{ name: string }>('videos');
  for (const name of ['video-1', 'video-2']) {
    await fetch('http://localhost:9000/' + name, { method: 'PUT', body: 'x'.repeat(600_000) });
    await jobs.publish({ name });
    await sleep(200);
  }
}

async function orderMails(): Promise<void> {
  const mails = broker.queue<{ order: string; at: number }>('mails');
  for (let number = 1; number <= 8; number += 1) {
    await sleep(100);
    await mails.publish({ order: 'order-' + number, at: Date.now() });
  }
}

await Promise.all([orderEncoding(), orderMails()]);
await broker.close();
`;

export const cell: Cell = {
  title: 'A video in a message',
  objectives: ['msg-size'],
  processes: [
    { name: 'shop', file: 'shop.ts', startAt: 100 },
    { name: 'encoder', file: 'encoder.ts' },
    { name: 'mailer', file: 'mailer.ts' },
    { name: 'store', file: 'store.ts' },
  ],
  brokers: [{ kind: 'fifo', name: 'broker' }],
  network: { latencyMs: [1, 5], bytesPerMs: 2000 },
  faults: [],
  deadlineMs: 20_000,
  eventBudget: 20_000,
  seed: 1,
  moments: [
    {
      at: { on: 'messageStored', text: 'video-1' },
      label: 'the video has arrived',
      caption: 'It took 300 ms to reach the broker. The broker now keeps 600 KB in memory, and has to send them on.',
    },
    {
      at: { on: 'console', process: 'mailer', text: 'order-1' },
      label: 'a late mail',
      caption: 'The mail is tiny. But on the connection from the shop to the broker it stood behind the video.',
    },
    {
      at: { on: 'console', process: 'mailer', text: 'order-2' },
      label: 'a quick mail',
      caption: 'When no video is in front of it, a mail needs a few milliseconds.',
    },
    {
      at: { on: 'console', process: 'encoder', text: 'video-1: a message' },
      label: 'the second journey',
      caption: 'The same 600 KB have travelled once more, from the broker to the encoder.',
    },
    {
      at: { on: 'console', process: 'encoder', text: 'video-2: encoding' },
      label: 'both are there',
      caption: 'Two videos of 600 KB each made the broker move 2.4 MB. A reference would have been 18 bytes.',
    },
  ],
  shows: {
    'msg-size': {
      holds: (trace) => {
        const waysMs = linesAfter(trace, 'mail for').map((line) => Number(/took (\d+) ms/.exec(line)?.[1]));
        const sizes = linesAfter(trace, 'video-').flatMap((line) => /of (\d+) bytes/.exec(line)?.[1] ?? []);
        const isLate = waysMs.some((ms) => ms > 150) && waysMs.some((ms) => ms < 20);
        return (
          eventsOf(trace, 'messageAcked').length === 10 && isLate && sizes.length === 2 && sizes.every((bytes) => Number(bytes) > 600_000)
        );
      },
      counterRun: {
        name: 'With a reference in the message every mail is there within milliseconds.',
        change: {},
        files: { 'shop.ts': referenceOnly },
      },
    },
  },
  real: 'skipped: the real network of this computer has no such limit, and real times differ by a few milliseconds',
};
