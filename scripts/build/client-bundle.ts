/** Client bundles: an npm library, unmodified, as a classic script that registers its factory (see sandbox/engine/program.ts). */
import { readFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import type { ClientManifest } from '../../sandbox/clients/manifest.ts';
import { HIDDEN_GLOBALS, INJECTED_GLOBALS } from '../../sandbox/engine/program.ts';
import { root } from '../root.ts';
import type { Bundle } from './bundle.ts';
import { COMMON, loadBundler } from './bundler.ts';

export async function bundleClient(client: ClientManifest): Promise<Bundle> {
  await checkVersion(client);
  const { build } = await loadBundler();
  const { outputFiles, metafile } = await build({
    ...COMMON,
    stdin: {
      contents: `module.exports = require(${JSON.stringify(client.name)});`,
      resolveDir: root,
      sourcefile: `${client.name}-entry.js`,
    },
    format: 'cjs',
    platform: 'node',
    alias: { ...client.aliases },
    external: builtinModules.flatMap((name) => [name, `node:${name}`]),
    absWorkingDir: root,
  });
  const inputs = Object.keys(metafile.inputs).filter((input) => !input.endsWith('-entry.js'));
  return { file: `client-${client.name}.js`, text: asFactory(client.name, outputFiles[0]?.text ?? ''), inputs };
}

/** The names that `import { … } from` the package finds in Node. */
export async function clientExports({ name }: ClientManifest): Promise<string[]> {
  const namespace = (await import(name)) as object;
  return Object.keys(namespace).filter((key) => key !== 'default' && key !== 'module.exports');
}

/** What is hidden is declared in a scope of its own: the library may use such a name itself. */
function asFactory(name: string, code: string): string {
  const parameters = ['module', 'exports', '$runtime', ...INJECTED_GLOBALS].join(',');
  const hidden = `var ${HIDDEN_GLOBALS.join(',')},require=function(name){return $runtime.require(name)};`;
  return `$inflight.client(${JSON.stringify(name)},function(${parameters}){"use strict";${hidden}(function(){${code}\n})();});\n`;
}

async function checkVersion({ name, version }: ClientManifest): Promise<void> {
  const { version: installed } = JSON.parse(await readFile(join(root, 'node_modules', name, 'package.json'), 'utf8')) as {
    version: string;
  };
  if (installed !== version) throw new Error(`${name} ${installed} is installed, but sandbox/clients/${name}.ts says ${version}.`);
}
