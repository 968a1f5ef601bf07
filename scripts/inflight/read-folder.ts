/** Reads a folder of content from disk: its text files, and the TypeScript module that describes it. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { z } from 'zod';
import { failure, type Loaded } from './problem.ts';

/** Text of each `.ts` file in the folder and below, by path inside it with slashes; empty when there is no such folder. */
export function readFiles(folder: string): Readonly<Record<string, string>> {
  if (!isFolder(folder)) return {};
  const files: Record<string, string> = {};
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (path.endsWith('.ts') && statSync(join(folder, path)).isFile())
      files[path.replaceAll('\\', '/')] = readFileSync(join(folder, path), 'utf8');
  }
  return files;
}

export function foldersIn(folder: string): readonly string[] {
  if (!isFolder(folder)) return [];
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.') && isFolder(join(folder, name)))
    .sort();
}

/** Names, without the ending, of the files in the folder that have this ending. */
export function filesIn(folder: string, ending: string): readonly string[] {
  if (!isFolder(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending) && !name.startsWith('.'))
    .map((name) => name.slice(0, -ending.length))
    .sort();
}

export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/**
 * Imports `file` and gives its export `name` (or the default export), checked against the schema. A value that does not
 * fit gives one problem for each misfit, at the line that is wrong.
 */
export async function readDescription<S extends z.ZodType>(file: string, name: string, schema: S): Promise<Loaded<z.output<S>>> {
  if (!existsSync(file)) return failure({ file, line: 1, said: 'This file is missing.' });
  const text = readFileSync(file, 'utf8');
  const { firstSyntaxError, lineOfProperty } = await import('./locate.ts');
  const syntaxError = firstSyntaxError(text);
  if (syntaxError !== null) return failure({ file, line: syntaxError.line, said: syntaxError.said });
  let module: Record<string, unknown>;
  try {
    module = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as Record<string, unknown>;
  } catch (error) {
    return failure({ file, line: lineInStack(error, file), said: `This file cannot be loaded: ${firstLine(error)}` });
  }
  const value = module[name] ?? module['default'];
  if (value === undefined) return failure({ file, line: 1, said: `This file must export "${name}".` });
  const checked = schema.safeParse(value);
  if (checked.success) return { ok: true, value: checked.data };
  return failure(...checked.error.issues.map((issue) => ({ file, line: lineOfProperty(text, name, issue.path), said: issueText(issue) })));
}

/** A misfit as a sentence: where in the value, and what is wrong there. */
export function issueText(issue: z.core.$ZodIssue): string {
  const place = issue.path.map(String).join('.');
  const message = issue.message.replace(/^Invalid input: /, '');
  return place === '' ? `${message}.` : `${place}: ${message}.`;
}

function lineInStack(error: unknown, file: string): number {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const at = stack.indexOf(file);
  const match = at < 0 ? null : /^:(\d+)/.exec(stack.slice(at + file.length));
  return Number(match?.[1] ?? 1);
}

function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return `${text.trim().split('\n')[0] ?? text}`.replace(/\.?$/, '.');
}
