/** Measuring: interleaved repetitions of several things, their medians, and the ratio of two of them with its spread. */

/** The repetitions of one thing, in the unit that its samples come in. */
export interface Samples {
  readonly name: string;
  readonly unit: string;
  readonly values: readonly number[];
}

/** A thing to measure; each call is one repetition and returns one sample. */
export interface Subject {
  readonly name: string;
  readonly unit: string;
  sample(): number | Promise<number>;
}

/** Takes the subjects in turn, so that a slow moment of the machine meets all of them alike. The first rounds only warm up. */
export async function interleave(subjects: readonly Subject[], repetitions: number, warmUps = 1): Promise<Samples[]> {
  const values = subjects.map((): number[] => []);
  for (let round = -warmUps; round < repetitions; round += 1) {
    for (const [index, subject] of subjects.entries()) {
      const value = await subject.sample();
      if (round >= 0) values[index]?.push(value);
    }
  }
  return subjects.map(({ name, unit }, index) => ({ name, unit, values: values[index] ?? [] }));
}

/** Linear between the two nearest ranks. */
export function quantile(values: readonly number[], share: number): number {
  if (values.length === 0) throw new Error('There is no sample.');
  const sorted = values.toSorted((left, right) => left - right);
  const rank = (sorted.length - 1) * share;
  const below = sorted[Math.floor(rank)] as number;
  const above = sorted[Math.ceil(rank)] as number;
  return below + (above - below) * (rank - Math.floor(rank));
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}
