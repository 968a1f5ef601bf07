/** The diff view: two texts of the same files, line by line, with signs as well as colours. Load it on demand: it brings the package `diff`. */
import { diffLines } from 'diff';
import { element } from './dom.ts';

/** One of the texts, and whose it is: "the lesson", "you", "the solution". */
export interface DiffSide {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
}

/** What only `one` has is marked with −, what only `other` has with +. Files that are the same in both are left out. */
export function diffView(one: DiffSide, other: DiffSide): HTMLElement {
  const names = [...new Set([...Object.keys(one.files), ...Object.keys(other.files)])];
  const changed = names.filter((name) => one.files[name] !== other.files[name]);
  const figures = changed.map((name) =>
    element(
      'figure',
      { class: 'diff', role: 'region', tabindex: 0, 'aria-label': `${name}: ${one.name} and ${other.name}` },
      element('figcaption', {}, `${name}   − ${one.name}   + ${other.name}`),
      element('pre', {}, ...linesOf(one.files[name] ?? '', other.files[name] ?? '')),
    ),
  );
  if (figures.length === 0) return element('p', { class: 'diff' }, 'The two texts are the same.');
  return figures.length === 1 && figures[0] !== undefined ? figures[0] : element('div', { class: 'diff' }, ...figures);
}

function linesOf(one: string, other: string): HTMLElement[] {
  return diffLines(one, other).flatMap(({ value, added, removed }) => {
    const tag = added ? 'ins' : removed ? 'del' : 'span';
    const lines = value.endsWith('\n') ? value.slice(0, -1).split('\n') : value.split('\n');
    return lines.map((line) => element(tag, {}, line));
  });
}
