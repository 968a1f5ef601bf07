/** A workbench on the page, as its user sees it. */
import type { Page } from 'playwright';

export interface Seen {
  readonly ending: string;
  readonly console: string;
  readonly problems: string;
  /** Places that can be clicked, such as `worker.ts:12`. */
  readonly sources: readonly string[];
}

/** Puts a text into a file, as typing or pasting does. */
export async function write(page: Page, id: string, file: string, text: string): Promise<void> {
  await page.evaluate(
    ([bench, name, value]) => {
      const area = document.querySelector<HTMLTextAreaElement>(`#${bench} [data-file="${name}"] textarea`);
      if (area === null) throw new Error(`There is no ${name} in ${bench}.`);
      area.value = value ?? '';
      area.dispatchEvent(new Event('input', { bubbles: true }));
    },
    [id, file, text],
  );
}

/** Clicks a button and waits until the workbench is at rest again. */
export async function press(page: Page, id: string, button: string, timeoutMs = 40_000): Promise<void> {
  await page.evaluate(
    ([bench, name]) => document.querySelector<HTMLButtonElement>(`#${bench} [data-part="${name}"]`)?.click(),
    [id, button],
  );
  await page.waitForFunction((bench) => !document.querySelector(`#${bench}`)?.hasAttribute('data-busy'), id, {
    timeout: timeoutMs,
    polling: 20,
  });
}

/** What the output says now. */
export function seen(page: Page, id: string): Promise<Seen> {
  return page.evaluate((bench) => {
    const text = (name: string): string => document.querySelector(`#${bench} [data-part="${name}"]`)?.textContent?.slice(0, 200_000) ?? '';
    const sources = [...document.querySelectorAll(`#${bench} .output .source`)].map((link) => link.textContent ?? '');
    return { ending: text('ending'), console: text('console'), problems: text('problems'), sources };
  }, id);
}
