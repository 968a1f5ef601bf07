/** The farewell: commands after which a connection is as new, whatever the program did on it. */
import type { Program } from './program.ts';

const UNDONE_BY: Readonly<Record<string, readonly string[]>> = {
  multi: ['discard'],
  watch: ['unwatch'],
  subscribe: ['unsubscribe'],
  psubscribe: ['punsubscribe'],
  ssubscribe: ['sunsubscribe'],
};

/** Commands after which a connection is no longer what it was. */
const SPOILING: ReadonlySet<string> = new Set(['hello', 'reset', 'quit', 'auth', 'select']);

export function isSpoilt(program: Program, client: number): boolean {
  return [...sentBy(program, client)].some((name) => SPOILING.has(name));
}

/** What the client sends at the end, the last one being a ping. */
export function farewells(program: Program, client: number): string[][] {
  const sent = sentBy(program, client);
  const undone = Object.entries(UNDONE_BY).flatMap(([command, by]) => (sent.has(command) ? [[...by]] : []));
  const named = sent.has('client') ? [['client', 'setname', '']] : [];
  return [...undone, ...named, ['ping']];
}

function sentBy({ steps }: Program, client: number): ReadonlySet<string> {
  return new Set(steps.flatMap((step) => ('client' in step && step.client === client ? [step.args[0]?.toLowerCase() ?? ''] : [])));
}
