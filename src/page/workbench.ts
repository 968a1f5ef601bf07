/** The workbench: editor, buttons and run panel of one cell or exercise, put together. */

import { renamed } from '../../content/renamed.ts';
import type { Scenario } from '../../sandbox/engine/cell.ts';
import type { CompileProblem, Program } from '../../sandbox/engine/program.ts';
import { CodeEditor } from '../editor/code-editor.ts';
import { warmCompiler } from '../runner/compiler.ts';
import { type Run, startRun } from '../runner/run.ts';
import { checkTypes } from '../runner/types.ts';
import { holdOff, part, turnOff } from '../views/dom.ts';
import { bringBeside } from './beside.ts';
import { dataOf, type WorkbenchData } from './data.ts';
import { failureWords } from './failure.ts';
import { Offers } from './offers.ts';
import { withPlaces } from './places.ts';
import { Preparation } from './preparation.ts';
import { isCourseText } from './programs.ts';
import { tellRunEnded } from './run-ended.ts';
import { RunPanel } from './run-panel.ts';
import { type Files, loadFiles, noteRunning, onChangeElsewhere, saveFiles } from './store.ts';
import { bringCode } from './view-switch.ts';

/** The type check waits so long: on two processors it would hold up the run's first lines. */
const TYPES_AFTER_MS = 250;
/** What begins a run or a check; after another seed the same seed is tried again. */
const STARTERS = '[data-part="run"], [data-part="check"], [data-part="try"], [data-part="show"]';
/** After this pause in typing, what is doubtful is marked. */
const DOUBT_AFTER_MS = 400;

export class Workbench<D extends WorkbenchData = WorkbenchData> {
  readonly data: D;
  readonly editor: CodeEditor;
  readonly panel: RunPanel;
  readonly root: HTMLElement;
  readonly #preparation: Preparation;
  readonly #offers: Offers;
  /** The button that began what goes on, or went on last. */
  #starter: HTMLElement;
  #run: Run | null = null;
  #seed: number;
  #isBusy = false;
  /** Whether the reader has changed the text since it was kept: another tab may have kept a newer one. */
  #isEdited = false;
  #isTouched = false;
  #doubting: ReturnType<typeof setTimeout> | undefined;
  /** Ends the wait for the compiler. */
  #giveUp = (): void => {};

  constructor(root: HTMLElement) {
    this.root = root;
    this.data = dataOf<D>(root);
    this.#seed = this.data.seed;
    this.#preparation = new Preparation(this.data);
    this.editor = new CodeEditor(part(root, 'editor'), this.data.id, {
      touched: () => this.#touched(),
      changed: () => this.#changed(),
      paused: () => this.save(),
      run: () => this.#runHere(),
      refused: (said) => this.panel.fail(said),
    });
    this.panel = new RunPanel(
      root,
      (place) => {
        bringCode(root);
        this.editor.open(place);
      },
      (place, follow) => this.editor.mark(place, follow),
    );
    this.#offers = new Offers(part(root, 'offers'), part(root, 'reset'));
    holdOff(root);
    this.#starter = part(root, 'run');
    root.addEventListener('click', ({ target }) => this.#noteStarter(target), { capture: true });
    this.#loadText();
    this.#button('run', () => this.#runHere());
    this.#button('again', () => void this.runSeed(this.#seed + 1));
    this.#button('stop', () => this.stop());
    this.#button('reset', () => this.#reset());
    this.#showReset();
    addEventListener('pagehide', () => this.save());
    for (const happening of ['pointerenter', 'focusin']) root.addEventListener(happening, () => this.#warm());
    root.dataset['ready'] = '';
  }

  /** The reader is at the code, and wants to see the run beside it. */
  #runHere(): void {
    this.#starter = part(this.root, 'run');
    bringBeside(this.root);
    void this.runSeed(this.#seed);
  }

  /** Runs the text that is in the editor. Resolves to false when there was no run. */
  async runSeed(seed: number, change: (scenario: Scenario) => Scenario = (scenario) => scenario): Promise<boolean> {
    this.#offers.runStarts();
    this.#seed = seed;
    this.#showReset();
    const scenario = change(this.data.scenario);
    const isRecorded = scenario === this.data.scenario && seed === this.data.seed && isCourseText(this.data, this.editor.files);
    return await this.work(async (programs) => {
      this.panel.begin();
      const startedAt = performance.now();
      const run = startRun({ scenario, programs, seed }, { events: (events) => this.panel.add(events) });
      this.#run = run;
      const report = await run.report;
      const realMs = performance.now() - startedAt;
      await this.panel.end(await withPlaces(report, programs), realMs, isRecorded);
      tellRunEnded(this.root, { report, isRecorded });
    });
  }

  /** Compiles, then does `act` with the programs; one thing at a time, told when it fails. Resolves to whether it was done. */
  async work(act: (programs: readonly Program[]) => Promise<void>): Promise<boolean> {
    if (this.#isBusy) return false;
    this.#setBusy(true);
    this.panel.clearProblems();
    this.save();
    const { files } = this.editor;
    try {
      const programs = await this.#programs(files);
      if (programs === null) return false;
      noteRunning(this.data.title);
      const done = act(programs);
      if (!isCourseText(this.data, files)) setTimeout(() => void this.#showTypes(files), TYPES_AFTER_MS);
      await done;
      return true;
    } catch (error) {
      this.panel.fail(failureWords(error), this.#starter);
      return false;
    } finally {
      noteRunning(null);
      this.#run = null;
      this.#setBusy(false);
      this.#warm();
    }
  }

  stop(): void {
    this.#giveUp();
    this.#run?.stop();
  }

  /** Gives the Stop button something else to stop. */
  set stoppable(run: Pick<Run, 'stop'>) {
    this.#run = run as Run;
  }

  save(): void {
    if (!this.#isEdited) return;
    this.#isEdited = false;
    saveFiles(this.data.id, this.editor.files, this.data.files);
  }

  /** The compiled text, or null when there is none; why is told. */
  async #programs(files: Files): Promise<readonly Program[] | null> {
    const givenUp = new Promise<null>((resolve) => {
      this.#giveUp = () => resolve(null);
    });
    const compiled = await Promise.race([this.#preparation.compile(files), givenUp]);
    if (compiled?.ok === true) return compiled.programs;
    if (compiled === null) this.panel.fail('You stopped it before it ran.');
    else {
      this.panel.showProblems('compile', compiled.problems);
      this.editor.problems(compiled.problems);
    }
    return null;
  }

  /** Puts back the course's seed, and its text, which can be undone here and in the editor. */
  #reset(): void {
    const mine = this.editor.files;
    this.#seed = this.data.seed;
    if (isCourseText(this.data, mine)) {
      this.#showReset();
      return this.#offers.show(`The next run has seed ${this.#seed} again.`, {}, 'untilRun');
    }
    this.#put(this.data.files);
    this.#offers.show("The course's text is back.", { Undo: () => this.#put(mine) }, 'untilChange');
  }

  /** Another text, as if the reader had typed it. */
  #put(files: Files): void {
    this.#offers.clear();
    this.editor.files = files;
    this.editor.problems([]);
    this.#changed();
    this.save();
  }

  /** The text stays as it is here, and counts as the newest. */
  #keep(): void {
    this.#offers.clear();
    this.#isEdited = true;
    this.save();
  }

  /** The reader's own text, if one was kept; and what to do when it and the course's, or another tab's, have gone apart. */
  #loadText(): void {
    const { id, files } = this.data;
    const kept = loadFiles(id, files, { ...renamed.cells, ...renamed.exercises });
    if (kept !== null) this.editor.files = kept.files;
    if (kept?.isCourseChanged === true) {
      this.#offers.show("The lesson's text changed after you had edited it.", {
        'Keep yours': () => this.#keep(),
        'Take the new one': () => this.#put(files),
        'See both': () => this.#compare(files, 'the lesson'),
      });
    }
    onChangeElsewhere(id, files, (theirs) => {
      if (isCourseText({ ...this.data, files: theirs }, this.editor.files)) return this.#offers.clear();
      this.#offers.show('This text was changed in another tab.', {
        'Show it': () => this.#put(theirs),
        'Keep mine': () => this.#keep(),
        'See both': () => this.#compare(theirs, 'the other tab'),
      });
    });
  }

  async #compare(theirs: Files, name: string): Promise<void> {
    const { diffView } = await import('../views/diff-view.ts');
    this.#offers.add(diffView({ name, files: theirs }, { name: 'you', files: this.editor.files }));
  }

  /** There is something to put back when the text or the seed is not the course's. */
  #showReset(): void {
    const isAsGiven = this.#seed === this.data.seed && isCourseText(this.data, this.editor.files);
    turnOff(part(this.root, 'reset'), isAsGiven);
  }

  #changed(): void {
    this.#isEdited = true;
    this.root.dataset['edited'] = '';
    this.#showReset();
    this.#offers.textChanged();
    this.panel.markStale();
    this.#preparation.textChanges(() => this.editor.files);
    clearTimeout(this.#doubting);
    this.#doubting = setTimeout(() => void this.#doubt(), DOUBT_AFTER_MS);
  }

  #touched(): void {
    void warmCompiler();
    if (this.#isTouched) return;
    this.#isTouched = true;
    void this.#doubt();
  }

  /** Marks what TypeScript finds doubtful in the text as it is. A run is never slowed down by it: its own check comes later. */
  async #doubt(): Promise<void> {
    if (!this.#isBusy) this.editor.problems((await this.#typesOf(this.editor.files)) ?? []);
  }

  async #showTypes(files: Files): Promise<void> {
    const problems = await this.#typesOf(files);
    if (problems === null) return;
    this.panel.showProblems('types', problems);
    this.editor.problems(problems);
  }

  /** The type errors of these files, or null when the text is another one by then. */
  async #typesOf(files: Files): Promise<readonly CompileProblem[] | null> {
    const problems = await checkTypes(files);
    return isCourseText({ ...this.data, files }, this.editor.files) ? problems : null;
  }

  /** While nobody waits: earlier it would take the processor from a run. */
  #warm(): void {
    if (this.#isBusy) return;
    this.panel.warm();
    void this.#preparation.warm();
  }

  #setBusy(isBusy: boolean): void {
    this.#isBusy = isBusy;
    this.root.toggleAttribute('data-busy', isBusy);
    for (const name of ['run', 'again', 'check', 'try']) {
      const button = this.root.querySelector<HTMLElement>(`[data-part="${name}"]`);
      if (button !== null) turnOff(button, isBusy);
    }
    turnOff(part(this.root, 'stop'), !isBusy);
    part(this.root, 'status').textContent = isBusy ? 'Running …' : '';
  }

  #noteStarter(target: EventTarget | null): void {
    if (target instanceof Element) this.#starter = target.closest<HTMLElement>(STARTERS) ?? this.#starter;
  }

  #button(name: string, act: () => void): void {
    part<HTMLButtonElement>(this.root, name).addEventListener('click', act);
  }
}
