/** Builds `.inflight/build/types.json`: the declarations that the type check of a cell needs, for the browser and for Node. */
import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { fingerprintsOf } from './build/freshness.ts';
import { root } from './root.ts';

const folder = join(root, '.inflight', 'build');
const TYPES = join(folder, 'types.json');
/** Fingerprints of what `types.json` was made of. */
const FINGERPRINTS = join(folder, 'types-inputs.json');

/** Builds them when anything has changed; says what it did. */
export async function buildTypes(): Promise<string> {
  const now = JSON.stringify(fingerprintsOf(inputs()));
  if (existsSync(TYPES) && existsSync(FINGERPRINTS) && readFileSync(FINGERPRINTS, 'utf8') === now) {
    // Whoever compares times with those of the machine's build need not ask again.
    utimesSync(TYPES, new Date(), new Date());
    return 'types.json is up to date';
  }
  // TypeScript is large: it is loaded only when there is something to do.
  const { declarationsFor } = await import('./build/declarations.ts');
  const types = declarationsFor(moduleNames());
  const text = JSON.stringify(types);
  mkdirSync(folder, { recursive: true });
  writeFileSync(TYPES, text);
  writeFileSync(FINGERPRINTS, now);
  return `types.json: ${Object.keys(types).length} files, ${kilobytes(text.length)}, ${kilobytes(gzipSync(text).length)} gzipped`;
}

/** Everything of ours that the declarations are made of; the lockfile, which is always looked at, stands for the packages. */
function inputs(): string[] {
  const sources = readdirSync(join(root, 'sandbox'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  return ['tsconfig.json', 'scripts/build-types.ts', '.inflight/build/modules.json', ...sources.map((file) => join('sandbox', file))];
}

/** What a cell may import, as the sandbox was built. */
function moduleNames(): string[] {
  const path = join(folder, 'modules.json');
  if (!existsSync(path)) throw new Error('There is no .inflight/build/modules.json yet. Run scripts/build-sandbox.ts first.');
  return Object.keys(JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>);
}

function kilobytes(byteCount: number): string {
  return `${Math.round(byteCount / 1000)} KB`;
}

if (import.meta.main) console.log(await buildTypes());
