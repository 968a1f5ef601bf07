/** Places: where in the learner's files an error was thrown, read from the engine's stack and the programs' source maps. */
import type { Program } from '../../sandbox/engine/program.ts';
import type { RunReport } from '../../sandbox/engine/report.ts';
import type { TraceEvent } from '../../sandbox/trace/event.ts';

/** The report with a source for every crash that the machine could not place itself. Source maps are loaded only when there is one. */
export async function withPlaces(report: RunReport, programs: readonly Program[]): Promise<RunReport> {
  if (!report.events.some(isUnplaced)) return report;
  const { learnerFrames } = await import('../../sandbox/compiler/stack.ts');
  const placed = (event: TraceEvent): TraceEvent => {
    const frame = isUnplaced(event) ? learnerFrames(event.annotation ?? '', programs)[0] : undefined;
    return frame === undefined ? event : { ...event, source: { file: frame.file, line: frame.line } };
  };
  return { ...report, events: report.events.map(placed) };
}

function isUnplaced({ kind, source, annotation }: TraceEvent): boolean {
  return kind === 'processCrashed' && source === undefined && annotation !== undefined;
}
