/** Terms: a small card with the meaning, on hover, on focus and on the first tap; the link itself leads to the glossary. */
import { element } from '../views/dom.ts';

/** Between the word and its card, and between the card and the window's edge, in pixels. */
const GAP = 6;

let card: HTMLElement | null = null;
let owner: HTMLAnchorElement | null = null;

/** Brings every `<Term>` of the page to life. */
export function startTerms(): void {
  for (const term of document.querySelectorAll<HTMLAnchorElement>('a.term')) {
    let isTouch = false;
    term.addEventListener('pointerenter', ({ pointerType }) => {
      if (pointerType !== 'touch') show(term);
    });
    term.addEventListener('pointerleave', ({ pointerType }) => {
      if (pointerType !== 'touch') hide();
    });
    term.addEventListener('pointerdown', ({ pointerType }) => {
      isTouch = pointerType === 'touch';
    });
    // A finger cannot hover: its first tap shows the card, the second one follows the link.
    term.addEventListener('click', (event) => {
      if (!isTouch || owner === term) return;
      event.preventDefault();
      show(term);
    });
    term.addEventListener('focus', () => {
      if (!isTouch) show(term);
    });
    term.addEventListener('blur', hide);
  }
  addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') hide();
  });
  addEventListener('scroll', hide, { passive: true, capture: true });
  addEventListener('pointerdown', ({ target }) => {
    if (target instanceof Node && owner?.contains(target) !== true) hide();
  });
}

/** A screen reader has the meaning from the link's own description. */
function show(term: HTMLAnchorElement): void {
  card ??= document.body.appendChild(element('div', { class: 'term-card', popover: 'manual', 'aria-hidden': 'true' }));
  owner = term;
  const said = term.getAttribute('aria-description') ?? '';
  card.replaceChildren(element('strong', {}, term.dataset['term'] ?? ''), element('p', {}, said));
  card.showPopover();
  const { left, top, bottom } = term.getBoundingClientRect();
  const { width, height } = card.getBoundingClientRect();
  const below = bottom + GAP + height < innerHeight;
  card.style.left = `${Math.max(GAP, Math.min(left, innerWidth - width - GAP))}px`;
  card.style.top = `${below ? bottom + GAP : Math.max(GAP, top - GAP - height)}px`;
}

function hide(): void {
  owner = null;
  if (card?.matches(':popover-open') === true) card.hidePopover();
}
