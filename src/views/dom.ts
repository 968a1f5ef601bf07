/** The DOM in one function: elements from a tag, attributes and children. Text always enters as text. */

type Attributes = Readonly<Record<string, string | number | boolean | ((event: Event) => void) | undefined>>;
type Child = Node | string | null;

/** `element('button', { class: 'run', click: () => … }, 'Run')`; a function is a listener, `true` an empty attribute. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  return fill(document.createElement(tag), attributes, children);
}

/** The same for SVG. */
export function drawing<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): SVGElementTagNameMap[K] {
  return fill(document.createElementNS('http://www.w3.org/2000/svg', tag), attributes, children);
}

/** The one element inside `root` with this `data-part`. */
export function part<E extends HTMLElement = HTMLElement>(root: ParentNode, name: string): E {
  const found = root.querySelector<E>(`[data-part="${name}"]`);
  if (found === null) throw new Error(`The page has no part ${name}.`);
  return found;
}

/** A button that cannot be used now. It keeps the focus, as one with `disabled` would not; what presses it must ask `isOff`. */
export function turnOff(button: HTMLElement, isOff: boolean): void {
  if (isOff) button.setAttribute('aria-disabled', 'true');
  else button.removeAttribute('aria-disabled');
}

export function isOff(button: HTMLElement): boolean {
  return button.getAttribute('aria-disabled') === 'true';
}

/** Presses of buttons that are turned off come to nothing, whoever listens inside `root`. */
export function holdOff(root: HTMLElement): void {
  const hold = (event: Event): void => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[aria-disabled]') : null;
    if (button === null || !isOff(button)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  root.addEventListener('click', hold, { capture: true });
}

function fill<E extends Element>(made: E, attributes: Attributes, children: readonly Child[]): E {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(name, value);
    else if (value !== undefined && value !== false) made.setAttribute(name, value === true ? '' : String(value));
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}
