/** The part of esbuild that the compiler uses; the caller passes esbuild-wasm (browser or Node) or esbuild itself. */
import type { BuildOptions, BuildResult, TransformOptions, TransformResult } from 'esbuild-wasm';

export interface EsbuildLike {
  build(options: BuildOptions & { write: false }): Promise<BuildResult<{ write: false }>>;
  transform(text: string, options: TransformOptions): Promise<TransformResult>;
}
