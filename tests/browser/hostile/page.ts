/** Hostile cells that reach for the page, the frame, other threads, or the browser's storage. */
import type { HostileCell } from './hostile-cell.ts';

const NO_PAGE = /a cell has no page/;
const STORAGE = /a cell keeps nothing in the browser/;
const THREADS = /runs on one thread/;

export const page: readonly HostileCell[] = [
  {
    name: 'navigation of the frame',
    says: /crashed: TypeError: .*href/,
    line: 1,
    code: "(location as any).href = 'http://LISTENER/away';",
  },
  {
    name: 'navigation through self',
    says: /crashed: TypeError: .*location/,
    line: 1,
    code: "(self as any).location = 'http://LISTENER/away';",
  },
  { name: 'navigation of the page', says: NO_PAGE, line: 1, code: "(top as any).location = 'http://LISTENER/away';" },
  { name: 'a window of its own', says: NO_PAGE, line: 1, code: "open('http://LISTENER/popup');" },
  { name: 'the parent of the frame', says: NO_PAGE, line: 1, code: '(parent as any).document.body.remove();' },
  { name: 'the document', says: /document is not defined/, line: 1, code: "document.body.innerHTML = '<h1>Owned</h1>';" },
  { name: 'an alert', says: NO_PAGE, line: 1, code: "for (;;) alert('again');" },
  { name: 'localStorage', says: STORAGE, line: 1, code: 'localStorage.clear();' },
  { name: 'indexedDB', says: STORAGE, line: 1, code: "indexedDB.deleteDatabase('everything');" },
  { name: 'the cache', says: STORAGE, line: 1, code: "await caches.open('mine');" },
  { name: 'cookies', says: STORAGE, line: 1, code: "await (globalThis as any, cookieStore as any).set('a', 'b');" },
  { name: 'a worker of its own', says: THREADS, line: 1, code: "new Worker('data:text/javascript,for(;;);');" },
  { name: 'a shared worker', says: THREADS, line: 1, code: "new SharedWorker('data:text/javascript,for(;;);');" },
  { name: 'a broadcast to other tabs', says: THREADS, line: 1, code: "new BroadcastChannel('inflight').postMessage('hello');" },
  { name: 'shared memory', says: THREADS, line: 1, code: 'new SharedArrayBuffer(8);' },
  { name: 'sleeping on shared memory', says: THREADS, line: 1, code: 'Atomics.wait(new Int32Array(8), 0, 0, 60_000);' },
  { name: 'a channel around the clock', says: THREADS, line: 1, code: 'new MessageChannel();' },
  { name: 'WebAssembly', says: /is not JavaScript could not be metered/, line: 1, code: 'new WebAssembly.Memory({ initial: 1 });' },
  { name: 'listening on the host', says: NO_PAGE, line: 1, code: "addEventListener('message', (event) => console.log(event));" },
  {
    name: 'listening through a prototype',
    says: /addEventListener on the global object is not available/,
    line: 2,
    code: `
const target = Object.getPrototypeOf(AbortSignal.prototype);
target.addEventListener.call(undefined, 'message', console.log);
`,
  },
  {
    name: 'watching the garbage collector',
    says: /depends on the real machine/,
    line: 1,
    code: "new FinalizationRegistry(() => console.log('collected'));",
  },
];
