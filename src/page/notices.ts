/** Notices: sentences at the top of the page that stay until they are closed. Storage that does not work is told here, once. */
import { element, part } from '../views/dom.ts';
import { onBrokenStorage } from './store.ts';

onBrokenStorage((said) => notice(said));

/** `act` is a button in the notice. */
export function notice(said: string, act?: { readonly name: string; readonly does: () => void }): void {
  const leave = (): void => {
    if (row.contains(document.activeElement)) document.querySelector('main')?.focus({ preventScroll: true });
    row.remove();
  };
  const does = (): void => {
    leave();
    act?.does();
  };
  const buttons = [
    act === undefined ? null : element('button', { type: 'button', class: 'quiet', click: does }, act.name),
    element('button', { type: 'button', class: 'quiet', click: leave }, 'Close'),
  ];
  const row = element('p', { class: 'notice', role: 'status' }, element('span', {}, said), ...buttons);
  part(document, 'notices').append(row);
}
