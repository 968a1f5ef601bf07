/** The bundler: native esbuild where it is installed, its WebAssembly build elsewhere. Both give the same output. */
import type * as Esbuild from 'esbuild-wasm';

export type { BuildOptions, Metafile, Plugin } from 'esbuild-wasm';

export async function loadBundler(): Promise<typeof Esbuild> {
  try {
    return (await import('esbuild')) as unknown as typeof Esbuild;
  } catch {
    return await import('esbuild-wasm');
  }
}

/** What all bundles have in common. Names are kept: `error.constructor.name` is part of what learners see. */
export const COMMON = {
  bundle: true,
  write: false,
  metafile: true,
  target: 'es2022',
  charset: 'utf8',
  legalComments: 'none',
  minifyWhitespace: true,
  minifySyntax: true,
  logLevel: 'silent',
} as const;
