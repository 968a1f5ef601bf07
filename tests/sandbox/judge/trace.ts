/** A tiny notation for traces: one event a line, `ms process verb …`, so that a test reads as a story. */
import type { DropReason, Happening, TraceEvent } from '../../../sandbox/trace/event.ts';

/**
 * ```
 * 1 broker publishes m1 to orders by shop [text=…] [key=…]
 * 1 broker stores m1 in orders
 * 2 broker delivers m1 from orders to worker [settled] [again] [group=…]
 * 3 broker acks|requeues m1 in orders by worker [group=…]
 * 3 broker expires m1 in orders            3 broker drops m1 in orders for full
 * 3 broker deadLetters m1 from orders to dead
 * 4 worker does charge order-1             4 worker prints hello
 * 4 worker asks PING                       (protocol chatter: no step of the story)
 * 5 worker crashed|exited|restarted|started|struck      5 worker blocked 800
 * ```
 */
export function trace(text: string): readonly TraceEvent[] {
  const lines = text.split('\n').map((line) => line.trim());
  return lines
    .filter((line) => line !== '')
    .map((line, sequence) => {
      const [ms, process, verb, ...words] = line.split(/\s+/);
      if (ms === undefined || process === undefined || verb === undefined) throw new Error(`A trace line lacks a part: ${line}`);
      return { sequence, atMicros: Number(ms) * 1000, process, ...happening(verb, words) } as TraceEvent;
    });
}

function happening(verb: string, words: readonly string[]): Happening {
  const [first = '', , place = '', , last = ''] = words;
  const message = { level: 'story', messageId: first } as const;
  switch (verb) {
    case 'publishes':
      return {
        ...message,
        kind: 'messagePublished',
        detail: { client: last, to: place, key: option(words, 'key'), text: option(words, 'text') ?? '' },
      };
    case 'stores':
      return { ...message, kind: 'messageStored', detail: { place, at: 'tail' } };
    case 'delivers':
      return {
        ...message,
        kind: 'messageDelivered',
        detail: { place, client: last, redelivered: words.includes('again'), settled: words.includes('settled'), ...inGroup(words) },
      };
    case 'acks':
      return { ...message, kind: 'messageAcked', detail: { place, client: last, ...inGroup(words) } };
    case 'requeues':
      return { ...message, kind: 'messageRequeued', detail: { place, client: last } };
    case 'expires':
      return { ...message, kind: 'messageExpired', detail: { place } };
    case 'drops':
      return { ...message, kind: 'messageDropped', detail: { place, reason: last as DropReason } };
    case 'deadLetters':
      return { ...message, kind: 'messageDeadLettered', detail: { place, to: last, reason: 'rejected' } };
    default:
      return processHappening(verb, words);
  }
}

function processHappening(verb: string, words: readonly string[]): Happening {
  const [first = '', second = ''] = words;
  switch (verb) {
    case 'does':
      return { level: 'story', kind: 'effect', detail: { effect: first, key: second, value: '' } };
    case 'prints':
      return { level: 'story', kind: 'console', detail: { method: 'log', text: words.join(' ') } };
    case 'asks':
      return { level: 'wire', kind: 'request', detail: { client: '', text: words.join(' ') } };
    case 'crashed':
      return { level: 'story', kind: 'processCrashed', detail: { cause: 'fault', said: '' } };
    case 'struck':
      return { level: 'story', kind: 'fault', detail: { fault: 'crash', said: '', at: '', other: null, forMicros: null } };
    case 'exited':
      return { level: 'story', kind: 'processExited', detail: { code: 0 } };
    case 'started':
      return { level: 'story', kind: 'processStarted', detail: { incarnation: 1 } };
    case 'restarted':
      return { level: 'story', kind: 'processRestarted', detail: { incarnation: 2 } };
    case 'blocked':
      return { level: 'story', kind: 'processBlocked', detail: { forMicros: Number(first) * 1000 } };
    default:
      throw new Error(`No such verb in the notation: ${verb}`);
  }
}

function inGroup(words: readonly string[]): { group?: string } {
  const group = option(words, 'group');
  return group === null ? {} : { group };
}

function option(words: readonly string[], name: string): string | null {
  return words.find((word) => word.startsWith(`${name}=`))?.slice(name.length + 1) ?? null;
}
