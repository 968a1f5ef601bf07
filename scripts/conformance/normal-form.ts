/** The normal form of a reply: what Redis leaves open is put in order, what is of the moment is put out of sight. */
import { clockless } from './clock-form.ts';
import type { Frame } from './wire/frame.ts';

/** Replies whose items come in an order that Redis does not promise. */
const UNORDERED: ReadonlySet<string> = new Set([
  'smembers',
  'sinter',
  'sunion',
  'sdiff',
  'keys',
  'spop',
  'srandmember',
  'pubsub channels',
  'pubsub shardchannels',
  'command list',
]);

/** Replies of the moment, or of who else is connected: only their kind counts. */
const OF_THE_MOMENT: ReadonlySet<string> = new Set([
  'time',
  'info',
  'client id',
  'client list',
  'client info',
  'pubsub numpat',
  'object idletime',
  'randomkey',
]);

/** The replies of one command. Who ceases to listen to everything is told of each channel, in an order that Redis does not promise. */
export function normalFrames(args: readonly string[], frames: readonly Frame[]): Frame[] {
  const plain = frames.map((frame) => normalFrame(args, frame));
  if (frames.length < 2 || args.length > 1) return plain;
  const channels = plain.map(({ items }) => items?.[1]).toSorted(byText);
  return plain.map((frame, at) => ({
    ...frame,
    items: frame.items?.map((item, index) => (index === 1 ? (channels[at] ?? item) : item)) ?? null,
  }));
}

export function normalFrame(args: readonly string[], frame: Frame): Frame {
  const name = args[0]?.toLowerCase() ?? '';
  const both = `${name} ${args[1]?.toLowerCase() ?? ''}`;
  if (frame.sign === '-' || (frame.sign === '+' && frame.text === 'QUEUED')) return frame;
  const isNothing = frame.text === null && frame.items === null;
  if (!isNothing && (OF_THE_MOMENT.has(name) || OF_THE_MOMENT.has(both))) return { ...frame, text: 'of the moment', items: null };
  if (UNORDERED.has(name) || UNORDERED.has(both)) return inOrder(frame);
  if (name.endsWith('scan')) return mapItems(frame, inOrder);
  return clockless(name, withoutDetails(name, both, frame));
}

/** What only says how long ago something was, who the client is, or where keys stand. */
function withoutDetails(name: string, both: string, frame: Frame): Frame {
  if (name === 'xpending') return mapItems(frame, (entry) => (entry.items?.length === 4 ? approximately(entry, 2) : entry));
  if (name === 'xinfo') return withoutIdleTimes(frame);
  if (name === 'hello') return helloWithoutId(frame);
  // What follows the categories tells clients of a cluster where the keys of a command stand.
  if (both === 'command info') return mapItems(frame, (entry) => ({ ...entry, items: entry.items?.slice(0, 7) ?? null }));
  return frame;
}

function withoutIdleTimes(frame: Frame): Frame {
  if (frame.items === null) return frame;
  const isIdle = (item: Frame | undefined) => item?.text === 'idle';
  return {
    ...frame,
    items: frame.items.map((item, index, all) =>
      item.sign === ':' && isIdle(all[index - 1]) ? { ...item, text: `≈${item.text}` } : withoutIdleTimes(item),
    ),
  };
}

function approximately(frame: Frame, at: number): Frame {
  return { ...frame, items: frame.items?.map((item, index) => (index === at ? { ...item, text: `≈${item.text}` } : item)) ?? null };
}

function helloWithoutId(frame: Frame): Frame {
  const items = frame.items?.map((item, index, all) => (all[index - 1]?.text === 'id' ? { ...item, text: 'of the moment' } : item));
  return { ...frame, items: items ?? null };
}

function mapItems(frame: Frame, change: (item: Frame) => Frame): Frame {
  return frame.items === null ? frame : { ...frame, items: frame.items.map(change) };
}

function inOrder(frame: Frame): Frame {
  return frame.items === null ? frame : { ...frame, items: frame.items.toSorted(byText) };
}

function byText(one: Frame | undefined, other: Frame | undefined): number {
  return (one?.text ?? '') < (other?.text ?? '') ? -1 : 1;
}
