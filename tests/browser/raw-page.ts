/** A page without a driver's opinion: Playwright gives a page up when any process of it dies, and this is about what is left then. */
import type { Browser, CDPSession, Page } from 'playwright';

const ANSWER_WITHIN_MS = 5000;

export interface RawPage {
  /** The value of an expression, or null when the page does not answer. */
  ask(expression: string): Promise<unknown>;
  reload(): Promise<void>;
}

/** Attaches to an open page through the browser's own protocol session. */
export async function rawPage(browser: Browser, page: Page): Promise<RawPage> {
  const own = await page.context().newCDPSession(page);
  const { targetInfo } = await own.send('Target.getTargetInfo');
  const session: CDPSession = await browser.newBrowserCDPSession();
  const { sessionId } = await session.send('Target.attachToTarget', { targetId: targetInfo.targetId, flatten: false });
  const waiters = new Map<number, (result: unknown) => void>();
  let newest = 0;
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, result } = JSON.parse(message) as { id?: number; result?: unknown };
    if (id !== undefined) waiters.get(id)?.(result);
  });
  const send = (method: string, params: object): Promise<unknown> => {
    newest += 1;
    const id = newest;
    return new Promise((resolve) => {
      waiters.set(id, resolve);
      setTimeout(() => resolve(null), ANSWER_WITHIN_MS);
      session.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method, params }) }).catch(() => resolve(null));
    });
  };
  return {
    async ask(expression) {
      const answer = (await send('Runtime.evaluate', { expression, returnByValue: true, awaitPromise: true })) as {
        result?: { value?: unknown };
      } | null;
      return answer?.result?.value ?? null;
    },
    async reload() {
      await send('Page.reload', {});
    },
  };
}
