/** A folder that was named on the command line. */
import { existsSync } from 'node:fs';
import { BadInput } from './bad-input.ts';
import { isFolder } from './read-folder.ts';

/** Throws BadInput when there is none. */
export function requireFolder(path: string): void {
  if (isFolder(path)) return;
  throw new BadInput(existsSync(path) ? `${path} is a file; name its folder.` : `There is no folder ${path}.`);
}
