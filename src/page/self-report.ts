/** The self-report: for `?self-report=N` the page runs its own cells and solutions under N seeds and posts the trace hashes to its own host. */
import { compileFiles } from '../runner/compiler.ts';
import { sweep } from '../runner/sweep.ts';
import { dataOf, entriesOf, type WorkbenchData } from './data.ts';
import { programsOf } from './programs.ts';

/** Trace hashes by seed (from 1), by workbench; a solution is named as in `charge-once, solution`. */
type Hashes = Record<string, readonly string[]>;

/** A test reads the answer; a visitor who adds the query to the address sees nothing. */
export async function reportHashes(seedCount: number): Promise<void> {
  const seeds = Array.from({ length: seedCount }, (_, index) => index + 1);
  const hashes: Hashes = {};
  try {
    for (const root of document.querySelectorAll<HTMLElement>('[data-cell], [data-exercise]')) {
      const data = dataOf(root);
      if ('cell' in root.dataset) hashes[data.id] = await hashesOf(data, data.files, seeds);
      else hashes[`${data.id}, solution`] = await hashesOf(data, { ...data.files, ...solutionIn(root) }, seeds);
    }
    await post({ hashes });
  } catch (error) {
    await post({ hashes, failed: error instanceof Error ? error.message : String(error) });
  }
}

async function hashesOf(data: WorkbenchData, files: WorkbenchData['files'], seeds: readonly number[]): Promise<string[]> {
  const compiled = files === data.files ? await programsOf(data, files) : await compileFiles(files, entriesOf(data.scenario));
  if (!compiled.ok) throw new Error(`${data.id} does not compile: ${compiled.problems[0]?.said ?? ''}`);
  const reports = await sweep({ scenario: data.scenario, programs: compiled.programs }, seeds);
  return reports.map(({ traceHash }) => traceHash);
}

function solutionIn(root: HTMLElement): Record<string, string> {
  const figures = [...root.querySelectorAll('.solution figure')];
  return Object.fromEntries(
    figures.map((figure) => [figure.querySelector('figcaption')?.textContent ?? '', figure.querySelector('pre')?.textContent ?? '']),
  );
}

async function post(report: { readonly hashes: Hashes; readonly failed?: string }): Promise<void> {
  await fetch('self-report', { method: 'POST', body: JSON.stringify({ agent: navigator.userAgent, ...report }) });
}
