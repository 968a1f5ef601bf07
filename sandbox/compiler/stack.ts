/** Stacks: the frames of an engine's error stack that are the learner's own code, in the learner's files. */
import { originalPositionFor, TraceMap } from '@jridgewell/trace-mapping';
import type { Program } from '../engine/program.ts';
import { SCRIPT_ADDRESS } from './factory.ts';
import { isMainName } from './names.ts';
import type { Location } from './positions.ts';

/** One frame as the engine wrote it: the script's address, line and column from 1. */
export interface Frame {
  /** Name of the function, empty at the top level or when the engine gives none. */
  readonly called: string;
  readonly script: string;
  readonly line: number;
  readonly column: number;
}

export interface LearnerFrame extends Location {
  readonly called: string;
}

/** The frames of `stack` that run one of the programs, innermost first; frames of libraries and of the machine are left out. */
export function learnerFrames(stack: string, programs: readonly Pick<Program, 'entry' | 'map'>[]): LearnerFrame[] {
  return parseStack(stack).flatMap((frame) => {
    const program = programs.find(({ entry }) => frame.script === SCRIPT_ADDRESS + encodeURI(entry));
    if (program === undefined) return [];
    const { source, line, column } = originalPositionFor(mapOf(program), { line: frame.line, column: frame.column - 1 });
    return source === null ? [] : [{ called: frame.called, file: source, line, column: column + 1 }];
  });
}

/** `Name: message` and one line for each of the learner's frames, as Node prints it: `    at encode (worker.ts:3:10)`. */
export function learnerStack(error: Error, programs: readonly Pick<Program, 'entry' | 'map'>[]): string {
  const frames = learnerFrames(typeof error.stack === 'string' ? error.stack : '', programs);
  const lines = frames.map(({ called, file, line, column }) => {
    const place = `${file}:${line}:${column}`;
    return called === '' ? `    at ${place}` : `    at ${called} (${place})`;
  });
  return [`${error.name}: ${error.message}`, ...lines].join('\n');
}

/**
 * Frames of a V8 stack (`    at async encode (script:3:10)`) or of a SpiderMonkey one (`async*encode@script:3:10`); lines
 * that are neither are left out.
 */
export function parseStack(stack: string): Frame[] {
  return stack.split('\n').flatMap((line) => {
    const match = V8_FRAME.exec(line) ?? V8_BARE_FRAME.exec(line) ?? SPIDERMONKEY_FRAME.exec(line);
    if (match?.groups === undefined) return [];
    const { called = '', script = '', line: at = '', column = '' } = match.groups;
    return [{ called: functionName(called), script, line: Number(at), column: Number(column) }];
  });
}

const V8_FRAME = /^\s+at (?:async )?(?<called>.*?) ?\((?<script>.+):(?<line>\d+):(?<column>\d+)\)$/;
const V8_BARE_FRAME = /^\s+at (?:async )?(?<called>)(?<script>\S+):(?<line>\d+):(?<column>\d+)$/;
const SPIDERMONKEY_FRAME = /^(?:async\*)?(?<called>.*?)@(?<script>.+):(?<line>\d+):(?<column>\d+)$/;

/** Engines name nested functions by path and add marks: `Object.run`, `run/<`, `$main [as main]`. */
function functionName(called: string): string {
  const name = called
    .replace(/ \[as .*\]$/, '')
    .replace(/^(?:Object|Proxy|global)\./, '')
    .replace(/\/?<$/, '');
  return name === '<anonymous>' || isMainName(name.replace(/^.*[./]/, '')) ? '' : name;
}

const maps = new WeakMap<object, TraceMap>();

function mapOf(program: Pick<Program, 'map'>): TraceMap {
  const known = maps.get(program);
  if (known !== undefined) return known;
  const map = new TraceMap(program.map);
  maps.set(program, map);
  return map;
}
