/** One esbuild for the tests of a file, started when first used. */
import type { EsbuildLike } from '../../../sandbox/compiler/esbuild-like.ts';
import * as wasm from 'esbuild-wasm';
import { afterAll } from 'vitest';

export const esbuild: EsbuildLike = wasm;

afterAll(async () => {
  await wasm.stop();
});
