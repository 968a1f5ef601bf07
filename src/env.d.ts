/** Types of what only the build knows. */
/// <reference types="astro/client" />

declare module 'virtual:sandbox-assets' {
  /** From a file's path below `.inflight`, such as `build/browser-worker.js`, to its URL. */
  export const addresses: Readonly<Record<string, string>>;
}

declare module 'monaco-editor/languages/definitions/typescript/typescript.js' {
  /** Brackets, comments and indentation of TypeScript. */
  export const conf: import('monaco-editor/editor/editor.api.js').languages.LanguageConfiguration;
}
