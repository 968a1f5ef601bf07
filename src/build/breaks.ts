/** Break-its as the site's build sees them: by id, with the steps of their plain run at which a fault can be placed. */
import type { BreakIt } from '../../content/break-it.ts';
import { plainScenario } from '../../sandbox/engine/cell.ts';
import { stepsOf } from '../../sandbox/judge/steps.ts';
import { storyOf } from '../../sandbox/judge/story.ts';
import type { BreakData } from '../page/data.ts';
import { filesIn, find, recordedOf } from './content-files.ts';
import { inOrder } from './file-order.ts';
import { recordedRun } from './recorded.ts';

const breaks = import.meta.glob<{ breakIt: BreakIt }>('../../content/lessons/*/breaks/*/break.ts', { eager: true });

export interface PreparedBreak {
  readonly breakIt: BreakIt;
  readonly data: BreakData;
}

export function breakNamed(id: string): PreparedBreak {
  const { folder, lesson, module } = find(breaks, 'breaks', id);
  const { breakIt } = module;
  const { title, seed, hints, offers, targets, forMs } = breakIt;
  const story = storyOf(recordedRun(`${lesson}/breaks/${id}`).events);
  const fileOf = (process: string): string => breakIt.processes.find(({ name }) => name === process)?.file ?? '';
  const steps = Object.fromEntries(targets.map((target) => [target, stepsOf(target, story)]));
  const data = {
    id,
    title,
    seed,
    scenario: plainScenario(breakIt),
    files: inOrder(filesIn(`${folder}/files/`), [...targets, ...breakIt.processes.map(({ name }) => name)].map(fileOf)),
    edits: [],
    picture: 'scene' as const,
    moments: null,
    recorded: recordedOf(folder),
    lesson,
    hints,
    offers,
    forMs,
    steps,
  };
  return { breakIt, data };
}
