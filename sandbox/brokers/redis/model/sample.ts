/** The sample: places drawn by chance, for the commands that answer any member. */
import { parseInteger } from './number-text.ts';
import { CommandError } from './reply.ts';

const MOST = 2n ** 63n - 1n;

/** So many places below `size`: different ones, at most all; for a negative count as many as it says, repeats included. */
export function samplePlaces(size: number, count: number, random: () => number): number[] {
  if (size === 0) return [];
  if (count < 0) return Array.from({ length: -count }, () => Math.floor(random() * size));
  if (count >= size) return Array.from({ length: size }, (_, place) => place);
  // A shuffle of which only the beginning is done, and only what moved is noted.
  const moved = new Map<number, number>();
  return Array.from({ length: count }, (_, index) => {
    const drawn = index + Math.floor(random() * (size - index));
    const place = moved.get(drawn) ?? drawn;
    moved.set(drawn, moved.get(index) ?? index);
    return place;
  });
}

/** The count of a sample. `pairs`: each one is answered with its value, so that only half as many can be counted. */
export function sampleCountOf(text: string, pairs: boolean): number {
  const value = parseInteger(text);
  if (value === undefined) throw new CommandError('ERR value is not an integer or out of range');
  if (value < -MOST) throw new CommandError(`ERR value is out of range, value must between -${MOST} and ${MOST}`);
  if (pairs && (value < -MOST / 2n || value > MOST / 2n)) throw new CommandError('ERR value is out of range');
  return Number(value);
}
