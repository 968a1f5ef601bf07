/** One esbuild for the tests of a file, started when first used. */

import * as wasm from 'esbuild-wasm';
import { afterAll } from 'vitest';
import type { EsbuildLike } from '../../../sandbox/compiler/esbuild-like.ts';

export const esbuild: EsbuildLike = wasm;

afterAll(async () => {
  await wasm.stop();
});
