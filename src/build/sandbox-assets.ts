/** The sandbox assets: puts what the sandbox build and the recordings wrote into the site, under names with a content hash. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, extname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, ViteUserConfig } from 'astro';

const MODULE = 'virtual:sandbox-assets';
/** Where in the output the files go. */
const FOLDER = 'sandbox';

interface Asset {
  /** Path below `.inflight`, such as `build/browser-worker.js`. */
  readonly name: string;
  /** Path below the site's base, such as `sandbox/build/browser-worker.0a1b2c3d.js`. */
  readonly path: string;
  readonly bytes: Buffer;
}

/** The virtual module `virtual:sandbox-assets` exports `addresses`: from the name of each file to its URL. */
export function sandboxAssets(): AstroIntegration {
  let assets: readonly Asset[] = [];
  return {
    name: 'sandbox-assets',
    hooks: {
      'astro:config:setup': ({ config, updateConfig }) => {
        // Read once: what is addressed and what is written must be the same bytes, whoever rebuilds the sandbox meanwhile.
        assets = readAssets(fileURLToPath(new URL('.inflight/', config.root)));
        updateConfig({ vite: { plugins: [assetsPlugin(assets, config.base)] } });
      },
      'astro:build:done': ({ dir }) => {
        for (const asset of assets) {
          const target = join(fileURLToPath(dir), asset.path);
          mkdirSync(dirname(target), { recursive: true });
          writeFileSync(target, asset.bytes);
        }
      },
    },
  };
}

function assetsPlugin(assets: readonly Asset[], base: string): NonNullable<ViteUserConfig['plugins']>[number] {
  const prefix = base.endsWith('/') ? base : `${base}/`;
  return {
    name: 'sandbox-assets',
    resolveId: (id: string) => (id === MODULE ? `\0${MODULE}` : null),
    load(id: string) {
      if (id !== `\0${MODULE}`) return null;
      const addresses = Object.fromEntries(assets.map((asset) => [asset.name, prefix + asset.path]));
      return `export const addresses = ${JSON.stringify(addresses)};`;
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const asset = assets.find(({ path }) => request.url === prefix + path);
        if (asset === undefined) return next();
        response.setHeader('content-type', extname(asset.path) === '.json' ? 'application/json' : 'text/javascript');
        response.end(asset.bytes);
      });
    },
  };
}

/** What the page fetches; the other files of the build are for Node, or for the build itself. */
const WANTED =
  /^(build\/(browser-worker\.js|(client|broker)-[\w-]+\.js|modules\.json|types\.json)|recorded\/[\w-]+\/(cells|exercises|breaks)\/[\w-]+\.json)$/;

function readAssets(source: string): Asset[] {
  const folders = ['build', 'recorded'].map((folder) => join(source, folder)).filter(existsSync);
  const names = folders.flatMap(filesIn).map((file) => ({ file, name: relative(source, file).split(sep).join('/') }));
  return names
    .filter(({ name }) => WANTED.test(name))
    .map(({ file, name }) => {
      const bytes = readFileSync(file);
      const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
      const ending = extname(name);
      return { name, bytes, path: `${FOLDER}/${name.slice(0, -ending.length)}.${hash}${ending}` };
    });
}

function filesIn(folder: string): string[] {
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .flatMap((path) => (statSync(path).isDirectory() ? filesIn(path) : [path]));
}
