/** The workbench: editor, buttons and run panel of one cell or exercise, put together. */
import type { Scenario } from '../../sandbox/engine/cell.ts';
import type { Program } from '../../sandbox/engine/program.ts';
import { warmCompiler } from '../runner/compiler.ts';
import { type Run, startRun } from '../runner/run.ts';
import { checkTypes } from '../runner/types.ts';
import { part } from '../views/dom.ts';
import { dataOf, type WorkbenchData } from './data.ts';
import { Editor } from './editor.ts';
import { withPlaces } from './places.ts';
import { Preparation } from './preparation.ts';
import { isCourseText } from './programs.ts';
import { RunPanel } from './run-panel.ts';
import { loadFiles, noteRunning, saveFiles } from './store.ts';

/** The type check waits so long: on two processors it would hold up the run's first lines. */
const TYPES_AFTER_MS = 250;

export class Workbench<D extends WorkbenchData = WorkbenchData> {
  readonly data: D;
  readonly editor: Editor;
  readonly panel: RunPanel;
  readonly root: HTMLElement;
  readonly #preparation: Preparation;
  #run: Run | null = null;
  #seed: number;
  #isBusy = false;

  constructor(root: HTMLElement) {
    this.root = root;
    this.data = dataOf<D>(root);
    this.#seed = this.data.seed;
    this.#preparation = new Preparation(this.data);
    this.editor = new Editor(part(root, 'editor'), {
      changed: () => this.#changed(),
      paused: () => this.save(),
      run: () => void this.runSeed(this.#seed),
    });
    this.panel = new RunPanel(root, (place) => this.editor.open(place));
    const saved = loadFiles(this.data.id, this.data.files);
    if (saved !== null) this.editor.files = saved.files;
    this.#button('run', () => void this.runSeed(this.#seed));
    this.#button('again', () => void this.runSeed(this.#seed + 1));
    this.#button('stop', () => this.stop());
    this.#button('reset', () => this.#reset());
    for (const happening of ['pointerenter', 'focusin']) root.addEventListener(happening, () => this.#warm());
    for (const area of root.querySelectorAll('textarea')) {
      for (const happening of ['pointerdown', 'focus']) area.addEventListener(happening, () => void warmCompiler(), { once: true });
    }
    root.dataset['ready'] = '';
  }

  /** Runs the text that is in the editor. */
  async runSeed(seed: number, change: (scenario: Scenario) => Scenario = (scenario) => scenario): Promise<void> {
    this.#seed = seed;
    await this.work(async (programs) => {
      this.panel.begin();
      const startedAt = performance.now();
      const run = startRun({ scenario: change(this.data.scenario), programs, seed }, { events: (events) => this.panel.add(events) });
      this.#run = run;
      const report = await run.report;
      const realMs = performance.now() - startedAt;
      await this.panel.end(await withPlaces(report, programs), realMs);
    });
  }

  /** Compiles, then does `act` with the programs; one thing at a time, told when it fails. */
  async work(act: (programs: readonly Program[]) => Promise<void>): Promise<void> {
    if (this.#isBusy) return;
    this.#setBusy(true);
    this.panel.clearProblems();
    this.save();
    const { files } = this.editor;
    try {
      const compiled = await this.#preparation.compile(files);
      if (!compiled.ok) return this.panel.showProblems('compile', compiled.problems);
      noteRunning(this.data.title);
      const done = act(compiled.programs);
      if (!isCourseText(this.data, files)) setTimeout(() => void this.#showTypes(files), TYPES_AFTER_MS);
      await done;
    } catch (error) {
      this.panel.fail(error instanceof Error ? error.message : String(error));
    } finally {
      noteRunning(null);
      this.#run = null;
      this.#setBusy(false);
      this.#warm();
    }
  }

  stop(): void {
    this.#run?.stop();
  }

  /** Gives the Stop button something else to stop. */
  set stoppable(run: Pick<Run, 'stop'>) {
    this.#run = run as Run;
  }

  save(): void {
    saveFiles(this.data.id, this.editor.files, this.data.files);
  }

  #reset(): void {
    if (isCourseText(this.data, this.editor.files)) return;
    if (!confirm('Put back the text of the course? Your changes to these files are lost.')) return;
    this.editor.files = this.data.files;
    this.save();
    this.#changed();
  }

  #changed(): void {
    this.panel.markStale();
    this.#preparation.textChanges(() => this.editor.files);
  }

  async #showTypes(files: Readonly<Record<string, string>>): Promise<void> {
    const problems = await checkTypes(files);
    const isSame = Object.entries(this.editor.files).every(([name, text]) => files[name] === text);
    if (isSame) this.panel.showProblems('types', problems);
  }

  /** While nobody waits: earlier it would take the processor from a run. */
  #warm(): void {
    if (!this.#isBusy) void this.#preparation.warm();
  }

  #setBusy(isBusy: boolean): void {
    this.#isBusy = isBusy;
    this.root.toggleAttribute('data-busy', isBusy);
    for (const name of ['run', 'again', 'check']) {
      const button = this.root.querySelector<HTMLButtonElement>(`[data-part="${name}"]`);
      if (button !== null) button.disabled = isBusy;
    }
    part<HTMLButtonElement>(this.root, 'stop').disabled = !isBusy;
    part(this.root, 'status').textContent = isBusy ? 'Running …' : '';
  }

  #button(name: string, act: () => void): void {
    part<HTMLButtonElement>(this.root, name).addEventListener('click', act);
  }
}
