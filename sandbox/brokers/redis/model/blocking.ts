/** Blocking: a command that has found nothing yet and lets its client wait. */
import type { BinaryText } from './binary-text.ts';
import { BLOCKED, type Call } from './command.ts';
import type { Reply } from './reply.ts';
import type { ValueType } from './value.ts';
import type { Wait } from './waiting-room.ts';

export interface Patience {
  readonly keys: readonly BinaryText[];
  readonly wants: Wait['wants'] & ValueType;
  readonly attempt: (key: BinaryText) => Reply | undefined;
  readonly onTimeout: Reply;
  readonly timeoutMicros: number;
}

/** Does the command at the first key that holds what it wants, or waits. Throws when a key before that holds something else. */
export function attemptOrWait(call: Call, patience: Patience): Reply | typeof BLOCKED {
  const { keys, wants, attempt, onTimeout, timeoutMicros } = patience;
  const filled = keys.find((key) => call.database.findAs(key, wants) !== undefined);
  const reply = filled === undefined ? undefined : attempt(filled);
  if (reply !== undefined) return reply;
  if (!call.mayBlock) return onTimeout;
  const { client, database, server, source } = call;
  server.waitingRoom.enter(
    { client, database, keys, command: call.word(0), source, wants, attempt, onTimeout: () => onTimeout },
    timeoutMicros,
  );
  return BLOCKED;
}
