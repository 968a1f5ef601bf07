/** The declared coverage: what must be seen of each command. `npm run conformance -- --declare` writes what was seen; a review takes away what is chance. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../root.ts';
import type { Declared, Seen } from './coverage.ts';

export const DECLARED_FILE = join(root, 'scripts', 'conformance', 'coverage', 'declared.json');

export function readDeclared(): Declared {
  return JSON.parse(readFileSync(DECLARED_FILE, 'utf8')) as Declared;
}

/** One line for each command. */
export function declaredText(seen: Seen): string {
  const lines = Object.entries(seen).map(([command, kinds]) => `  ${JSON.stringify(command)}: ${listText(Object.keys(kinds))}`);
  return `{\n${lines.join(',\n')}\n}\n`;
}

function listText(kinds: readonly string[]): string {
  return JSON.stringify(kinds.filter((kind) => kind !== 'QUEUED'));
}
