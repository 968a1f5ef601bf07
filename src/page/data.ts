/** The data of a workbench: what the page carries for each cell and exercise, beside the text that the reader sees. */
import type { Breakage } from '../../content/break-it.ts';
import type { Moment, PictureKind, Scenario } from '../../sandbox/engine/cell.ts';
import type { WrongAnswer } from '../../sandbox/judge/exercise.ts';
import type { Step } from '../../sandbox/judge/steps.ts';
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
  readonly picture: PictureKind;
  /** The moments that the cell names; null when they are found in each run. */
  readonly moments: readonly Moment[] | null;
  /** The recorded run, by its name below `.inflight`; null when there is none. */
  readonly recorded: string | null;
}

export interface ExerciseData extends WorkbenchData {
  readonly lesson: string;
  readonly exercise: string;
  readonly hints: readonly string[];
  /** Wrong answers that people give: what to say of them, and the checks that exactly they fail. */
  readonly wrong: readonly WrongAnswer[];
}

/** What a prediction says after its run. */
export interface AskedData {
  readonly id: string;
  /** The right option. */
  readonly answer: string;
  readonly because: string;
  /** By wrong option: the belief behind it, and the ghost at the event of this sequence in the whole trace. */
  readonly wrong: Readonly<Record<string, { readonly said: string; readonly ghost: string; readonly at: number }>>;
}

/** A review's run: the cell as it was written, under the seed that is asked about. */
export type ReviewData = WorkbenchData;

export interface BreakData extends WorkbenchData {
  readonly lesson: string;
  readonly hints: readonly string[];
  readonly offers: readonly Breakage[];
  readonly forMs: number;
  /** By target: the steps of the plain run right after which a fault can strike it. */
  readonly steps: Readonly<Record<string, readonly Step[]>>;
}

/** What the server side of the component put into the page. */
export function dataOf<D extends WorkbenchData>(root: HTMLElement): D {
  return JSON.parse(part(root, 'data').textContent ?? '') as D;
}

/** The files that processes start with. */
export function entriesOf(scenario: Scenario): string[] {
  return [...new Set(scenario.processes.map(({ file }) => file))];
}
