/** Types of what only the build knows. */
/// <reference types="astro/client" />

declare module 'virtual:sandbox-assets' {
  /** From a file's path below `.inflight`, such as `build/browser-worker.js`, to its URL. */
  export const addresses: Readonly<Record<string, string>>;
}
