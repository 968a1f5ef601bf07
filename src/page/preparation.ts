/** The preparation: what is done before anybody clicks. The text is compiled at a pause, and a spare worker is warmed. */
import type { Compiled } from '../../sandbox/engine/program.ts';
import { librariesOf } from '../runner/assets.ts';
import { warmSandbox } from '../runner/sandbox.ts';
import { warmTypes } from '../runner/types.ts';
import type { WorkbenchData } from './data.ts';
import { programsOf, recordedPrograms } from './programs.ts';
import type { Files } from './store.ts';

/** After this pause in typing the text is compiled, so that Run need not wait for it. */
const COMPILE_AFTER_MS = 200;

export class Preparation {
  readonly #data: WorkbenchData;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last: { readonly files: Files; readonly compiled: Promise<Compiled> } | null = null;
  /** What the text that was compiled last imports. */
  #imports: readonly string[] = [];

  constructor(data: WorkbenchData) {
    this.#data = data;
  }

  /** The reader types: `read` gives the text once there is a pause. */
  textChanges(read: () => Files): void {
    warmTypes();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.compile(read()).catch(() => {}), COMPILE_AFTER_MS);
  }

  /** The programs of these files, compiled once. */
  compile(files: Files): Promise<Compiled> {
    const known = this.#last;
    if (known !== null && Object.entries(files).every(([name, text]) => known.files[name] === text)) return known.compiled;
    const compiled = this.#compile(files);
    this.#last = { files, compiled };
    compiled.catch(() => {
      this.#last = null;
    });
    return compiled;
  }

  /** Starts a spare worker with what the text needs; it rehearses the course's own text. */
  async warm(): Promise<void> {
    const { scenario, seed } = this.#data;
    const programs = await recordedPrograms(this.#data).catch(() => null);
    const imports = [...this.#imports, ...(programs ?? []).flatMap((program) => program.imports)];
    warmSandbox(librariesOf(imports, scenario.brokers), programs === null ? null : { scenario, programs, seed });
  }

  async #compile(files: Files): Promise<Compiled> {
    const compiled = await programsOf(this.#data, files);
    if (compiled.ok) this.#imports = compiled.programs.flatMap(({ imports }) => imports);
    return compiled;
  }
}
