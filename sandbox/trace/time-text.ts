/** Time text: how a virtual time or a duration is written, on the page, in sentences and in a terminal alike. */

/** From here on nobody counts milliseconds. */
const SECONDS_FROM_MS = 9_999.5;

/** `0.42 ms`, `40 ms`, `1,050 ms`, `2 s`, `10.25 s`: whole seconds, and all from ten on, are seconds; the longer, the fewer digits. */
export function timeText(micros: number): string {
  const ms = micros / 1000;
  // What would be written as 1,000 ms is a second, whatever follows after the point.
  const isWholeSeconds = ms >= 999.95 && Math.round(ms) % 1000 === 0;
  if (isWholeSeconds || ms >= SECONDS_FROM_MS) return `${written(ms / 1000, 2)} s`;
  return `${written(ms, ms < 10 ? 2 : ms < 1000 ? 1 : 0)} ms`;
}

function written(value: number, digits: number): string {
  const [whole = '', fraction = ''] = value.toFixed(digits).split('.');
  const rest = fraction.replace(/0+$/, '');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${rest === '' ? '' : `.${rest}`}`;
}
