/** The injected globals of a client library. */
import { globalsWithTimers } from '../node/globals.ts';
import { CLIENTS } from './index.ts';

/** For one process's copy of the library, in the order of `INJECTED_GLOBALS`. */
export function clientGlobals(name: string): unknown[] {
  const client = CLIENTS.find((candidate) => candidate.name === name);
  if (client === undefined) throw new Error(`There is no manifest of a client named ${name}.`);
  return globalsWithTimers(client.timers);
}
