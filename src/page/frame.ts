/** The frame's start, on every page: the theme button and the keys. */
import { part } from '../views/dom.ts';
import { startKeys } from './keys.ts';
import './notices.ts';
import { chooseTheme, onThemeChange, shownTheme, systemTheme } from './theme.ts';

const button = part<HTMLButtonElement>(document, 'theme');

button.addEventListener('click', flipTheme);
onThemeChange(nameButton);
nameButton();
button.hidden = false;
startKeys({ t: flipTheme });

/** What the system shows anyway needs no choice. */
function flipTheme(): void {
  const other = shownTheme() === 'dark' ? 'light' : 'dark';
  chooseTheme(other === systemTheme() ? 'system' : other);
}

function nameButton(): void {
  const other = shownTheme() === 'dark' ? 'light' : 'dark';
  button.setAttribute('aria-label', `Show in ${other} colours`);
  button.title = button.getAttribute('aria-label') ?? '';
}
