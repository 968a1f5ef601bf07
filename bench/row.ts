/** A row of the bench table: a ratio of two things measured in the same run, and the limit that it keeps or not. */
import { median, quantile, type Samples } from './measure.ts';

export interface Part {
  readonly name: string;
  readonly median: number;
  /** The middle half of the samples lies between these. */
  readonly quartiles: readonly [number, number];
  readonly unit: string;
  readonly samples: number;
}

export interface Row {
  readonly name: string;
  readonly ratio: number;
  /** The ratio of each repetition: its middle half lies between these. */
  readonly spread: readonly [number, number];
  /** The ratio may be at most this. */
  readonly limit: number;
  readonly holds: boolean;
  readonly parts: readonly Part[];
}

/** The ratio of medians. The floor may be a sum of several things, sample by sample. */
export function ratioRow(name: string, limit: number, subject: Samples, ...floor: readonly Samples[]): Row {
  const floors = subject.values.map((_, index) => floor.reduce((sum, { values }) => sum + (values[index] as number), 0));
  const ratio = median(subject.values) / median(floors);
  const ratios = subject.values.map((value, index) => value / (floors[index] as number));
  return {
    name,
    ratio,
    spread: [quantile(ratios, 0.25), quantile(ratios, 0.75)],
    limit,
    holds: ratio <= limit,
    parts: [subject, ...floor].map(partOf),
  };
}

/** A row that counts things of which at most `limit` may be there; it names them. */
export function countRow(name: string, limit: number, found: readonly string[]): Row {
  const parts = found.map((one) => ({ name: one, median: 1, quartiles: [1, 1] as const, unit: '', samples: 1 }));
  return { name, ratio: found.length, spread: [found.length, found.length], limit, holds: found.length <= limit, parts };
}

/** A row of something that is a number by itself, such as points; `parts` say what it was made of. */
export function limitRow(name: string, limit: number, value: number, ...parts: readonly Samples[]): Row {
  return { name, ratio: value, spread: [value, value], limit, holds: value <= limit, parts: parts.map(partOf) };
}

function partOf({ name, unit, values }: Samples): Part {
  return { name, unit, samples: values.length, median: median(values), quartiles: [quantile(values, 0.25), quantile(values, 0.75)] };
}

/** The table as text, a line for each row and an indented one for each part. */
export function tableOf(rows: readonly Row[]): string {
  const width = Math.max(...rows.map(({ name }) => name.length));
  return rows
    .flatMap((row) => [
      `${row.name.padEnd(width)}  ${shown(row.ratio).padStart(8)}  at most ${shown(row.limit).padEnd(5)} ${row.holds ? 'holds' : 'MISSED'}  (${shown(row.spread[0])}–${shown(row.spread[1])})`,
      ...row.parts.map(
        ({ name, median: middle, quartiles, unit, samples }) =>
          `    ${name}: ${shown(middle)} ${unit} (${shown(quartiles[0])}–${shown(quartiles[1])}, ${samples} samples)`,
      ),
    ])
    .join('\n');
}

/** Three digits that matter. */
function shown(value: number): string {
  return Number.isInteger(value) || value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
