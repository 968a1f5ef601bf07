/** Package bundles: each file in `src/packages` as one module that imports nothing, for the browser. Their names hold a hash of what is in them. */
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { root } from '../root.ts';
import { loadBundler, type Plugin } from './bundler.ts';

export interface PackageBundles {
  /** From each file's name without its ending, such as `monaco`, to that of its bundle. */
  readonly bundles: Readonly<Record<string, string>>;
  /** Bundles, and the files whose addresses they hold, which lie beside them. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** The files that are bundled, relative to the root. */
export function packageSources(): string[] {
  return readdirSync(join(root, 'src', 'packages')).map((file) => `src/packages/${file}`);
}

export async function bundlePackages(): Promise<PackageBundles> {
  const { build } = await loadBundler();
  const { outputFiles, metafile } = await build({
    entryPoints: packageSources(),
    absWorkingDir: root,
    outdir: 'packages',
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
  const outputs = Object.entries(metafile.outputs).filter(([, { entryPoint }]) => entryPoint !== undefined);
  return {
    bundles: Object.fromEntries(outputs.map(([path, { entryPoint = '' }]) => [basename(entryPoint, '.ts'), basename(path)])),
    files: new Map(outputFiles.map(({ path, contents }) => [relative(join(root, 'packages'), path), contents])),
  };
}

/** `import address from './file?url'`, as Vite has it: where the file lies, wherever the bundle does. */
const addresses: Plugin = {
  name: 'addresses',
  setup(build) {
    build.onResolve({ filter: /\?url$/ }, async ({ path, importer, resolveDir, kind }) => {
      const resolved = await build.resolve(path.slice(0, -'?url'.length), { importer, resolveDir, kind });
      return { ...resolved, namespace: 'address' };
    });
    build.onLoad({ filter: /.*/, namespace: 'address' }, ({ path }) => ({
      contents: `import file from ${JSON.stringify(path)}; export default new URL(file, import.meta.url).href;`,
      resolveDir: dirname(path),
    }));
  },
};

/** A style sheet comes with the script that imports it. As a file of its own every page would have to load it, also for readers who never edit. */
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
