/** Single keys: they do something unless the focus is where one types; `?` lists them, and there they can be switched off. */
import { part } from '../views/dom.ts';
import { attempt } from './store.ts';

const OFF = 'inflight:no-single-keys';
/** Where a letter is text, or already means something. */
const TYPING = 'input, textarea, select, [contenteditable], [role="textbox"], [role="listbox"], [role="slider"], .editor, dialog';

type Keys = Readonly<Record<string, () => void>>;

/** The page's own keys beside `?`; links are followed by their `data-key`. */
export function startKeys(keys: Keys): void {
  const list = part<HTMLDialogElement>(document, 'key-list');
  const all: Keys = { ...keys, '?': () => list.showModal() };
  const button = part<HTMLButtonElement>(document, 'keys-button');
  button.hidden = false;
  button.addEventListener('click', () => list.showModal());
  part(list, 'keys-close').addEventListener('click', () => list.close());
  keepSwitch(part<HTMLInputElement>(list, 'single-keys'));
  addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isOff()) return;
    if (event.target instanceof Element && event.target.closest(TYPING) !== null) return;
    const link = document.querySelector<HTMLAnchorElement>(`a[data-key="${CSS.escape(event.key)}"]`);
    const act = all[event.key] ?? (link === null ? undefined : () => link.click());
    if (act === undefined) return;
    event.preventDefault();
    act();
  });
}

function keepSwitch(box: HTMLInputElement): void {
  box.checked = !isOff();
  box.addEventListener('change', () => attempt(() => (box.checked ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, 'yes'))));
}

function isOff(): boolean {
  return attempt(() => localStorage.getItem(OFF)) === 'yes';
}
