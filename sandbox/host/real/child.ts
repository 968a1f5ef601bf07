/** A child: one incarnation of a process of the run, as a real process of Node. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { atExit } from './at-exit.ts';
import { type ChildReport, type ChildSettings, type DeedAnswer, REPORT_DESCRIPTOR, SETTINGS_VARIABLE } from './child-report.ts';

const PRELOAD = fileURLToPath(new URL('preload.ts', import.meta.url));
const SHOWN_ERROR_CHARACTERS = 4000;

export interface ChildListener {
  reported(report: Exclude<ChildReport, { kind: 'ready' }>): void;
  /** Called once, after the last report. `code` is null when it was killed. */
  gone(code: number | null): void;
}

export class Child {
  /** Resolves when everything is loaded and the process waits for `go`. */
  readonly ready: Promise<void>;
  readonly #process: ChildProcess;
  #errorText = '';

  constructor(file: string, folder: string, env: Readonly<Record<string, string>>, settings: ChildSettings, listener: ChildListener) {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', '--import', PRELOAD, file], {
      cwd: folder,
      env: { ...env, PATH: process.env['PATH'] ?? '', [SETTINGS_VARIABLE]: JSON.stringify(settings) },
      stdio: ['pipe', 'ignore', 'pipe', 'pipe'],
    });
    this.#process = child;
    const forget = atExit(() => child.kill('SIGKILL'));
    child.stdin?.on('error', () => {});
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#errorText = (this.#errorText + text).slice(-SHOWN_ERROR_CHARACTERS);
    });
    this.ready = new Promise((resolve, reject) => {
      const lines = createInterface({ input: child.stdio[REPORT_DESCRIPTOR] as Readable });
      lines.on('line', (line) => {
        const report = JSON.parse(line) as ChildReport;
        if (report.kind === 'ready') resolve();
        else listener.reported(report);
      });
      const linesEnded = new Promise((ended) => lines.once('close', ended));
      child.once('close', async (code) => {
        await linesEnded;
        forget();
        reject(new Error(`The process for ${settings.name} ended before it began: ${this.#errorText}`));
        listener.gone(code);
      });
    });
    this.ready.catch(() => {});
  }

  /** What it wrote to stderr, at most the end of it. */
  get errorText(): string {
    return this.#errorText;
  }

  go(): void {
    this.#process.stdin?.write('\n');
  }

  answer(answer: DeedAnswer): void {
    if (this.#process.stdin?.writable === true) this.#process.stdin.write(`${JSON.stringify(answer)}\n`);
  }

  kill(): void {
    this.#process.kill('SIGKILL');
  }

  pause(): void {
    this.#process.kill('SIGSTOP');
  }

  resume(): void {
    this.#process.kill('SIGCONT');
  }
}
