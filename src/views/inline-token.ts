/** The inline token: a message's number among words, with the hue and the outline that it has in the picture. */
import type { TokenState } from '../picture/marks.tsx';
import type { MessageLook } from '../picture/messages.ts';
import { element } from './dom.ts';

type Look = Pick<MessageLook, 'label' | 'hue' | 'letter'>;

/** As part of the text: it is read, found and copied like any other number. */
export function inlineToken(look: Look, state: TokenState): HTMLElement {
  return element('span', { class: classOf(look, state), 'data-letter': look.letter ?? undefined }, look.label);
}

/** Beside a text that says the same in words of its own: it is only seen. */
export function drawnToken(look: Look): HTMLElement {
  const state: TokenState = { inFlight: false, again: false, end: null };
  return element('span', {
    class: classOf(look, state),
    'data-letter': look.letter ?? undefined,
    'data-label': look.label,
    'aria-hidden': 'true',
  });
}

function classOf({ hue }: Look, { inFlight, again, end }: TokenState): string {
  return ['inline-token', `hue-${hue}`, inFlight ? 'flight' : '', again ? 'again' : '', end ?? ''].filter((name) => name !== '').join(' ');
}
