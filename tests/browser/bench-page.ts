/** A workbench on the page, as its user sees it. */
import type { Page } from 'playwright';

export interface Seen {
  readonly ending: string;
  readonly console: string;
  readonly problems: string;
  /** Places that can be clicked, such as `worker.ts:12`. */
  readonly sources: readonly string[];
}

/** Puts a text into a file, through the editor that took over there: chooses the tab, waits for the editor, pastes over everything. */
export async function write(page: Page, id: string, file: string, text: string): Promise<void> {
  await startEditing(page, id, file);
  await page.keyboard.press('ControlOrMeta+A');
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

/** Chooses a file's tab, takes the focus there, and waits until the real editor has it. */
export async function startEditing(page: Page, id: string, file: string): Promise<void> {
  await chooseFile(page, id, file);
  const box = `#${id} [data-file="${file}"]`;
  await page.locator(`${box} :is(textarea:not(.ime-text-area), .native-edit-context, .cm-content)`).last().focus();
  await page.waitForFunction((selector) => document.querySelector(selector)?.contains(document.activeElement), `${box}[data-upgraded]`);
}

/** The text of a file as its editor has it, by way of the Copy button. */
export async function textOf(page: Page, id: string, file: string): Promise<string> {
  await chooseFile(page, id, file);
  return page.evaluate(async (bench) => {
    return await new Promise<string>((resolve) => {
      Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: async (text: string) => resolve(text) } });
      document.querySelector<HTMLButtonElement>(`#${bench} [data-part="copy"]`)?.click();
    });
  }, id);
}

/** What is selected in the editor that has the focus, as Copy would take it. */
export function selectedText(page: Page): Promise<string> {
  return page.evaluate(() => {
    const target = document.activeElement;
    if (target instanceof HTMLTextAreaElement) return target.value.slice(target.selectionStart, target.selectionEnd);
    const clipboardData = new DataTransfer();
    target?.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }));
    return clipboardData.getData('text/plain');
  });
}

async function chooseFile(page: Page, id: string, file: string): Promise<void> {
  await page.evaluate(([bench, name]) => document.querySelector<HTMLButtonElement>(`#${bench} [data-tab="${name}"]`)?.click(), [id, file]);
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
    const sources = [...document.querySelectorAll(`#${bench} :is(.said, .output) .source`)].map((link) => link.textContent ?? '');
    return { ending: text('ending'), console: text('console'), problems: text('problems'), sources };
  }, id);
}
