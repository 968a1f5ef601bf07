/** Programs: the compiled code of a workbench's files, recorded for the course's own text and compiled for the reader's. */
import type { Compiled, Program } from '../../sandbox/engine/program.ts';
import { fetchAsset } from '../runner/assets.ts';
import { compileFiles } from '../runner/compiler.ts';
import { entriesOf, type WorkbenchData } from './data.ts';
import type { Files } from './store.ts';

interface Recorded {
  readonly programs: readonly Program[];
}

/** The programs of these files; no compiler is loaded for the course's own text. */
export async function programsOf(data: WorkbenchData, files: Files): Promise<Compiled> {
  if (isCourseText(data, files)) {
    const programs = await recordedPrograms(data);
    if (programs !== null) return { ok: true, programs };
  }
  return await compileFiles(files, entriesOf(data.scenario));
}

export function isCourseText(data: WorkbenchData, files: Files): boolean {
  return Object.entries(data.files).every(([name, text]) => files[name] === text);
}

/** The recorded programs of the course's own text, or null when nothing was recorded. */
export async function recordedPrograms({ recorded }: WorkbenchData): Promise<readonly Program[] | null> {
  if (recorded === null) return null;
  const { programs } = JSON.parse(await fetchAsset(recorded)) as Recorded;
  return programs;
}
