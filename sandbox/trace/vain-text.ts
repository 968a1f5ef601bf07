/** Vain text: who tried in vain to connect where, in a sentence that says what listens instead. */
import type { Unreached, Vain } from './ended.ts';

/** `shop tried 20 times in vain to connect to localhost:6380: nothing listens there. Here redis listens at localhost:6379. Check …` */
export function vainText({ process, host, port, isHostKnown, count }: Unreached, listening: Vain['listening']): string {
  const times = count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`;
  const why = isHostKnown ? 'nothing listens there' : `there is no host named ${host}`;
  const tried = `${process} tried ${times} in vain to connect to ${host}:${port}: ${why}.`;
  if (listening.length === 0) return `${tried} Nothing listens anywhere in this run.`;
  const [first, ...others] = listening.map(({ name, port }, index) => `${name} ${index === 0 ? 'listens ' : ''}at localhost:${port}`);
  const here = others.length === 0 ? first : `${[first, ...others.slice(0, -1)].join(', ')} and ${others.at(-1)}`;
  return `${tried} Here ${here}. Check the ${isHostKnown ? 'host and the port' : 'host'} in the code of ${process}.`;
}
