/** The data of a workbench: what the page carries for each cell and exercise, beside the text that the reader sees. */
import type { Scenario } from '../../sandbox/engine/cell.ts';
import { part } from '../views/dom.ts';
import type { Files } from './store.ts';

export interface WorkbenchData {
  /** Unique on the page, and the key of the reader's text. */
  readonly id: string;
  readonly title: string;
  readonly scenario: Scenario;
  readonly seed: number;
  /** The course's own text of all files. */
  readonly files: Files;
  /** Files that the reader may change. */
  readonly edits: readonly string[];
  /** The recorded run, by its name below `.inflight`; null when there is none. */
  readonly recorded: string | null;
}

export interface ExerciseData extends WorkbenchData {
  readonly lesson: string;
  readonly exercise: string;
  readonly hints: readonly string[];
}

/** What the server side of the component put into the page. */
export function dataOf<D extends WorkbenchData>(root: HTMLElement): D {
  return JSON.parse(part(root, 'data').textContent ?? '') as D;
}

/** The files that processes start with. */
export function entriesOf(scenario: Scenario): string[] {
  return [...new Set(scenario.processes.map(({ file }) => file))];
}
