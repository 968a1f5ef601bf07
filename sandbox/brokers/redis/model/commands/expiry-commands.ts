/** Commands on the expiry of keys: set it, tell it, take it away. */
import type { Call, Command } from '../command.ts';
import { EXPIRY_UNITS, type ExpiryUnit, expireTold, expiryMicros, persist, sinceEpochMicros } from '../expiry.ts';
import { CommandError, integer, type Reply } from '../reply.ts';

const { EX, PX, EXAT, PXAT } = EXPIRY_UNITS as Record<'EX' | 'PX' | 'EXAT' | 'PXAT', ExpiryUnit>;

export const expiryCommands: readonly Command[] = [
  { name: 'expire', arity: -3, flags: ['write'], run: (call) => expire(call, 'expire', EX) },
  { name: 'pexpire', arity: -3, flags: ['write'], run: (call) => expire(call, 'pexpire', PX) },
  { name: 'expireat', arity: -3, flags: ['write'], run: (call) => expire(call, 'expireat', EXAT) },
  { name: 'pexpireat', arity: -3, flags: ['write'], run: (call) => expire(call, 'pexpireat', PXAT) },
  { name: 'ttl', arity: 2, flags: ['readonly'], run: (call) => remaining(call, 1_000_000, 0) },
  { name: 'pttl', arity: 2, flags: ['readonly'], run: (call) => remaining(call, 1_000, 0) },
  { name: 'expiretime', arity: 2, flags: ['readonly'], run: (call) => remaining(call, 1_000_000, sinceEpochMicros(call)) },
  { name: 'pexpiretime', arity: 2, flags: ['readonly'], run: (call) => remaining(call, 1_000, sinceEpochMicros(call)) },
  { name: 'persist', arity: 2, flags: ['write'], run: (call) => integer(persist(call, call.text(1)) ? 1 : 0) },
];

/** Rounds to the nearest second, as TTL does. */
function remaining(call: Call, unitMicros: number, fromMicros: number): Reply {
  if (call.read(call.text(1)) === undefined) return integer(-2);
  const micros = call.database.remainingMicros(call.text(1));
  return integer(micros < 0 ? micros : Math.floor((fromMicros + micros + unitMicros / 2) / unitMicros));
}

function expire(call: Call, command: string, unit: ExpiryUnit): Reply {
  const conditions = new Set(call.args.slice(3).map((_, index) => call.word(index + 3)));
  const unknown = [...conditions].find((condition) => !['NX', 'XX', 'GT', 'LT'].includes(condition));
  if (unknown !== undefined) throw new CommandError(`ERR Unsupported option ${call.text(3 + [...conditions].indexOf(unknown))}`);
  if (conditions.has('NX') && conditions.size > 1) {
    throw new CommandError('ERR NX and XX, GT or LT options at the same time are not compatible');
  }
  if (conditions.has('GT') && conditions.has('LT')) throw new CommandError('ERR GT and LT options at the same time are not compatible');
  const micros = expiryMicros(call, call.integer(2), unit, command);
  const key = call.text(1);
  const current = call.database.remainingMicros(key);
  if (current === -2 || !isAllowed(conditions, current, micros)) return integer(0);
  expireTold(call, key, micros);
  return integer(1);
}

/** A key without expiry counts as one that lives for ever. Times are told apart by milliseconds. */
function isAllowed(conditions: ReadonlySet<string>, current: number, wanted: number): boolean {
  const has = current !== -1;
  const later = Math.round((wanted - current) / 1_000);
  if (conditions.has('NX') && has) return false;
  if (conditions.has('XX') && !has) return false;
  if (conditions.has('GT') && (!has || later <= 0)) return false;
  return !(conditions.has('LT') && has && later >= 0);
}
