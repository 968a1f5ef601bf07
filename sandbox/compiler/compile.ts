/** The compiler: a cell's TypeScript files become programs, or sentences about what is wrong with them. */
import type { Compiled, CompileProblem, Program } from '../engine/program.ts';
import type { EsbuildLike } from './esbuild-like.ts';
import type { Flat } from './flatten.ts';
import { flattenFile, flattenFiles } from './flatten.ts';
import type { ModuleExports } from './link.ts';
import type { Files } from './local-files.ts';
import { missingEntry } from './module-problems.ts';
import { messagesOf, problemsOf, withoutRepeats } from './problems.ts';
import { programFrom } from './program-from.ts';

export interface CellSource {
  /** Path inside `files/` → text. */
  readonly files: Files;
  /** One program is made of each of these files, also if several processes run it. */
  readonly entries: readonly string[];
  readonly modules: ModuleExports;
}

type Made = { readonly program: Program } | { readonly problems: readonly CompileProblem[] };

/** Same source, same programs. All problems of all entries are reported at once. */
export async function compile(esbuild: EsbuildLike, source: CellSource): Promise<Compiled> {
  const made = await Promise.all([...new Set(source.entries)].map((entry) => remembered(esbuild, entry, source)));
  const problems = made.flatMap((one) => ('problems' in one ? one.problems : []));
  if (problems.length > 0) return { ok: false, problems: withoutRepeats(problems) };
  return { ok: true, programs: made.flatMap((one) => ('program' in one ? [one.program] : [])) };
}

/** The last program of each entry, per compiler: an edit to one process does not recompile the others. */
const lastPrograms = new WeakMap<EsbuildLike, Map<string, { readonly source: CellSource; readonly program: Program }>>();

async function remembered(esbuild: EsbuildLike, entry: string, source: CellSource): Promise<Made> {
  const programs = lastPrograms.get(esbuild) ?? new Map<string, { source: CellSource; program: Program }>();
  lastPrograms.set(esbuild, programs);
  const last = programs.get(entry);
  if (last?.source.modules === source.modules && last.program.files.every((file) => last.source.files[file] === source.files[file])) {
    return { program: last.program };
  }
  const made = await make(esbuild, entry, source);
  if ('program' in made) programs.set(entry, { source, program: made.program });
  return made;
}

async function make(esbuild: EsbuildLike, entry: string, { files, modules }: CellSource): Promise<Made> {
  if (!Object.hasOwn(files, entry))
    return { problems: [{ said: missingEntry(entry, Object.keys(files)), file: entry, line: 1, column: 1 }] };
  let flat: Flat;
  try {
    flat = await flatten(esbuild, entry, files);
  } catch (error) {
    return { problems: problemsOf(messagesOf(error), entry) };
  }
  return programFrom(flat, entry, modules);
}

/** Bundling takes three times as long as transforming one file, so it is done only when text looks like there is something to bundle. */
async function flatten(esbuild: EsbuildLike, entry: string, files: Files): Promise<Flat> {
  const text = files[entry] ?? '';
  const mayBundle = /["'`]\.{0,2}\/|\bexport\b/.test(text);
  return mayBundle ? await flattenFiles(esbuild, entry, files) : await flattenFile(esbuild, entry, text);
}
