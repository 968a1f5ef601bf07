/** The browser worker: locks its realm, then runs what the page (or the judge) asks for and tells how it went. */

import type { Kind, TraceEvent } from '../trace/event.ts';
import { CELL_LOCK } from './allowed-globals.ts';
import { browserRealm } from './browser-realm.ts';
import { lockRealm } from './lock-realm.ts';
import { createMachine } from './machine.ts';
import { type FromWorker, PREVIEW_CAP, PROTOCOL_VERSION, type ToWorker, TRACE_PART } from './protocol.ts';

type Asker = (message: FromWorker) => void;

const machine = createMachine({
  task: browserRealm.task,
  turn: browserRealm.turn,
  onUnhandledRejection: browserRealm.onUnhandledRejection,
});
/** Taken before learner code could change it. */
const toJson = JSON.stringify;
const REGISTRY = '$inflight';
const WATCHED: ReadonlySet<Kind> = new Set<Kind>(['console', 'processCrashed', 'processExited']);
let busy: Promise<void> = Promise.resolve();
/** Sends the next part of the trace that somebody is taking. */
let sendMore: () => void = () => {};

lockRealm(browserRealm.scope, CELL_LOCK);
browserRealm.onMessage((data, ports) => receive(data as ToWorker, ports, browserRealm.say));
browserRealm.say({ kind: 'ready', version: PROTOCOL_VERSION });

function receive(message: ToWorker, ports: readonly MessagePort[], ask: Asker): void {
  switch (message.kind) {
    case 'libraries':
      registering(() => browserRealm.importAddresses(message.urls));
      break;
    case 'programs':
      registering(() => message.codes.forEach(browserRealm.importText));
      break;
    case 'listen':
      ports.forEach(listenOn);
      break;
    case 'run':
      busy = busy.then(() => run(message, ask));
      break;
    case 'more':
      sendMore();
      break;
    case 'stop':
      machine.stop();
      break;
    default:
      message satisfies never;
  }
}

/** The judge asks over a port of its own: whole traces then never pass through the page. */
function listenOn(port: MessagePort): void {
  port.onmessage = (event) => receive(event.data as ToWorker, event.ports, (message) => port.postMessage(message));
}

/** The registry is a global name only while scripts register themselves; no learner code runs then. */
function registering(load: () => void): void {
  Reflect.set(browserRealm.scope, REGISTRY, machine.registry);
  try {
    load();
  } finally {
    Reflect.deleteProperty(browserRealm.scope, REGISTRY);
  }
}

async function run({ run, plan, stream }: Extract<ToWorker, { kind: 'run' }>, ask: Asker): Promise<void> {
  try {
    const report = await machine.run(stream ? { ...plan, onEvents: preview((events) => ask({ kind: 'events', run, events })) } : plan);
    if (!stream) return ask({ kind: 'finished', run, report: { ...report, events: [] }, trace: toJson(report.events) });
    let from = 0;
    sendMore = () => {
      const events = report.events.slice(from, from + TRACE_PART);
      from += TRACE_PART;
      ask(events.length > 0 ? { kind: 'trace', run, events } : { kind: 'finished', run, report: { ...report, events: [] } });
    };
    sendMore();
  } catch (error) {
    ask({ kind: 'failed', run, said: error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : String(error) });
  }
}

/** Of the events as they are recorded, the first ones that a reader watches for: what processes print, and that they die. */
function preview(show: (events: readonly TraceEvent[]) => void): (events: readonly TraceEvent[]) => void {
  let shownCount = 0;
  return (events) => {
    const lines = shownCount < PREVIEW_CAP ? events.filter(({ kind }) => WATCHED.has(kind)) : [];
    shownCount += lines.length;
    if (lines.length > 0) show(lines);
  };
}
