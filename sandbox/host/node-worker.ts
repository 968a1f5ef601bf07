/** The Node worker: locks the realm of a worker thread, then runs what the host asks for. */

import { CELL_LOCK } from './allowed-globals.ts';
import { lockRealm } from './lock-realm.ts';
import { createMachine } from './machine.ts';
import { nodeRealm } from './node-realm.ts';
import { PROTOCOL_VERSION, type ToWorker } from './protocol.ts';

const REGISTRY = '$inflight';
const machine = createMachine({
  task: nodeRealm.task,
  onUnhandledRejection: nodeRealm.onUnhandledRejection,
  rejectionsComeLate: false,
});
let busy: Promise<void> = Promise.resolve();

lockRealm(nodeRealm.scope, CELL_LOCK);
nodeRealm.onMessage((data) => receive(data as ToWorker));
nodeRealm.say({ kind: 'ready', version: PROTOCOL_VERSION });

function receive(message: ToWorker): void {
  switch (message.kind) {
    case 'programs':
      return register(message.codes);
    case 'run':
      busy = busy.then(() => run(message));
      return;
    case 'stop':
      return machine.stop();
    case 'libraries':
    case 'listen':
    case 'more':
      throw new Error(
        `The Node worker does not know ${message.kind}: it gets bundles of clients and brokers as programs, and has one asker.`,
      );
    default:
      message satisfies never;
  }
}

/** The registry is a global name only while scripts register themselves; no learner code runs then. */
function register(codes: readonly string[]): void {
  Reflect.set(nodeRealm.scope, REGISTRY, machine.registry);
  try {
    for (const [index, code] of codes.entries()) nodeRealm.importText(code, `program-${index}.js`);
  } finally {
    Reflect.deleteProperty(nodeRealm.scope, REGISTRY);
  }
}

async function run({ run, plan }: Extract<ToWorker, { kind: 'run' }>): Promise<void> {
  try {
    nodeRealm.say({ kind: 'finished', run, report: await machine.run(plan) });
  } catch (error) {
    nodeRealm.say({ kind: 'failed', run, said: error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : String(error) });
  }
}
