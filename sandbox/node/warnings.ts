/** Warnings as Node prints them on standard error. */
import { currentProcess } from '../engine/process.ts';
import { printLine } from './output.ts';

/** Prints `(node:7) Name: message`; `process.on('warning')` is told by `process.emitWarning`. */
export function emitWarning(message: string, name = 'Warning'): void {
  printLine('error', `(node:${currentProcess().pid}) ${name}: ${message}`);
}
