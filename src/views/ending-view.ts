/** The ending on the page: how the run ended, what went wrong in it, and who still waits. */
import type { SourceLine } from '../../sandbox/trace/event.ts';
import { element } from './dom.ts';
import type { Ending } from './endings.ts';
import { type Place, sourceLink } from './source-link.ts';

export function endingView({ tone, said, source, mishaps, waiting }: Ending, open: (place: Place) => void): HTMLElement[] {
  const paragraph = (kind: string, text: string, place: SourceLine | null): HTMLElement =>
    element('p', { class: `ending ${kind}` }, `${text} `, place === null ? null : sourceLink(place, open));
  const list = element('ul', { class: 'waiting' }, ...waiting.map((line) => element('li', {}, line)));
  return [
    ...mishaps.map((mishap) => paragraph('alarm', mishap.said, mishap.source)),
    paragraph(tone, said, source),
    ...(waiting.length === 0 ? [] : [list]),
  ];
}
