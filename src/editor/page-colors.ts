/** The page's colours for an editor that wants them as `#rrggbb`: read off an element, because only the browser knows what they are now. */

/** The value of each custom property, named as in the style sheets: `--ink`. */
export function pageColors<Name extends string>(names: readonly Name[]): Record<Name, string> {
  const probe = document.createElement('span');
  document.body.append(probe);
  const dot = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const read = (name: Name): string => {
    if (dot === null) return '#808080';
    probe.style.color = `var(${name})`;
    dot.fillStyle = getComputedStyle(probe).color;
    dot.fillRect(0, 0, 1, 1);
    return `#${[...dot.getImageData(0, 0, 1, 1).data.slice(0, 3)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
  };
  const colors = Object.fromEntries(names.map((name) => [name, read(name)])) as Record<Name, string>;
  probe.remove();
  return colors;
}
