/** The self-report: for `?self-report=N` the page runs the course's cells and solutions under N seeds and posts the trace hashes to its own host. */
import { compileFiles } from '../runner/compiler.ts';
import { sweep } from '../runner/sweep.ts';
import { part } from '../views/dom.ts';
import { entriesOf, type WorkbenchData } from './data.ts';
import { isCourseText, programsOf } from './programs.ts';
import type { Files } from './store.ts';

export interface Subject {
  /** The id of a cell, or `charge-once, solution`. */
  readonly name: string;
  readonly lesson: string;
  readonly data: WorkbenchData;
  /** The text that is run. */
  readonly files: Files;
}

/** Trace hashes by seed (from 1), by the name of the subject. */
type Hashes = Record<string, readonly string[]>;

/** The lesson that tries the machine itself. */
const MACHINE = 'machine';

/** A test reads the answer; a visitor who adds the query to the address sees nothing. Other lessons than the machine's get at most `others` seeds. */
export async function reportHashes(seedCount: number, others: number): Promise<void> {
  const subjects = JSON.parse(part(document, 'subjects').textContent ?? '') as readonly Subject[];
  const seedsOf = ({ lesson }: Subject): number[] =>
    Array.from({ length: lesson === MACHINE ? seedCount : Math.min(seedCount, others) }, (_, index) => index + 1);
  const hashes: Hashes = {};
  try {
    for (const subject of subjects) hashes[subject.name] = await hashesOf(subject, seedsOf(subject));
    await post({ hashes });
  } catch (error) {
    await post({ hashes, failed: error instanceof Error ? error.message : String(error) });
  }
}

async function hashesOf({ name, data, files }: Subject, seeds: readonly number[]): Promise<string[]> {
  const compiled = isCourseText(data, files) ? await programsOf(data, files) : await compileFiles(files, entriesOf(data.scenario));
  if (!compiled.ok) throw new Error(`${name} does not compile: ${compiled.problems[0]?.said ?? ''}`);
  const reports = await sweep({ scenario: data.scenario, programs: compiled.programs }, seeds);
  return reports.map(({ traceHash }) => traceHash);
}

async function post(report: { readonly hashes: Hashes; readonly failed?: string }): Promise<void> {
  await fetch(location.pathname, { method: 'POST', body: JSON.stringify({ agent: navigator.userAgent, ...report }) });
}
