/** Bugs in streams, groups and sorted sets. */
import type { Bug } from './bug.ts';

const DELIVERY = 'model/stream/delivery.ts';
const CLAIM = 'model/stream/claim.ts';
const STREAM = 'model/commands/stream-commands.ts';
const SCORED = 'model/commands/sorted-set-commands.ts';

export const streamBugs: readonly Bug[] = [
  {
    said: 'XADD takes an id that is there already',
    file: STREAM,
    text: 'if (compareIds(id, stream.lastId) <= 0) {',
    replacement: 'if (compareIds(id, stream.lastId) < 0) {',
  },
  {
    said: 'XADD wakes no reader',
    file: STREAM,
    text: '  call.server.waitingRoom.signal(call.database, key);\n',
    replacement: '',
  },
  {
    said: 'reading the pending entries again does not count',
    file: DELIVERY,
    text: '      pending.deliveryCount += 1n;\n',
    replacement: '',
  },
  {
    said: 'a deleted pending entry is left out instead of read as nil',
    file: DELIVERY,
    text: '      replies.push(array([idReply(pending.id), NIL_ARRAY]));\n',
    replacement: '',
  },
  {
    said: 'NOACK leaves entries pending',
    file: DELIVERY,
    text: 'isUnacked ? undefined : group.hand',
    replacement: 'isUnacked && !isUnacked ? undefined : group.hand',
  },
  {
    said: 'XCLAIM with JUSTID counts as a delivery',
    file: CLAIM,
    text: 'else if (!taking.justIds) pending.deliveryCount',
    replacement: 'else pending.deliveryCount',
  },
  {
    said: 'XCLAIM takes no notice of the idle time',
    file: CLAIM,
    text: '} else if (options.minIdleMs === 0 || nowMs - pending.deliveredAtMs >= options.minIdleMs) {',
    replacement: '} else if (options.minIdleMs >= 0) {',
  },
  {
    said: 'XAUTOCLAIM forgets its cursor',
    file: CLAIM,
    text: 'cursor: next?.id ?? LEAST_ID',
    replacement: 'cursor: LEAST_ID',
  },
  {
    said: 'XGROUP CREATE makes the stream without MKSTREAM',
    file: 'model/commands/group-commands.ts',
    text: 'if (found === undefined && !options.makesStream) throw noSuchKey();\n  if (call.args.length',
    replacement: 'if (call.args.length',
  },
  {
    said: 'who reads nothing new in a group gets an empty list instead of nil',
    file: 'model/commands/stream-read-commands.ts',
    text: 'if (last === undefined || compareIds(last.id, group.lastId) <= 0) return undefined;\n',
    replacement: '',
  },
  {
    said: 'ZADD with CH counts only what is new',
    file: SCORED,
    text: "options.has('CH') ? added + updated : added",
    replacement: "options.has('CH') ? added : added",
  },
  {
    said: 'ZADD NX updates',
    file: SCORED,
    text: "  if (options.has('NX')) return undefined;\n",
    replacement: '',
  },
  {
    said: 'a score bound in brackets is taken in',
    file: 'model/sorted-set-range.ts',
    text: 'least.isOut ? score <= least.score : score < least.score',
    replacement: 'least.isOut ? score < least.score : score < least.score',
  },
  {
    said: 'ZREVRANK counts from the start',
    file: SCORED,
    text: 'fromEnd ? members.size - 1 - ascending : ascending',
    replacement: 'fromEnd ? ascending : ascending',
  },
];
