/** What the model's source says of itself: its files, and the commands that it has. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.ts';

export const MODEL_FOLDER = join('sandbox', 'brokers', 'redis');

const COMMAND_NAME = /\bname: '([a-z-]+(?:\|[a-z-]+)?)', arity:/g;

/** Paths from the project's root, sorted. */
export function modelFiles(): string[] {
  return readdirSync(join(root, MODEL_FOLDER), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => join(MODEL_FOLDER, path))
    .sort();
}

/** As they are in the command table, sorted: `client|id`. */
export function modelledCommands(): string[] {
  return [...new Set(modelTexts().flatMap((text) => [...text.matchAll(COMMAND_NAME)].map(([, name]) => name ?? '')))].sort();
}

function modelTexts(): string[] {
  return modelFiles().map((path) => readFileSync(join(root, path), 'utf8'));
}
