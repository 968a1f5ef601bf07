/** The theme: light or dark, as the system says or as the reader chose. `public/theme.js` has put the choice on the page before it was painted. */
import { attempt } from './store.ts';

const KEY = 'inflight:theme';

export type Theme = 'light' | 'dark';
export type ThemeChoice = Theme | 'system';

const dark = matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<(theme: Theme) => void>();

/** What is on the screen now. */
export function shownTheme(): Theme {
  const choice = themeChoice();
  return choice === 'system' ? systemTheme() : choice;
}

export function systemTheme(): Theme {
  return dark.matches ? 'dark' : 'light';
}

export function themeChoice(): ThemeChoice {
  const choice = document.documentElement.dataset['theme'];
  return choice === 'light' || choice === 'dark' ? choice : 'system';
}

/** Shows it at once and remembers it. */
export function chooseTheme(choice: ThemeChoice): void {
  if (choice === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = choice;
  attempt(() => (choice === 'system' ? localStorage.removeItem(KEY) : localStorage.setItem(KEY, choice)));
  tell();
}

/** For what cannot be coloured by CSS alone: `listener` is called when another theme is shown. */
export function onThemeChange(listener: (theme: Theme) => void): void {
  if (listeners.size === 0) dark.addEventListener('change', tell);
  listeners.add(listener);
}

function tell(): void {
  for (const listener of listeners) listener(shownTheme());
}
