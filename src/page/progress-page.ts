/** The progress page's start: states of the objectives, export, import and reset; the last two can be taken back. */
import { part } from '../views/dom.ts';
import { notice } from './notices.ts';
import { onProgress, type Progress, progressIn, progressOf, replaceProgress, type StepKey, together } from './progress.ts';
import { startSteps } from './steps.ts';

startSteps();
showObjectives(progressOf());
onProgress(showObjectives);
part(document, 'progress-buttons').hidden = false;

const file = part<HTMLInputElement>(document, 'file');
const sure = part<HTMLDialogElement>(document, 'sure');
part(document, 'export').addEventListener('click', exportProgress);
part(document, 'import').addEventListener('click', () => file.click());
file.addEventListener('change', () => void importProgress());
part(document, 'reset-all').addEventListener('click', () => sure.showModal());
part(document, 'sure-no').addEventListener('click', () => sure.close());
part(document, 'sure-yes').addEventListener('click', () => {
  sure.close();
  change({}, 'Nothing counts as done now.');
});

function showObjectives(progress: Progress): void {
  for (const row of document.querySelectorAll<HTMLElement>('[data-objective]')) {
    const any = (keys = ''): boolean => keys.split(' ').some((key) => progress[key as StepKey] !== undefined);
    const { shown, asked } = row.dataset;
    const state = any(asked) ? 'passed' : any(shown) ? 'seen' : 'new';
    row.dataset['state'] = state;
    part(row, 'state').textContent = { passed: 'passed', seen: asked === '' ? 'seen' : 'seen, exercise open', new: 'not yet' }[state];
  }
}

/** The file's form is the stored one, with a name so that it is known again. */
function exportProgress(): void {
  const text = JSON.stringify({ inflight: 'progress', exported: new Date().toISOString(), steps: progressOf() }, null, 2);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = 'inflight-progress.json';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

async function importProgress(): Promise<void> {
  const [chosen] = file.files ?? [];
  if (chosen === undefined) return;
  const text = await chosen.text();
  file.value = '';
  const steps = stepsIn(text);
  if (steps === null)
    notice(`"${chosen.name}" is not a progress file of this course. Choose one that Export has made here. Nothing was changed.`);
  else change(together(progressOf(), steps), `${Object.keys(steps).length} steps were read from "${chosen.name}".`);
}

function stepsIn(text: string): Progress | null {
  try {
    const data = JSON.parse(text) as { readonly inflight?: unknown; readonly steps?: unknown } | null;
    return data?.inflight === 'progress' ? progressIn(JSON.stringify(data.steps)) : null;
  } catch {
    return null;
  }
}

function change(progress: Progress, said: string): void {
  const before = progressOf();
  replaceProgress(progress);
  notice(said, { name: 'Take it back', does: () => replaceProgress(before) });
}
