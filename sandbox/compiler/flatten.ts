/** Flattening: an entry and the local files it reaches become one ESM text that imports only what is outside the cell. */
import type { Loader, OnLoadResult, OnResolveArgs, OnResolveResult, Plugin, TransformOptions } from 'esbuild-wasm';
import type { EsbuildLike } from './esbuild-like.ts';
import type { Files } from './local-files.ts';
import { isLocal, resolveLocal } from './local-files.ts';
import { asModule } from './module-mark.ts';
import { plainJson } from './module-problems.ts';
import { LOCAL_NAMESPACE } from './positions.ts';

export interface Flat {
  readonly text: string;
  /** Source map of `text`, version 3, JSON. */
  readonly map: string;
}

/** Syntax that all supported engines have; newer syntax (`using`, decorators) is spelled out. */
const COMMON = {
  format: 'esm',
  target: 'es2024',
  sourcemap: 'external',
  sourcesContent: false,
  legalComments: 'none',
  logLevel: 'silent',
} as const;

/** One file alone: about a third of the time of `flattenFiles`. */
export async function flattenFile(esbuild: EsbuildLike, file: string, text: string): Promise<Flat> {
  const options: TransformOptions = { ...COMMON, loader: loaderOf(file), sourcefile: file };
  const { code, map } = await esbuild.transform(asModule(text), options);
  return { text: code, map };
}

/**
 * The entry and what it reaches, bundled in the order of evaluation. What it exports is left out: nobody imports a process.
 * esbuild makes `var` of the files' own `const`, `let` and `class`, so a use before the declaration reads undefined here.
 */
export async function flattenFiles(esbuild: EsbuildLike, entry: string, files: Files): Promise<Flat> {
  const { outputFiles } = await esbuild.build({
    ...COMMON,
    bundle: true,
    // Bundling renames classes that mention themselves; their names are seen in what a learner prints.
    keepNames: true,
    write: false,
    outdir: '/',
    stdin: { contents: `import ${JSON.stringify(`./${entry}`)};`, loader: 'js' },
    plugins: [localFiles(files)],
  });
  const output = (end: string): string => outputFiles.find((file) => file.path.endsWith(end))?.text ?? '';
  return { text: output('.js'), map: output('.map') };
}

function localFiles(files: Files): Plugin {
  const resolve = ({ path, importer, namespace, with: attributes }: OnResolveArgs): OnResolveResult => {
    if (!isLocal(path)) return { path, external: true };
    const resolved = resolveLocal(path, namespace === LOCAL_NAMESPACE ? importer : '', files);
    if (path.endsWith('.json') && attributes['type'] !== 'json') return { errors: [{ text: plainJson(path) }] };
    return 'path' in resolved ? { path: resolved.path, namespace: LOCAL_NAMESPACE } : { errors: [{ text: resolved.said }] };
  };
  const load = (path: string): OnLoadResult => {
    const loader = loaderOf(path);
    const text = files[path] ?? '';
    return { contents: loader === 'json' ? text : asModule(text), loader };
  };
  return {
    name: 'cell-files',
    setup(build) {
      build.onResolve({ filter: /^/ }, resolve);
      build.onLoad({ filter: /^/, namespace: LOCAL_NAMESPACE }, ({ path }) => load(path));
    },
  };
}

function loaderOf(path: string): Loader {
  if (path.endsWith('.json')) return 'json';
  return /\.[cm]?js$/.test(path) ? 'js' : 'ts';
}
