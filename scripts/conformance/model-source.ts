/** What the model's source says of itself: the commands that it has, and every error text that it can answer. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.ts';

export const MODEL_FOLDER = join('sandbox', 'brokers', 'redis');

const COMMAND_NAME = /\bname: '([a-z-]+(?:\|[a-z-]+)?)', arity:/g;
const ERROR_TEXT = /\bCommandError\(\s*(?:oneLine\(\s*)?(['"`])((?:\\.|(?!\1)[\s\S])*)\1/g;

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

/** Each as a pattern: what is put in at run time may be anything. */
export function errorPatterns(): { readonly text: string; readonly pattern: RegExp }[] {
  const texts = new Set(
    modelTexts().flatMap((text) => [...text.matchAll(ERROR_TEXT)].map(([, , said]) => (said ?? '').replace(/\\(.)/g, '$1'))),
  );
  return [...texts].sort().map((text) => ({ text, pattern: patternOf(text) }));
}

function patternOf(text: string): RegExp {
  const parts = text.split(/\$\{(?:[^{}]|\{[^{}]*\})*\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 's');
}

function modelTexts(): string[] {
  return modelFiles().map((path) => readFileSync(join(root, path), 'utf8'));
}
