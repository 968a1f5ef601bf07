/** Hostile cells that reach for the page, the frame, other threads, or the browser's storage. */
import { hostile } from './hostile-cell.ts';

const NO_PAGE = /a cell has no page/;
const STORAGE = /a cell keeps nothing in the browser/;
const THREADS = /runs on one thread/;

export const page = [
  hostile(
    'navigation of the frame',
    /location|undefined|null/,
    1,
    `
(location as any).href = 'http://LISTENER/away';
`,
  ),
  hostile(
    'navigation through self',
    /self|undefined|null/,
    1,
    `
(self as any).location = 'http://LISTENER/away';
`,
  ),
  hostile(
    'navigation of the page',
    NO_PAGE,
    1,
    `
(top as any).location = 'http://LISTENER/away';
`,
  ),
  hostile(
    'a window of its own',
    NO_PAGE,
    1,
    `
open('http://LISTENER/popup');
`,
  ),
  hostile(
    'the parent of the frame',
    NO_PAGE,
    1,
    `
(parent as any).document.body.remove();
`,
  ),
  hostile(
    'the document',
    NO_PAGE,
    1,
    `
document.body.innerHTML = '<h1>Owned</h1>';
`,
  ),
  hostile(
    'an alert',
    NO_PAGE,
    1,
    `
for (;;) alert('again');
`,
  ),
  hostile(
    'localStorage',
    STORAGE,
    1,
    `
localStorage.clear();
`,
  ),
  hostile(
    'indexedDB',
    STORAGE,
    1,
    `
indexedDB.deleteDatabase('everything');
`,
  ),
  hostile(
    'the cache',
    STORAGE,
    1,
    `
await caches.open('mine');
`,
  ),
  hostile(
    'cookies',
    STORAGE,
    1,
    `
await (globalThis as any, cookieStore as any).set('a', 'b');
`,
  ),
  hostile(
    'a worker of its own',
    THREADS,
    1,
    `
new Worker('data:text/javascript,for(;;);');
`,
  ),
  hostile(
    'a shared worker',
    THREADS,
    1,
    `
new SharedWorker('data:text/javascript,for(;;);');
`,
  ),
  hostile(
    'a broadcast to other tabs',
    THREADS,
    1,
    `
new BroadcastChannel('inflight').postMessage('hello');
`,
  ),
  hostile(
    'shared memory',
    THREADS,
    1,
    `
new SharedArrayBuffer(8);
`,
  ),
  hostile(
    'sleeping on shared memory',
    THREADS,
    1,
    `
Atomics.wait(new Int32Array(8), 0, 0, 60_000);
`,
  ),
  hostile(
    'a channel around the clock',
    THREADS,
    1,
    `
new MessageChannel();
`,
  ),
  hostile(
    'WebAssembly',
    /is not JavaScript could not be metered/,
    1,
    `
new WebAssembly.Memory({ initial: 1 });
`,
  ),
  hostile(
    'listening on the host',
    NO_PAGE,
    1,
    `
addEventListener('message', (event) => console.log(event));
`,
  ),
  hostile(
    'listening through a prototype',
    /addEventListener on the global object is not available/,
    2,
    `
const target = Object.getPrototypeOf(AbortSignal.prototype);
target.addEventListener.call(undefined, 'message', console.log);
`,
  ),
  hostile(
    'watching the garbage collector',
    /depends on the real machine/,
    1,
    `
new FinalizationRegistry(() => console.log('collected'));
`,
  ),
];
