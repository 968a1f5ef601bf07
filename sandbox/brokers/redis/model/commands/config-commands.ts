/** CONFIG: the server's settings. */
import { binaryBytes } from '../binary-text.ts';
import type { Call, Command } from '../command.ts';
import { matchesGlob } from '../glob.ts';
import { bulk, CommandError, OK, type Reply, syntaxError, word } from '../reply.ts';

export const configCommands: readonly Command[] = [
  { name: 'config|get', arity: -3, flags: [], run: get },
  { name: 'config|set', arity: -4, flags: [], run: set },
  { name: 'config|resetstat', arity: 2, flags: [], run: () => OK },
  { name: 'config|rewrite', arity: 2, flags: [], run: rewrite },
];

/** A name without a star is told as it was typed. */
function get(call: Call): Reply {
  const found = new Map<string, readonly [Reply, Reply]>();
  for (const typed of call.texts(2)) {
    const isPattern = /[*?[]/.test(typed);
    for (const [name, value] of call.server.settings.entries()) {
      if (found.has(name) || !matchesGlob(typed.toLowerCase(), name)) continue;
      found.set(name, [isPattern ? word(name) : bulk(binaryBytes(typed)), word(value)]);
    }
  }
  return { kind: 'map', pairs: [...found.values()] };
}

function set(call: Call): Reply {
  if (call.args.length % 2 !== 0) throw syntaxError();
  const texts = call.texts(2);
  call.server.settings.set(texts.flatMap((text, index) => (index % 2 === 0 ? [[text, texts[index + 1] as string] as const] : [])));
  return OK;
}

function rewrite(): Reply {
  throw new CommandError('ERR The server is running without a config file');
}
