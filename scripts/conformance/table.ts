/** The table of a comparison: what the site shows, and what a test compares with the model. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ConformanceTable } from '../../content/conformance.ts';
import { root } from '../root.ts';
import type { Comparison, Parted } from './comparison.ts';
import type { CourseRun } from './course-runs.ts';
import type { Declared, Seen } from './coverage/coverage.ts';
import { readDeclared } from './coverage/declared.ts';
import { UNSEEN_ERRORS } from './coverage/requirements.ts';
import { partedText } from './difference-text.ts';
import { errorTexts } from './error-texts.ts';
import { byFamily } from './families.ts';
import { modelFingerprint } from './fingerprint.ts';
import { modelledCommands } from './model-source.ts';
import { NOT_SENT, SIMPLIFICATIONS } from './simplifications.ts';

export interface Results {
  readonly version: string;
  readonly comparison: Comparison;
  readonly stories: number;
  readonly sequences: number;
  readonly seed: number;
  readonly parted: readonly Parted[];
  readonly courseRuns: readonly CourseRun[];
  readonly bugs: ConformanceTable['bugs'];
  /** Every command that the real server has, with its subcommands as `client|id`. */
  readonly realCommands: readonly string[];
}

export const TABLE_FILE = join(root, 'content', 'conformance', 'redis.json');
export const LAST_FILE = join(root, '.inflight', 'conformance', 'redis.json');

export function tableOf(results: Results): ConformanceTable {
  const seen = declaredPartOf(results.comparison.coverage.seen(), readDeclared());
  const modelled = new Set(modelledCommands());
  const ofCourse = results.courseRuns.flatMap(({ id, said }) => (said.startsWith('differs') ? [`${id} ${said}`] : []));
  return {
    server: `Redis ${results.version}`,
    behaviours: seen.reduce((count, [, kinds]) => count + kinds.length, 0),
    commands: modelled.size,
    stories: results.stories,
    sequences: results.sequences,
    seed: results.seed,
    errorTexts: errorTexts().filter(({ text }) => UNSEEN_ERRORS[text] === undefined).length,
    unseenErrors: UNSEEN_ERRORS,
    courseRuns: results.courseRuns.filter(({ said }) => said === 'same').length,
    skippedRuns: Object.fromEntries(results.courseRuns.flatMap(({ id, said }) => skippedOf(id, said))),
    differences: [...results.parted.map(partedText), ...ofCourse],
    bugs: results.bugs,
    simplifications: SIMPLIFICATIONS,
    notCompared: Object.fromEntries(Object.entries(NOT_SENT).filter(([name]) => modelled.has(name))),
    missing: results.realCommands.filter((name) => !modelled.has(name)),
    seen: byFamily(seen),
    fingerprint: modelFingerprint(),
  };
}

/** What every run sees, by command: what chance alone has brought is not claimed. */
export function declaredPartOf(seen: Seen, declared: Declared): (readonly [command: string, kinds: readonly string[]])[] {
  return Object.entries(declared).map(([command, kinds]) => [command, kinds.filter((kind) => seen[command]?.[kind] !== undefined)]);
}

function skippedOf(id: string, said: CourseRun['said']): [string, string][] {
  return said.startsWith('skipped: ') ? [[id, said.replace('skipped: ', '')]] : [];
}

export function writeTable(file: string, table: ConformanceTable): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, tableText(table));
}

/** One line for each command and for each short list, so that a change reads well. */
export function tableText(table: ConformanceTable): string {
  return `${valueText(table, 2)}\n`;
}

/** `levels`: so deep an object takes a line for each of its values. */
function valueText(value: unknown, levels: number, indent = '  '): string {
  if (levels < 0 || typeof value !== 'object' || value === null || Array.isArray(value) || Object.keys(value).length === 0)
    return JSON.stringify(value);
  const lines = Object.entries(value).map(
    ([key, each]) => `${indent}${JSON.stringify(key)}: ${valueText(each, levels - 1, `${indent}  `)}`,
  );
  return `{\n${lines.join(',\n')}\n${indent.slice(2)}}`;
}
