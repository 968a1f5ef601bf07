/** esbuild, for the compiler's worker, and where its WebAssembly code lies. */
export { default as wasmAddress } from 'esbuild-wasm/esbuild.wasm?url';
export { build, initialize, transform } from 'esbuild-wasm/esm/browser.js';
