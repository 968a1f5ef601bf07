/** The fingerprint of what was compared: when the model has changed, the table is out of date. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.ts';
import { modelFiles } from './model-source.ts';

/** Comments and layout do not count. */
export function modelFingerprint(): string {
  const hash = createHash('sha256');
  for (const path of modelFiles()) hash.update(`${path.replaceAll('\\', '/')}\n${bare(readFileSync(join(root, path), 'utf8'))}\n`);
  return hash.digest('hex').slice(0, 16);
}

function bare(text: string): string {
  return text
    .replace(/\/\*\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '')
    .replace(/\s+/g, ' ');
}
