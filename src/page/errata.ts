/** Errata: the report of a mistake, which carries the lesson, the cell that was used last and its seed. */
import { part } from '../views/dom.ts';
import { dataOf } from './data.ts';

export function startErrata(): void {
  const button = part<HTMLButtonElement>(document, 'errata');
  let used: HTMLElement | null = null;
  const use = ({ target }: Event): void => {
    used = target instanceof Element ? (target.closest<HTMLElement>('.bench') ?? used) : used;
  };
  for (const happening of ['focusin', 'pointerdown']) addEventListener(happening, use);
  button.hidden = false;
  button.addEventListener('click', () => {
    const report = reportText(used);
    const { issues } = button.dataset;
    if (issues === undefined) void copy(report);
    else location.assign(`${issues}?title=${encodeURIComponent(report.split('\n')[0] ?? '')}&body=${encodeURIComponent(report)}`);
  });
}

function reportText(bench: HTMLElement | null): string {
  const { lesson = '', version = '' } = document.querySelector<HTMLElement>('[data-lesson]')?.dataset ?? {};
  const cell = bench === null ? [] : [`Cell: ${dataOf(bench).id}, seed ${seedOf(bench)}`];
  return [
    `Lesson: ${lesson} (version ${version})`,
    ...cell,
    `Address: ${location.href}`,
    `Browser: ${navigator.userAgent}`,
    '',
    'What is wrong: ',
  ].join('\n');
}

/** The seed of the run that is shown, else the cell's own. */
function seedOf(bench: HTMLElement): string {
  return /\d+/.exec(part(bench, 'seed').textContent ?? '')?.[0] ?? String(dataOf(bench).seed);
}

async function copy(report: string): Promise<void> {
  const said = part(document, 'errata-said');
  try {
    await navigator.clipboard.writeText(report);
    said.textContent = 'Copied. Send it to whoever gave you this course.';
  } catch {
    said.textContent = report;
  }
}
