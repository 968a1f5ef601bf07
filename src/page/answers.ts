/** The reader's answers to predictions, kept in the browser: which option was chosen last. Whether it was right is progress. */
import { attempt } from './store.ts';

const KEY = 'inflight:answers';

export function answerTo(prediction: string): string | null {
  return all()[prediction] ?? null;
}

/** Storage is read anew first, so that what another tab kept stays. */
export function keepAnswer(prediction: string, option: string): void {
  const answers = { ...all(), [prediction]: option };
  attempt(() => localStorage.setItem(KEY, JSON.stringify(answers)));
}

/** What is no record of texts was not written by this page, and counts as nothing. */
function all(): Readonly<Record<string, string>> {
  try {
    const kept: unknown = JSON.parse(attempt(() => localStorage.getItem(KEY)) ?? '{}');
    if (typeof kept !== 'object' || kept === null) return {};
    return Object.fromEntries(Object.entries(kept).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  } catch {
    return {};
  }
}
