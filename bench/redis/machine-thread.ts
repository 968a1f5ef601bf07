/** The machine's own worker thread, except that a finished run leaves its trace behind: copying a million events is not what is measured. */
import { parentPort } from 'node:worker_threads';
import type { FromWorker } from '../../sandbox/host/protocol.ts';

const port = parentPort;
if (port === null) throw new Error('This file is the entry of a worker thread.');
const post = port.postMessage.bind(port);
port.postMessage = (message: FromWorker): void => {
  post(message.kind === 'finished' ? { ...message, report: { ...message.report, events: [] } } : message);
};
await import(new URL('../../.inflight/build/node-worker.js', import.meta.url).href);
