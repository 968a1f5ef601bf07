/** Thrown things in words: whatever a program throws, the sentence about it must not throw itself. */

/** Ends a process from inside its own code; no program should catch it, and one that does meets it again. */
export class ProcessDeath extends Error {
  constructor() {
    super('This process has ended.');
    this.name = 'ProcessDeath';
  }
}

export interface Thrown {
  /** `TypeError: order is undefined`: part of the trace. */
  readonly said: string;
  /** The stack the engine made, if any: an annotation only. */
  readonly stack?: string;
}

export function describeThrown(thrown: unknown): Thrown {
  try {
    if (thrown instanceof Error) {
      const stack = typeof thrown.stack === 'string' ? thrown.stack : undefined;
      const said = `${text(thrown.name)}: ${text(thrown.message)}`;
      return stack === undefined ? { said } : { said, stack: stack.slice(0, 4000) };
    }
    if (typeof thrown === 'object' && thrown !== null)
      return { said: `a thrown object: ${text(JSON.stringify(thrown) ?? 'without data')}` };
    if (typeof thrown === 'function') return { said: 'a thrown function' };
    return { said: `a thrown ${typeof thrown}: ${text(thrown)}` };
  } catch {
    return { said: 'something thrown that cannot be shown' };
  }
}

function text(value: unknown): string {
  return String(value).slice(0, 1000);
}
