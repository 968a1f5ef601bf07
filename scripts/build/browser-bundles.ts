/** Browser bundles: what pages load on demand that content has no part in, namely each file in `src/packages`, and most workers. */
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { root } from '../root.ts';
import { loadBundler, type Plugin } from './bundler.ts';

/** The judge's worker is not among them: it holds the checks of all exercises. */
const WORKERS = ['src/editor/monaco.worker.ts', 'src/runner/compiler.worker.ts', 'src/runner/types.worker.ts'] as const;

export interface BrowserBundles {
  /** From each source, relative to the root, to its bundle: a module that imports nothing, named by a hash of what is in it. */
  readonly bundles: Readonly<Record<string, string>>;
  /** The bundles, and the files whose addresses they hold, which must lie beside them. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** The files that all of it was made from, relative to the root. */
  readonly inputs: readonly string[];
}

/** The sources of the bundles, relative to the root. */
export function browserSources(): string[] {
  return [...readdirSync(join(root, 'src', 'packages')).map((file) => `src/packages/${file}`), ...WORKERS];
}

export async function bundleForBrowser(): Promise<BrowserBundles> {
  const { build } = await loadBundler();
  const { outputFiles, metafile } = await build({
    entryPoints: browserSources(),
    absWorkingDir: root,
    outdir: 'browser',
    entryNames: '[name].[hash]',
    assetNames: '[name].[hash]',
    bundle: true,
    write: false,
    metafile: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    charset: 'utf8',
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: { '.ttf': 'file', '.wasm': 'file' },
    plugins: [addresses, styles],
    logLevel: 'silent',
  });
  const entries = Object.entries(metafile.outputs).flatMap(([path, { entryPoint }]) =>
    entryPoint === undefined ? [] : [[entryPoint, basename(path)]],
  );
  return {
    bundles: Object.fromEntries(entries),
    files: new Map(outputFiles.map(({ path, contents }) => [basename(path), contents])),
    inputs: Object.keys(metafile.inputs),
  };
}

/** `import address from './file?url'`, as Vite has it: where the file lies, wherever the bundle does. */
const addresses: Plugin = {
  name: 'addresses',
  setup(build) {
    build.onResolve({ filter: /\?url$/ }, async ({ path, importer, resolveDir, kind }) => {
      const resolved = await build.resolve(path.slice(0, -'?url'.length), { importer, resolveDir, kind });
      // The hash in a bundle's name counts this path: it must be the same on every machine.
      return { path: relative(root, resolved.path), errors: resolved.errors, namespace: 'address' };
    });
    build.onLoad({ filter: /.*/, namespace: 'address' }, ({ path }) => ({
      contents: `import file from ${JSON.stringify(`./${path}`)}; export default new URL(file, import.meta.url).href;`,
      resolveDir: root,
    }));
  },
};

/** A style sheet comes with the script that imports it: as a file of its own, all pages would link it, for readers who never edit. */
const styles: Plugin = {
  name: 'styles',
  setup(build) {
    build.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await build.esbuild.transform(await readFile(path, 'utf8'), { loader: 'css', minify: true });
      // Text and file names in turn.
      const parts = code.trim().split(/(?<=url\()(\.\/[\w.-]+)(?=\))/u);
      const imports = parts.map((part, index) => (index % 2 === 1 ? `import file${index} from ${JSON.stringify(`${part}?url`)};` : ''));
      const text = parts.map((part, index) => (index % 2 === 1 ? `file${index}` : JSON.stringify(part))).join(' + ');
      const added = `const style = document.createElement('style'); style.textContent = ${text}; document.head.append(style);`;
      return { contents: imports.join('') + added, resolveDir: dirname(path) };
    });
  },
};
