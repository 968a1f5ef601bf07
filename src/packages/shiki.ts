/** Shiki, with the grammar of TypeScript. */
export { createHighlighterCoreSync, type GrammarState, type LanguageRegistration } from 'shiki/core';
export { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
export { default as typescriptGrammar } from 'shiki/langs/typescript.mjs';
