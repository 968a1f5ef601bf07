/** The normal form of a reply: what Redis leaves open is put in order, what is of the moment is put out of sight. */
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
  'lastsave',
  'memory usage',
  'object idletime',
  'randomkey',
]);

/** Times in milliseconds or seconds from now: equal within a tolerance. */
const UNTIL: Readonly<Record<string, number>> = { pttl: 1, ttl: 1000, pexpiretime: 1, expiretime: 1000 };

/** An id that the server made of its clock. */
const CLOCK_ID = /^1\d{12}-\d+$/;
const CLOCK_MS = /^1\d{12}$/;

/** The replies of one command. Who ceases to listen to everything is told of each channel, in an order that Redis does not promise. */
export function normalFrames(args: readonly string[], frames: readonly Frame[]): Frame[] {
  const plain = frames.map((frame) => normalFrame(args, frame));
  if (frames.length < 2 || args.length > 1) return plain;
  const channels = plain.map(({ items }) => items?.[1]).toSorted((one, other) => ((one?.text ?? '') < (other?.text ?? '') ? -1 : 1));
  return plain.map((frame, at) => ({
    ...frame,
    items: frame.items?.map((item, index) => (index === 1 ? (channels[at] ?? item) : item)) ?? null,
  }));
}

/** `≈120000` is a number of milliseconds that may differ a little. */
export function normalFrame(args: readonly string[], frame: Frame): Frame {
  const name = args[0]?.toLowerCase() ?? '';
  const both = `${name} ${args[1]?.toLowerCase() ?? ''}`;
  if (frame.sign === '-' || (frame.sign === '+' && frame.text === 'QUEUED')) return frame;
  if (OF_THE_MOMENT.has(name) || OF_THE_MOMENT.has(both)) return { ...frame, text: 'of the moment', items: null };
  const unit = UNTIL[name];
  if (unit !== undefined && frame.sign === ':' && Number(frame.text) > 0) return { ...frame, text: `≈${Number(frame.text) * unit}` };
  const plain = name.startsWith('x') ? withoutIdleTimes(both, frame) : name === 'hello' ? helloWithoutId(frame) : frame;
  const clockless = withoutClock(both === 'command info' ? withoutKeySpecifications(plain) : plain);
  return UNORDERED.has(name) || UNORDERED.has(both) ? inOrder(clockless) : name.endsWith('scan') ? scanInOrder(clockless) : clockless;
}

function withoutClock(frame: Frame): Frame {
  if (frame.items !== null) return { ...frame, items: frame.items.map(withoutClock) };
  if (frame.text !== null && CLOCK_ID.test(frame.text)) return { ...frame, text: 'id of the clock' };
  return frame.sign === ':' && frame.text !== null && CLOCK_MS.test(frame.text) ? { ...frame, text: `≈${frame.text}` } : frame;
}

/** XPENDING with a range and XINFO CONSUMERS tell how long ago something was. */
function withoutIdleTimes(command: string, frame: Frame): Frame {
  if (command.startsWith('xpending')) return mapItems(frame, (entry) => (entry.items?.length === 4 ? approximately(entry, 2) : entry));
  if (!command.startsWith('xinfo')) return frame;
  if (frame.items === null) return frame;
  const isIdle = (item: Frame | undefined) => item?.text === 'idle' || item?.text === 'inactive';
  return {
    ...frame,
    items: frame.items.map((item, index, all) =>
      item.sign === ':' && isIdle(all[index - 1]) ? { ...item, text: `≈${item.text}` } : withoutIdleTimes(command, item),
    ),
  };
}

function approximately(frame: Frame, at: number): Frame {
  return { ...frame, items: frame.items?.map((item, index) => (index === at ? { ...item, text: `≈${item.text}` } : item)) ?? null };
}

/** What follows the categories tells cluster clients where the keys of a command stand. */
function withoutKeySpecifications(frame: Frame): Frame {
  return mapItems(frame, (entry) => ({ ...entry, items: entry.items?.slice(0, 7) ?? null }));
}

function helloWithoutId(frame: Frame): Frame {
  return {
    ...frame,
    items: frame.items?.map((item, index, all) => (all[index - 1]?.text === 'id' ? { ...item, text: 'of the moment' } : item)) ?? null,
  };
}

function mapItems(frame: Frame, change: (item: Frame) => Frame): Frame {
  return frame.items === null ? frame : { ...frame, items: frame.items.map(change) };
}

function inOrder(frame: Frame): Frame {
  if (frame.items === null) return frame;
  return { ...frame, items: frame.items.toSorted((one, other) => ((one.text ?? '') < (other.text ?? '') ? -1 : 1)) };
}

function scanInOrder(frame: Frame): Frame {
  return mapItems(frame, inOrder);
}
