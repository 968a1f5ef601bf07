/** Members of a sorted set as a reply, with their scores or without. */
import { type BinaryText, binaryBytes } from './binary-text.ts';
import { array, bulk, double, type Reply } from './reply.ts';

interface Scored {
  readonly text: BinaryText;
  readonly score: number;
}

export function memberReply(members: readonly Scored[], withScores: boolean): Reply {
  if (!withScores) return array(members.map(({ text }) => bulk(binaryBytes(text))));
  return { kind: 'ranking', pairs: members.map(pairOf) };
}

/** A member and its score. */
export function pairOf({ text, score }: Scored): [Reply, Reply] {
  return [bulk(binaryBytes(text)), double(score)];
}
