/** Commands on keys of any type: delete, look, expire. */
import type { Call, Command } from '../command.ts';
import { CommandError, integer, type Reply, status } from '../reply.ts';

export const keyCommands: readonly Command[] = [
  { name: 'del', arity: -2, flags: ['write'], run: remove },
  { name: 'unlink', arity: -2, flags: ['write'], run: remove },
  { name: 'exists', arity: -2, flags: ['readonly'], run: exists },
  { name: 'type', arity: 2, flags: ['readonly'], run: (call) => status(call.database.find(call.text(1))?.type ?? 'none') },
  { name: 'expire', arity: -3, flags: ['write'], run: (call) => expire(call, 'expire', 1_000_000n) },
  { name: 'pexpire', arity: -3, flags: ['write'], run: (call) => expire(call, 'pexpire', 1_000n) },
  { name: 'ttl', arity: 2, flags: ['readonly'], run: (call) => remaining(call, 1_000_000) },
  { name: 'pttl', arity: 2, flags: ['readonly'], run: (call) => remaining(call, 1_000) },
  { name: 'persist', arity: 2, flags: ['write'], run: (call) => integer(call.database.persist(call.text(1)) ? 1 : 0) },
];

const MOST_MILLISECONDS = 2n ** 63n - 1n;

/**
 * An expiry as microseconds from now. Throws when it lies beyond what 64 bits of milliseconds since 1970 can say.
 * `unitMicros`: what one unit of the argument is worth.
 */
export function expiryMicros(call: Call, amount: bigint, unitMicros: bigint, command: string): number {
  const milliseconds = (amount * unitMicros) / 1_000n;
  const most = MOST_MILLISECONDS - BigInt(Math.floor(call.server.environment.epochMs));
  if (milliseconds > most || milliseconds < -MOST_MILLISECONDS) throw new CommandError(`ERR invalid expire time in '${command}' command`);
  return Number(amount * unitMicros);
}

function remove(call: Call): Reply {
  return integer(call.texts(1).filter((key) => call.database.remove(key, 'deleted', call.source)).length);
}

/** A key that is named twice counts twice. */
function exists(call: Call): Reply {
  return integer(call.texts(1).filter((key) => call.database.find(key) !== undefined).length);
}

/** Rounds to the nearest second, as TTL does. */
function remaining(call: Call, unitMicros: number): Reply {
  const micros = call.database.remainingMicros(call.text(1));
  return integer(micros < 0 ? micros : Math.floor((micros + unitMicros / 2) / unitMicros));
}

function expire(call: Call, command: string, unitMicros: bigint): Reply {
  const conditions = new Set(call.args.slice(3).map((_, index) => call.word(index + 3)));
  const unknown = [...conditions].find((condition) => !['NX', 'XX', 'GT', 'LT'].includes(condition));
  if (unknown !== undefined) throw new CommandError(`ERR Unsupported option ${call.text(3 + [...conditions].indexOf(unknown))}`);
  if (conditions.has('NX') && conditions.size > 1) {
    throw new CommandError('ERR NX and XX, GT or LT options at the same time are not compatible');
  }
  if (conditions.has('GT') && conditions.has('LT')) throw new CommandError('ERR GT and LT options at the same time are not compatible');
  const micros = expiryMicros(call, call.integer(2), unitMicros, command);
  const key = call.text(1);
  const current = call.database.remainingMicros(key);
  if (current === -2 || !isAllowed(conditions, current, micros)) return integer(0);
  call.database.expireAfter(key, micros);
  return integer(1);
}

/** A key without expiry counts as one that lives for ever. */
function isAllowed(conditions: ReadonlySet<string>, current: number, wanted: number): boolean {
  const has = current !== -1;
  if (conditions.has('NX') && has) return false;
  if (conditions.has('XX') && !has) return false;
  if (conditions.has('GT') && (!has || wanted <= current)) return false;
  return !(conditions.has('LT') && has && wanted >= current);
}
