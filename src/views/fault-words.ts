/** Faults as sentences: what will go wrong in a cell, said before it runs. */
import type { Fault, When } from '../../sandbox/engine/cell.ts';
import type { Kind } from '../../sandbox/trace/event.ts';

/** "worker-1 crashes right after it took message 2 and starts again 500 ms later." */
export function faultText(fault: Fault): string {
  const when = whenText(fault.when);
  switch (fault.kind) {
    case 'crash': {
      const again = fault.restartAfterMs === undefined ? ' and stays down' : ` and starts again ${fault.restartAfterMs} ms later`;
      return `${fault.process} crashes ${when}${again}.`;
    }
    case 'restartBroker':
      return `The broker ${fault.broker} goes down ${when} and is back ${fault.downForMs} ms later.`;
    case 'pause':
      return `${fault.process} stands still for ${fault.forMs} ms ${when}.`;
    case 'slow':
      return `${fault.process} is ${fault.factor} times slower for ${fault.forMs} ms ${when}.`;
    case 'cut':
      return `The connection between ${fault.between.join(' and ')} is cut ${when}.`;
    case 'partition':
      return `${fault.between.join(' and ')} cannot reach each other for ${fault.forMs} ms ${when}.`;
    case 'latency':
      return `The network between ${fault.between.join(' and ')} takes ${fault.latencyMs.join(' to ')} ms for ${fault.forMs} ms ${when}.`;
    case 'loseAck':
      return `An answer of ${fault.process} to ${fault.broker} is lost ${when}.`;
    default:
      throw new Error(`Unknown fault: ${String(fault satisfies never)}.`);
  }
}

const DEEDS: Partial<Record<Kind, string>> = {
  console: 'printed a line',
  effect: 'had an effect',
  messagePublished: 'sent a message',
  messageDelivered: 'took a message',
  messageAcked: 'acked a message',
  messageRequeued: 'gave a message back',
  connectionOpened: 'connected',
  connectionClosed: 'lost its connection',
};

function whenText(when: When): string {
  if ('atMs' in when) return `at ${when.atMs} ms`;
  const { on, process, nth = 1, afterMs = 0 } = when;
  const delay = afterMs === 0 ? 'right after' : `${afterMs} ms after`;
  return `${delay} ${process ?? 'somebody'} ${DEEDS[on] ?? on}${nth === 1 ? '' : ` for the ${ordinal(nth)} time`}`;
}

function ordinal(nth: number): string {
  const ending = nth % 100 > 10 && nth % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][nth % 10] ?? 'th');
  return `${nth}${ending}`;
}
