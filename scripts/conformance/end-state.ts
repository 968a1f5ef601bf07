/** The end state: every key that a program names, with its type, what it holds, and when it expires. */
import { normalFrame } from './normal-form.ts';
import { PREFIX, type Program } from './program.ts';
import { frameText } from './wire/frame.ts';
import type { Answer, Link } from './wire/link.ts';

/** How a key of each type is read whole. */
const READERS: Readonly<Record<string, (key: string) => string[][]>> = {
  string: (key) => [['get', key]],
  list: (key) => [['lrange', key, '0', '-1']],
  set: (key) => [['smembers', key]],
  hash: (key) => [['hgetall', key]],
  zset: (key) => [['zrange', key, '0', '-1', 'withscores']],
  stream: (key) => [['xinfo', 'stream', key, 'full', 'count', '0']],
};

export async function endState(control: Link, { steps }: Program): Promise<string[]> {
  const words = steps.flatMap((step) => ('args' in step ? step.args : []));
  const keys = [...new Set(words.filter((word) => word.startsWith(PREFIX)))].sort();
  const sized = await askAll(control, [['dbsize'], ...keys.map((key) => ['type', key])]);
  const held = sized.slice(1).filter(({ frames }) => frames[0]?.text !== 'none');
  const reading = held.flatMap(({ args, frames }) => {
    const key = args[1] ?? '';
    return [['pttl', key], ...(READERS[frames[0]?.text ?? '']?.(key) ?? [])];
  });
  return [...sized.slice(0, 1), ...held, ...(await askAll(control, reading))].map(
    ({ args, frames }) => `in the end ${args.join(' ')} → ${frames.map((frame) => frameText(normalFrame(args, frame))).join(' ')}`,
  );
}

async function askAll(control: Link, commands: readonly (readonly string[])[]): Promise<readonly Answer[]> {
  control.send(commands);
  await control.idle();
  return control.take().answers;
}
