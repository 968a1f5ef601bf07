/** The end of a run, told to whoever on the page wants to know: the question about it, the reader's progress. */
import type { RunReport } from '../../sandbox/engine/report.ts';

export interface RunEnded {
  readonly report: RunReport;
  /** The run of the course's own text under the seed that the page names, with no faults but its own. */
  readonly isRecorded: boolean;
}

const NAME = 'run-ended';

/** `root` is the section of the cell, review or break. */
export function tellRunEnded(root: HTMLElement, ended: RunEnded): void {
  root.dispatchEvent(new CustomEvent<RunEnded>(NAME, { detail: ended }));
}

export function onRunEnded(root: HTMLElement, listener: (ended: RunEnded) => void): void {
  root.addEventListener(NAME, (event) => listener((event as CustomEvent<RunEnded>).detail));
}
