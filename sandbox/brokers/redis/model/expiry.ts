/** The expiry that a command asks for: in how many microseconds, and whether Redis can say it at all. */
import type { BinaryText } from './binary-text.ts';
import type { Call } from './command.ts';
import { CommandError } from './reply.ts';

const MOST = 2n ** 63n - 1n;
const LEAST = -(2n ** 63n);

export interface ExpiryUnit {
  /** What one unit of the argument is worth. */
  readonly micros: 1_000n | 1_000_000n;
  /** From when it counts. */
  readonly since: 'now' | '1970';
}

/** As the options of SET and GETEX name them. */
export const EXPIRY_UNITS: Readonly<Record<string, ExpiryUnit>> = {
  EX: { micros: 1_000_000n, since: 'now' },
  PX: { micros: 1_000n, since: 'now' },
  EXAT: { micros: 1_000_000n, since: '1970' },
  PXAT: { micros: 1_000n, since: '1970' },
};

/** Microseconds from now, negative when it is over. Throws when it lies beyond what 64 bits of milliseconds since 1970 can say. */
export function expiryMicros(call: Call, amount: bigint, { micros, since }: ExpiryUnit, command: string): number {
  const { epochMs } = call.server.environment;
  const milliseconds = (amount * micros) / 1_000n;
  const most = since === 'now' ? MOST - BigInt(Math.floor(epochMs)) : MOST;
  if (milliseconds > most || milliseconds < LEAST) throw new CommandError(`ERR invalid expire time in '${command}' command`);
  return since === 'now' ? Number(amount * micros) : Number(amount * micros) - sinceEpochMicros(call);
}

/** The same of an option that takes no time that is over by itself. */
export function positiveExpiryMicros(call: Call, amount: bigint, unit: ExpiryUnit, command: string): number {
  if (amount <= 0n) throw new CommandError(`ERR invalid expire time in '${command}' command`);
  return expiryMicros(call, amount, unit, command);
}

/** Lets a key that is there expire; a time that is over deletes it. */
export function expireTold(call: Call, key: BinaryText, delayMicros: number): void {
  const stays = call.database.expireAfter(key, delayMicros);
  call.tell('generic', stays ? 'expire' : 'del', key);
}

/** Takes the expiry away. False when there was none. */
export function persist(call: Call, key: BinaryText): boolean {
  const had = call.database.persist(key);
  if (had) call.tell('generic', 'persist', key);
  return had;
}

export function sinceEpochMicros({ server: { environment } }: Call): number {
  return environment.epochMs * 1_000 + environment.nowMicros();
}
