/** The compiler's worker: esbuild-wasm in this very thread, and the sandbox's compiler on it. */

import wasmAddress from 'esbuild-wasm/esbuild.wasm?url';
import { build, initialize, transform } from 'esbuild-wasm/esm/browser.js';
import { compile } from '../../sandbox/compiler/compile.ts';
import type { EsbuildLike } from '../../sandbox/compiler/esbuild-like.ts';
import type { CompileRequest, CompilerReply } from './compiler.ts';

// A worker of esbuild's own inside this one would only add a hop.
const esbuild: Promise<EsbuildLike> = initialize({ wasmURL: wasmAddress, worker: false }).then(() => ({ build, transform }) as EsbuildLike);
// The first transform compiles the WebAssembly code; nobody should wait for it.
esbuild.then((warm) => warm.transform('let a: number = 1;', { loader: 'ts' })).catch(() => {});

self.onmessage = async ({ data: { id, files, entries, modules } }: MessageEvent<CompileRequest>) => {
  try {
    reply({ kind: 'compiled', id, compiled: await compile(await esbuild, { files, entries, modules: await modulesOf(modules) }) });
  } catch (error) {
    reply({
      kind: 'failed',
      id,
      said: `The compiler failed, which is our mistake: ${error instanceof Error ? error.message : String(error)}`,
    });
  }
};

let known: { readonly text: string; readonly names: Readonly<Record<string, readonly string[]>> } | null = null;

/** The same object for the same text: the compiler remembers programs by it. */
async function modulesOf(text: string): Promise<Readonly<Record<string, readonly string[]>>> {
  if (known?.text !== text) known = { text, names: JSON.parse(text) as Record<string, readonly string[]> };
  return known.names;
}

function reply(message: CompilerReply): void {
  self.postMessage(message);
}
