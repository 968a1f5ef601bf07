/** What one may ask of `npm run conformance`. */
import { parseArgs } from 'node:util';

export interface Asked {
  readonly seed: number;
  readonly sequences: number;
  /** Only the stories and some sequences, as `npm test` does. */
  readonly quick: boolean;
  /** Only: does the comparison find bugs that are put into the model? */
  readonly seededBugs: boolean;
  /** Everything, and the table of the site is written anew. */
  readonly write: boolean;
  /** What was seen becomes what must be seen. */
  readonly declare: boolean;
}

const QUICK_SEQUENCES = 400;
const SEQUENCES = 10_000;

/** The sentence says what cannot be understood. */
export function askedBy(parameters: readonly string[]): Asked | string {
  try {
    const { values } = parseArgs({
      args: [...parameters],
      options: {
        seed: { type: 'string', default: '1' },
        sequences: { type: 'string' },
        quick: { type: 'boolean', default: false },
        'seeded-bugs': { type: 'boolean', default: false },
        write: { type: 'boolean', default: false },
        declare: { type: 'boolean', default: false },
      },
    });
    const seed = Number(values.seed);
    const sequences = Number(values.sequences ?? (values.quick ? QUICK_SEQUENCES : SEQUENCES));
    if (!Number.isSafeInteger(seed)) return '--seed needs a whole number.';
    if (!Number.isSafeInteger(sequences) || sequences < 0) return '--sequences needs a whole number.';
    return { seed, sequences, quick: values.quick, seededBugs: values['seeded-bugs'], write: values.write, declare: values.declare };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
