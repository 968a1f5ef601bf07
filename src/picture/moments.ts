/** Moments: the three to seven steps of a run that have a name on the scrubber. */
import type { Moment } from '../../sandbox/engine/cell.ts';
import type { TraceEvent } from '../../sandbox/trace/event.ts';
import { findEvent } from '../../sandbox/trace/query.ts';
import { wordsOf } from '../views/words.ts';
import { effectId } from './scene.ts';

export interface NamedMoment {
  readonly sequence: number;
  readonly label: string;
  readonly caption: string;
}

const MOST = 7;

/** Those that the cell names, as far as the run has them; else those that are found in the run itself. The end is always one. */
export function momentsOf(trace: readonly TraceEvent[], declared: readonly Moment[] | null): readonly NamedMoment[] {
  const named = (declared ?? []).flatMap(({ at, label, caption }) => {
    const event = findEvent(trace, at);
    return event === undefined ? [] : [{ sequence: event.sequence, label, caption }];
  });
  const moments = named.length > 0 ? named : foundMoments(trace);
  const last = lastStory(trace);
  const inOrder = [...moments].sort((one, other) => one.sequence - other.sequence).slice(0, MOST);
  if (last === undefined || inOrder.some(({ sequence }) => sequence === last.sequence)) return inOrder;
  return [...inOrder.slice(0, MOST - 1), { sequence: last.sequence, label: 'the end', caption: `The last event: ${told(last)}.` }];
}

interface Finder {
  readonly label: (event: TraceEvent) => string;
  readonly isIt: (event: TraceEvent, seen: Seen) => boolean;
}

/** What came before, as far as a finder needs it. */
interface Seen {
  readonly effects: Set<string>;
}

const FAULT_LABELS: Readonly<Record<string, (at: string) => string>> = {
  restartBroker: (at) => `${at} goes down`,
  pause: (at) => `${at} stands still`,
  slow: (at) => `${at} is slow`,
  cut: () => 'a connection is cut',
  partition: (at) => `${at} is cut off`,
  latency: () => 'a slow network',
  loseAck: () => 'bytes get lost',
};

/** The first event of each kind that a reader would ask about. */
const FINDERS: readonly Finder[] = [
  { label: () => 'first message', isIt: ({ kind }) => kind === 'messagePublished' },
  { label: () => 'first delivery', isIt: ({ kind }) => kind === 'messageDelivered' },
  { label: ({ process }) => `${process} dies`, isIt: ({ kind }) => kind === 'processCrashed' },
  { label: ({ process }) => `${process} is back`, isIt: ({ kind }) => kind === 'processRestarted' },
  { label: () => 'delivered again', isIt: (event) => event.kind === 'messageDelivered' && event.detail.redelivered },
  {
    label: (event) => (event.kind === 'effect' ? `second ${event.detail.effect}` : ''),
    isIt: (event, { effects }) => event.kind === 'effect' && effects.has(effectId(event.detail)),
  },
  { label: () => 'first dropped', isIt: ({ kind }) => kind === 'messageDropped' || kind === 'publishRefused' },
  { label: () => 'producer waits', isIt: ({ kind }) => kind === 'publishBlocked' },
  { label: ({ process }) => `${process} is blocked`, isIt: ({ kind }) => kind === 'processBlocked' },
  {
    label: (event) => (event.kind === 'fault' ? (FAULT_LABELS[event.detail.fault]?.(event.detail.at) ?? 'fault') : ''),
    isIt: (event) => event.kind === 'fault' && event.detail.fault !== 'crash',
  },
];

function foundMoments(trace: readonly TraceEvent[]): readonly NamedMoment[] {
  const open = new Set(FINDERS);
  const seen: Seen = { effects: new Set() };
  const found: NamedMoment[] = [];
  for (const event of trace) {
    if (event.level !== 'story' || open.size === 0) continue;
    for (const finder of open) {
      if (!finder.isIt(event, seen)) continue;
      open.delete(finder);
      if (found.at(-1)?.sequence !== event.sequence) {
        found.push({ sequence: event.sequence, label: finder.label(event), caption: `${told(event)}.` });
      }
    }
    if (event.kind === 'effect') seen.effects.add(effectId(event.detail));
  }
  return found.length > 0 ? found : printedMoments(trace);
}

/** A run without messages is told by what it prints. */
function printedMoments(trace: readonly TraceEvent[]): readonly NamedMoment[] {
  const lines = trace.filter(({ kind }) => kind === 'console');
  const [first] = lines;
  if (first === undefined) return [];
  return [{ sequence: first.sequence, label: 'first line', caption: `${told(first)}.` }];
}

function lastStory(trace: readonly TraceEvent[]): TraceEvent | undefined {
  return trace.findLast(({ level }) => level === 'story');
}

/** An event as a sentence without its full stop. */
export function told(event: TraceEvent): string {
  if (event.kind === 'fault') return event.detail.said.replace(/^the /, 'The ');
  const words = wordsOf(event).slice(0, 300);
  if (isDeed(event)) return `${event.process} ${words}`;
  return words.startsWith('message ') ? `M${words.slice(1)}` : words;
}

/** What a process does by itself is told without its name; where a server is involved the words say who does what. */
function isDeed({ kind }: TraceEvent): boolean {
  return kind === 'console' || kind === 'effect' || kind.startsWith('process');
}
