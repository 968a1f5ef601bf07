/** The source link: a file and line as a button that shows the place in the editor. */
import type { SourceLine } from '../../sandbox/trace/event.ts';
import { element } from './dom.ts';

export interface Place extends SourceLine {
  /** From 1. */
  readonly column?: number;
}

export function sourceLink(place: Place, open: (place: Place) => void): HTMLButtonElement {
  const text = place.column === undefined ? `${place.file}:${place.line}` : `${place.file}:${place.line}:${place.column}`;
  return element(
    'button',
    { type: 'button', class: 'source', 'aria-label': `${text}, show it in the editor`, click: () => open(place) },
    text,
  );
}
