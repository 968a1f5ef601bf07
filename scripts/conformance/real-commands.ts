/** The commands that the real server has. */
import type { Link } from './wire/link.ts';

/** Containers by their subcommands, as `client|id`; sorted. */
export async function realCommands(control: Link): Promise<string[]> {
  control.send([['command']]);
  await control.idle();
  const entries = control.take().answers[0]?.frames[0]?.items ?? [];
  return entries
    .flatMap(({ items }) => {
      const subcommands = items?.[9]?.items?.map((subcommand) => subcommand.items?.[0]?.text ?? '') ?? [];
      return subcommands.length > 0 ? subcommands : [items?.[0]?.text ?? ''];
    })
    .sort();
}
