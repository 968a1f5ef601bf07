/** Commands that show some fields of a hash: any, or all of them page by page. */
import { binaryBytes } from '../binary-text.ts';
import type { Call, Command } from '../command.ts';
import { array, bulk, NIL, type Reply, syntaxError } from '../reply.ts';
import { sampleCountOf, samplePlaces } from '../sample.ts';
import { scanCollection } from '../scan.ts';

export const hashSampleCommands: readonly Command[] = [
  { name: 'hrandfield', arity: -2, flags: ['readonly'], run: sample },
  { name: 'hscan', arity: -3, flags: ['readonly'], run: scan },
];

function sample(call: Call): Reply {
  const hasCount = call.args.length > 2;
  const withValues = call.args.length === 4 && call.word(3) === 'WITHVALUES';
  const count = hasCount ? sampleCountOf(call.text(2), withValues) : 1;
  if (call.args.length > 4 || (call.args.length === 4 && !withValues)) throw syntaxError();
  const fields = call.readAs(call.text(1), 'hash')?.fields;
  const places = samplePlaces(fields?.size ?? 0, count, () => call.server.environment.random());
  const pairs = places.flatMap((place) => {
    const entry = fields?.at(place);
    return entry === undefined ? [] : [[bulk(binaryBytes(entry[0])), bulk(entry[1])] as const];
  });
  if (withValues) return { kind: 'ranking', pairs };
  return hasCount ? array(pairs.map(([field]) => field)) : (pairs[0]?.[0] ?? NIL);
}

function scan(call: Call): Reply {
  return scanCollection(
    call,
    () => call.readAs(call.text(1), 'hash')?.fields,
    (field, value) => [bulk(binaryBytes(field)), bulk(value)],
  );
}
