/** A child process on the Node that runs now, with what it said. */
import { spawn } from 'node:child_process';
import { root } from './root.ts';

export interface Ran {
  readonly code: number;
  /** stdout and stderr as they came. */
  readonly output: string;
}

/** Runs Node with these parameters in the project's root and collects its output. Nothing can be typed into it. */
export function runNode(parameters: readonly string[], options: { onOutput?: (text: string) => void } = {}): Promise<Ran> {
  return run(process.execPath, parameters, options);
}

/** Runs any program in the same way. A program that cannot be started counts as ended with code 127. */
export function run(program: string, parameters: readonly string[], options: { onOutput?: (text: string) => void } = {}): Promise<Ran> {
  return new Promise((done) => {
    const child = spawn(program, parameters, { cwd: root, env: { ...process.env, NO_COLOR: '1' }, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const take = (text: string) => {
      output += text;
      options.onOutput?.(text);
    };
    child.stdout.setEncoding('utf8').on('data', take);
    child.stderr.setEncoding('utf8').on('data', take);
    child.on('error', (error) => done({ code: 127, output: `${output}${error.message}\n` }));
    child.on('close', (code) => done({ code: code ?? 1, output }));
  });
}
