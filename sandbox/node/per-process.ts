/** State that a realm-wide built-in keeps for each process; it goes when the process goes. */
import { currentProcess, type Process } from '../engine/process.ts';

/** Returns a function that gives the current process's own state, made at its first use. */
export function perProcess<State extends object>(create: (process: Process) => State): () => State {
  const states = new WeakMap<Process, State>();
  return () => {
    const process = currentProcess();
    const known = states.get(process);
    if (known !== undefined) return known;
    const made = create(process);
    states.set(process, made);
    return made;
  };
}
