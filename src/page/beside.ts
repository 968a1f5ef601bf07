/** Beside: where code and picture stand side by side, the picture comes to where the reader pressed Run, and nothing else moves. */
import { part } from '../views/dom.ts';

/** From the upper edge of the window to a half that stays in sight, in pixels: as in `styles/player.css`. */
const GAP = 16;

/** Gives the half with the run so much room that it can stay at the upper edge of the window as the page is scrolled now. */
export function bringBeside(root: HTMLElement): void {
  const run = root.querySelector<HTMLElement>('.run-half');
  const code = root.querySelector<HTMLElement>('.code-half');
  if (run === null || code === null) return;
  const hidden = Math.max(0, Math.ceil(GAP - run.getBoundingClientRect().top));
  const editorTop = part(root, 'editor').getBoundingClientRect().top;
  // The new room would let the code move down to the window's edge too, away from the reader: it stays.
  const isPast = hidden > 0 && editorTop < GAP;
  code.style.setProperty('--above', isPast ? `${editorTop - code.getBoundingClientRect().top}px` : '0px');
  code.toggleAttribute('data-still', isPast);
  run.style.setProperty('--slack', `${hidden}px`);
}
