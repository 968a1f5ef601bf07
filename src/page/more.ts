/** More: seed, lanes, events, processes and network stay folded until somebody opens them; then they stay open, in every cell. */
import { attempt } from './store.ts';

const KEY = 'inflight:more';

export function rememberMore(details: HTMLDetailsElement): void {
  if (attempt(() => localStorage.getItem(KEY)) === 'open') details.open = true;
  details.addEventListener('toggle', () => {
    attempt(() => localStorage.setItem(KEY, details.open ? 'open' : 'closed'));
  });
}
