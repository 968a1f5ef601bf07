/** The browser bundles: `src/packages` and most workers are bundled already (`scripts/build-browser.ts`); the built site has them by their addresses. */
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, ViteUserConfig } from 'astro';

interface Manifest {
  /** From each source, relative to the root, to its bundle. */
  readonly bundles: Readonly<Record<string, string>>;
  readonly files: readonly string[];
}

/** The development server takes the sources as they are. */
export function browserBundles(): AstroIntegration {
  let copyTo: (site: string) => void = () => {};
  return {
    name: 'browser-bundles',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        if (command !== 'build') return;
        const root = fileURLToPath(config.root);
        const folder = join(root, '.inflight', 'browser');
        const { bundles, files } = readManifest(join(folder, 'manifest.json'));
        // Among the other files whose names hold a hash.
        const target = config.build.assets;
        const addresses = Object.entries(bundles).map(
          ([source, bundle]) => [join(root, source), posix.join('/', config.base, target, bundle)] as const,
        );
        updateConfig({ vite: { plugins: [replaceByAddress(new Map(addresses))] } });
        copyTo = (site) => {
          mkdirSync(join(site, target), { recursive: true });
          for (const file of files) copyFileSync(join(folder, file), join(site, target, file));
        };
      },
      'astro:build:done': ({ dir }) => copyTo(fileURLToPath(dir)),
    },
  };
}

function readManifest(path: string): Manifest {
  if (!existsSync(path))
    throw new Error('There are no bundles for the browser yet: run "npm run build", or scripts/build-browser.ts alone.');
  return JSON.parse(readFileSync(path, 'utf8')) as Manifest;
}

const WORKER = '?worker&url';
const PREFIX = '\0browser-bundle:';

/** Imports of a package name its address; `?worker&url` is the address of a worker. What pages are made with in Node stays as it is. */
function replaceByAddress(addresses: ReadonlyMap<string, string>): NonNullable<ViteUserConfig['plugins']>[number] {
  return {
    name: 'browser-bundles',
    enforce: 'pre',
    resolveId(source, importer) {
      if (importer === undefined || this.environment.config.consumer === 'server') return null;
      const isWorker = source.endsWith(WORKER);
      const address = addresses.get(join(dirname(importer), isWorker ? source.slice(0, -WORKER.length) : source));
      if (address === undefined) return null;
      return isWorker ? `${PREFIX}${address}` : { id: address, external: 'absolute' };
    },
    load: (id) => (id.startsWith(PREFIX) ? `export default ${JSON.stringify(id.slice(PREFIX.length))};` : null),
  };
}
