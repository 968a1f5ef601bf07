/** Commands that show some members of a sorted set: any, or all of them page by page. */
import { binaryBytes } from '../binary-text.ts';
import type { Call, Command } from '../command.ts';
import { doubleText } from '../number-text.ts';
import { bulk, NIL, type Reply, syntaxError, word } from '../reply.ts';
import { sampleCountOf, samplePlaces } from '../sample.ts';
import { scanCollection } from '../scan.ts';
import type { SortedSet } from '../sorted-set.ts';
import { memberReply } from '../sorted-set-reply.ts';

export const sortedSetSampleCommands: readonly Command[] = [
  { name: 'zrandmember', arity: -2, flags: ['readonly'], run: sample },
  { name: 'zscan', arity: -3, flags: ['readonly'], run: scan },
];

function sample(call: Call): Reply {
  const hasCount = call.args.length > 2;
  const withScores = call.args.length === 4 && call.word(3) === 'WITHSCORES';
  const count = hasCount ? sampleCountOf(call.text(2), withScores) : 1;
  if (call.args.length > 4 || (call.args.length === 4 && !withScores)) throw syntaxError();
  const members = membersAt(call);
  const places = samplePlaces(members?.size ?? 0, count, () => call.server.environment.random());
  const drawn = places.flatMap((place) => members?.at(place) ?? []);
  if (hasCount) return memberReply(drawn, withScores);
  return drawn[0] === undefined ? NIL : bulk(binaryBytes(drawn[0].text));
}

/** Scores are text here, in RESP3 too. */
function scan(call: Call): Reply {
  return scanCollection(
    call,
    () => membersAt(call),
    (text, { score }) => [bulk(binaryBytes(text)), word(doubleText(score))],
  );
}

function membersAt(call: Call): SortedSet | undefined {
  return call.readAs(call.text(1), 'zset')?.members;
}
