/** Names for what the compiler adds to a program, so chosen that no name of the learner can meet them. */

const BASES = ['runtime', 'at', 'fuel', 'out', 'from', 'pass', 'module', 'meta', 'main'] as const;

/**
 * `runtime` is the factory's parameter; `at` the position; `fuel` the steps left; `out` is called when they are used up;
 * `from` is each function's note of its caller's position; `pass` gives back its first argument; `module` and `meta` are stems;
 * `main` is the program's body.
 */
export type Names = Readonly<Record<(typeof BASES)[number], string>>;

export function freeNames(text: string): Names {
  for (let attempt = 0; ; attempt += 1) {
    const stem = attempt === 0 ? '$' : `$${attempt}_`;
    const names = BASES.map((base) => [base, stem + base] as const);
    if (names.every(([, name]) => !text.includes(name))) return Object.fromEntries(names) as Names;
  }
}

/** Whether an engine's name for a function is that of a program's body, which has no name for the learner. */
export function isMainName(name: string): boolean {
  return /^\$(\d+_)?main$/.test(name);
}
