/** Times in a normal form: as distances from now, so that outcomes of different moments can be compared. */
import type { Frame } from './wire/frame.ts';

/** Replies that are times, in how many milliseconds and from when. */
const TIMES: Readonly<Record<string, { readonly unitMs: number; readonly since: 'now' | '1970' }>> = {
  pttl: { unitMs: 1, since: 'now' },
  ttl: { unitMs: 1000, since: 'now' },
  pexpiretime: { unitMs: 1, since: '1970' },
  expiretime: { unitMs: 1000, since: '1970' },
};

/** What lies further off was asked for as a date, not as a distance. */
const FAR_MS = 1e11;

/** An id, and a time, that the server made of its clock. */
const CLOCK_ID = /^1\d{12}-\d+$/;
const CLOCK_MS = /^1\d{12}$/;

/** `≈120000` is a number of milliseconds that may differ a little. */
export function clockless(name: string, frame: Frame): Frame {
  const time = TIMES[name];
  if (time === undefined || frame.sign !== ':' || Number(frame.text) <= 0) return withoutClock(frame);
  return { ...frame, text: timeText(Number(frame.text) * time.unitMs - (time.since === 'now' ? 0 : Date.now())) };
}

function withoutClock(frame: Frame): Frame {
  if (frame.items !== null) return { ...frame, items: frame.items.map(withoutClock) };
  if (frame.text !== null && CLOCK_ID.test(frame.text)) return { ...frame, text: 'id of the clock' };
  return frame.sign === ':' && frame.text !== null && CLOCK_MS.test(frame.text)
    ? { ...frame, text: timeText(Number(frame.text) - Date.now()) }
    : frame;
}

function timeText(fromNowMs: number): string {
  return fromNowMs > FAR_MS ? `≈${fromNowMs + Date.now()}` : `≈${fromNowMs}`;
}
