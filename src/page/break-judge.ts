/** The judge of a break-it: puts a run to the checks of what the program promises. Loaded with the first fault that is placed. */
import type { BreakIt } from '../../content/break-it.ts';
import type { Fault } from '../../sandbox/engine/cell.ts';
import { spokenFault } from '../../sandbox/engine/fault-words.ts';
import type { RunReport } from '../../sandbox/engine/report.ts';
import type { Check, Finding } from '../../sandbox/judge/check.ts';
import { findingOf } from '../../sandbox/judge/grade.ts';
import { stepsOf } from '../../sandbox/judge/steps.ts';
import { storyOf } from '../../sandbox/judge/story.ts';
import { isJudgeable } from '../../sandbox/judge/unjudged.ts';
import type { TraceEvent } from '../../sandbox/trace/event.ts';
import { element } from '../views/dom.ts';
import { comparedView } from '../views/verdict-view.ts';

const breaks = import.meta.glob<{ breakIt: BreakIt }>('../../content/lessons/*/breaks/*/break.ts');
const checks = import.meta.glob<{ checks: readonly Check[] }>('../../content/lessons/*/breaks/*/checks.ts');

export interface BreakResult {
  readonly isBroken: boolean;
  readonly view: HTMLElement;
  /** What the run is called, in words that continue "the run with …". */
  readonly name: string;
  /** Sequences, in the story, of the few events that show it. */
  readonly events: readonly number[];
}

/** Says whether the promise broke, and by what; `isShown` when it was not the reader who placed the fault. */
export async function judgeBreak(lesson: string, id: string, report: RunReport, fault: Fault, isShown: boolean): Promise<BreakResult> {
  const { breakIt, judged } = await load(lesson, id);
  const placed = spokenFault(fault, deedBefore(fault, report.events));
  const name = `this fault: ${placed}`;
  if (!isJudgeable(report.ended)) return { isBroken: false, view: said('failed', report.ended.said), name, events: [] };
  if (!report.events.some(({ kind }) => kind === 'fault')) {
    return { isBroken: false, view: said('failed', 'The fault never struck: this run had no such step.'), name, events: [] };
  }
  const failing = judged
    .filter((check) => breakIt.breaks.includes(check.id))
    .map((check) => findingOf(check, report, { name }))
    .filter((finding): finding is Extract<Finding, { ok: false }> => !finding.ok);
  const [first] = failing;
  if (first === undefined) {
    return {
      isBroken: false,
      view: said('failed', `The promise held: ${breakIt.promise}`, `It survived this: ${placed}.`),
      name,
      events: [],
    };
  }
  const view = said('passed', `${isShown ? 'This breaks it.' : 'You broke it.'} ${first.said}`);
  const compared = comparedView(first);
  if (compared !== null) view.append(compared);
  return { isBroken: true, view, name, events: first.events ?? [] };
}

/** What the process had done when the fault struck, in the words in which the reader chose it. */
function deedBefore({ when }: Fault, events: readonly TraceEvent[]): string | undefined {
  if ('atMs' in when || when.process === undefined) return undefined;
  return stepsOf(when.process, storyOf(events)).find((step) => JSON.stringify(step.when) === JSON.stringify(when))?.deed;
}

/** A fault that breaks the promise. */
export async function solutionOf(lesson: string, id: string): Promise<Fault> {
  return (await load(lesson, id)).breakIt.solution;
}

async function load(lesson: string, id: string): Promise<{ readonly breakIt: BreakIt; readonly judged: readonly Check[] }> {
  const folder = `../../content/lessons/${lesson}/breaks/${id}`;
  const [module, judged] = await Promise.all([breaks[`${folder}/break.ts`]?.(), checks[`${folder}/checks.ts`]?.()]);
  if (module === undefined || judged === undefined) throw new Error(`The site has no break-it ${id}.`);
  return { breakIt: module.breakIt, judged: judged.checks };
}

function said(kind: 'passed' | 'failed', ...sentences: readonly string[]): HTMLElement {
  return element(
    'div',
    { class: `verdict ${kind}` },
    ...sentences.map((sentence, index) => element('p', index === 0 ? { class: 'said' } : {}, sentence)),
  );
}
