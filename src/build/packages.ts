/** The packages: each file of `src/packages` is bundled already (`scripts/build-packages.ts`); the built site imports it by its address. */
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, ViteUserConfig } from 'astro';

interface Manifest {
  /** From the name of a file in `src/packages` to its bundle. */
  readonly bundles: Readonly<Record<string, string>>;
  readonly files: readonly string[];
}

/** The development server takes the packages as they are. */
export function packages(): AstroIntegration {
  let copyTo: (site: string) => void = () => {};
  return {
    name: 'packages',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        if (command !== 'build') return;
        const folder = fileURLToPath(new URL('.inflight/packages/', config.root));
        const { bundles, files } = readManifest(join(folder, 'manifest.json'));
        // Among the other files whose names hold a hash.
        const target = config.build.assets;
        const sources = join(fileURLToPath(config.srcDir), 'packages');
        const plugin = importByAddress(sources, (name) => posix.join('/', config.base, target, bundles[name] ?? ''));
        updateConfig({ vite: { plugins: [plugin], worker: { plugins: () => [plugin] } } });
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
  if (!existsSync(path)) throw new Error('The packages are not bundled yet: run "npm run build", or scripts/build-packages.ts alone.');
  return JSON.parse(readFileSync(path, 'utf8')) as Manifest;
}

/** Only in browsers: what pages are made with in Node stays as it is. */
function importByAddress(sources: string, addressOf: (name: string) => string): NonNullable<ViteUserConfig['plugins']>[number] {
  return {
    name: 'packages',
    enforce: 'pre',
    resolveId(source, importer) {
      const name = /\/packages\/([\w-]+)\.ts$/u.exec(source)?.[1];
      const isOurs = name !== undefined && importer !== undefined && dirname(join(dirname(importer), source)) === sources;
      if (!isOurs || this.environment.config.consumer === 'server') return null;
      return { id: addressOf(name), external: 'absolute' };
    },
  };
}
