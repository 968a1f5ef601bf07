/** Loads one *break it*: `break.ts`, its `checks.ts` and `files/`. */
import { basename, dirname, join, resolve } from 'node:path';
import type { Breakage, BreakIt } from '../../content/break-it.ts';
import { breakItSchema, checksSchema } from '../../content/schema.ts';
import type { Fault } from '../../sandbox/engine/cell.ts';
import type { Check } from '../../sandbox/judge/check.ts';
import { misfitProblems } from './load-cell.ts';
import { failure, type Loaded } from './problem.ts';
import { readDescription, readFiles } from './read-folder.ts';
import { faultMisfits, type Misfit, scenarioMisfits, unknownNames } from './scenario-problems.ts';

export interface LoadedBreak {
  /** `<lesson>/<break>`. */
  readonly id: string;
  /** Absolute path. */
  readonly folder: string;
  readonly breakIt: BreakIt;
  readonly checks: readonly Check[];
  readonly files: Readonly<Record<string, string>>;
}

export async function loadBreak(path: string): Promise<Loaded<LoadedBreak>> {
  const folder = resolve(path);
  const file = join(folder, 'break.ts');
  const described = await readDescription(file, 'breakIt', breakItSchema);
  if (!described.ok) return described;
  const withChecks = await readDescription(join(folder, 'checks.ts'), 'checks', checksSchema);
  if (!withChecks.ok) return withChecks;
  const loaded: LoadedBreak = {
    id: `${basename(dirname(dirname(folder)))}/${basename(folder)}`,
    folder,
    breakIt: described.value as unknown as BreakIt,
    checks: withChecks.value as unknown as readonly Check[],
    files: readFiles(join(folder, 'files')),
  };
  const problems = misfitProblems(file, 'breakIt', misfits(loaded));
  return problems.length > 0 ? failure(...problems) : { ok: true, value: loaded };
}

function misfits({ breakIt, checks, files }: LoadedBreak): readonly Misfit[] {
  const processes = breakIt.processes.map(({ name }) => name);
  const ids = checks.map(({ id }) => id);
  const placed = [
    ['solution', breakIt.solution],
    ['harmless', breakIt.harmless],
  ] as const;
  return [
    ...scenarioMisfits(breakIt, Object.keys(files)),
    ...breakIt.targets.flatMap((name, index) => unknownNames(['targets', index], [name], processes, 'process')),
    ...breakIt.breaks.flatMap((id, index) => unknownNames(['breaks', index], [id], ids, 'check')),
    ...placed.flatMap(([key, fault]) => [
      ...faultMisfits({ ...breakIt, faults: [fault] }, []).map((misfit) => ({ ...misfit, path: [key, ...misfit.path.slice(1)] })),
      ...placingMisfits(key, fault, breakIt),
    ]),
  ];
}

/** What is shown as a solution must be something that the reader can place. */
function placingMisfits(key: 'solution' | 'harmless', fault: Fault, { offers, targets }: BreakIt): readonly Misfit[] {
  const kind = breakageOf(fault);
  if (kind === null || !offers.includes(kind)) {
    return [{ path: [key, 'kind'], said: `The reader cannot place this kind of fault; offered are: ${offers.join(', ')}.` }];
  }
  const struck = 'process' in fault ? [fault.process] : 'between' in fault ? fault.between : [];
  if (struck.some((name) => targets.includes(name))) return [];
  return [{ path: [key], said: `It strikes none of the targets: ${targets.join(', ')}.` }];
}

/** The kind under which the reader is offered this fault, or null when it never is. */
export function breakageOf(fault: Fault): Breakage | null {
  switch (fault.kind) {
    case 'crash':
      return fault.restartAfterMs === undefined ? 'crash' : 'crashAndRestart';
    case 'loseAck':
    case 'pause':
    case 'cut':
      return fault.kind;
    case 'restartBroker':
    case 'slow':
    case 'partition':
    case 'latency':
      return null;
    default:
      return fault satisfies never;
  }
}
