/** The second half of compiling: one flat ESM text becomes a program with markers, in a factory, with its source map. */

import type { SourceMapSegment } from '@jridgewell/trace-mapping';
import { encodedMappings, TraceMap } from '@jridgewell/trace-mapping';
import type * as acorn from 'acorn';
import type { CompileProblem, Program } from '../engine/program.ts';
import { factoryFor } from './factory.ts';
import type { Flat } from './flatten.ts';
import { instrument } from './instrument.ts';
import type { ModuleExports } from './link.ts';
import { link } from './link.ts';
import { freeNames } from './names.ts';
import { Positions } from './positions.ts';
import { parseModule } from './syntax.ts';
import { TextEdits } from './text-edits.ts';

export function programFrom(
  flat: Flat,
  entry: string,
  modules: ModuleExports,
): { program: Program } | { problems: readonly CompileProblem[] } {
  const positions = new Positions(flat.text, flat.map, entry);
  let tree: acorn.Program;
  try {
    tree = parseModule(flat.text);
  } catch (error) {
    return { problems: [syntaxProblem(error, positions)] };
  }
  const names = freeNames(flat.text);
  const edits = new TextEdits();
  const { prologue, imports, problems } = link(tree, positions, names, edits, modules);
  if (problems.length > 0) return { problems };
  instrument(tree, flat.text, positions, names, edits);
  const body = edits.apply(flat.text, positions.segments);
  const factory = factoryFor(entry, prologue, names);
  const code = factory.before + body.text + factory.after;
  const map = mapOf(factory.before, body.segments, positions.files);
  return { program: { entry, code, files: positions.files, imports, map } };
}

/** Rare: esbuild has accepted the text before. */
function syntaxProblem(error: unknown, positions: Positions): CompileProblem {
  if (!(error instanceof SyntaxError) || !('pos' in error)) throw error;
  const location = positions.locationAt(Number(error.pos)) ?? { file: positions.files[0] ?? '', line: 1, column: 1 };
  return { said: `${error.message.replace(/ \(\d+:\d+\)$/, '')}.`, ...location };
}

/** Source map of the whole script: the body's segments below the lines of `before`. */
function mapOf(before: string, segments: SourceMapSegment[][], files: readonly string[]): string {
  const mappings: SourceMapSegment[][] = [...Array.from({ length: before.split('\n').length - 1 }, () => []), ...segments];
  const map = new TraceMap({ version: 3, names: [], sources: [...files], mappings });
  return JSON.stringify({ version: 3, names: [], sources: files, mappings: encodedMappings(map) });
}
