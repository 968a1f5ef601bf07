/** Which names every module that a cell can import exports: for the compiler, and for `modules.json`. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ClientManifest } from '../../sandbox/clients/manifest.ts';
import { root } from '../root.ts';
import { COMMON, loadBundler } from './bundler.ts';
import { clientExports } from './client-bundle.ts';
import { ON_VIRTUAL_NODE } from './virtual-node.ts';

export type ModuleNames = Record<string, readonly string[]>;

interface Evaluated {
  readonly BUILTIN_NAMES: readonly string[];
  readonly builtinNamed: (name: string) => object;
  readonly COURSE_NAMES: readonly string[];
  readonly courseModule: (name: string) => object;
}

/** Loads the built-ins and course modules once, outside any run, and asks them. */
export async function moduleNames(clients: readonly ClientManifest[]): Promise<{ names: ModuleNames; inputs: readonly string[] }> {
  const { text, inputs } = await bundleModules();
  const modules = await evaluated(text);
  const names: ModuleNames = {};
  for (const client of clients) names[client.name] = await clientExports(client);
  for (const name of modules.COURSE_NAMES) names[name] = exportsOf(modules.courseModule(name));
  for (const name of modules.BUILTIN_NAMES) {
    names[name] = exportsOf(modules.builtinNamed(name));
    names[`node:${name}`] = names[name];
  }
  return { names, inputs };
}

function exportsOf(value: object): readonly string[] {
  return Object.keys(value).filter((name) => /^[A-Za-z_$][\w$]*$/.test(name) && name !== 'default');
}

async function bundleModules(): Promise<{ text: string; inputs: readonly string[] }> {
  const { build } = await loadBundler();
  const contents = "export * from './sandbox/node/builtins.ts'; export * from './sandbox/host/course-modules.ts';";
  const { outputFiles, metafile } = await build({
    ...COMMON,
    ...ON_VIRTUAL_NODE,
    stdin: { contents, resolveDir: root, sourcefile: 'module-names-entry.ts', loader: 'ts' },
    format: 'esm',
    platform: 'browser',
    absWorkingDir: root,
  });
  return { text: outputFiles[0]?.text ?? '', inputs: Object.keys(metafile.inputs).filter((input) => !input.endsWith('-entry.ts')) };
}

async function evaluated(text: string): Promise<Evaluated> {
  const folder = join(root, '.inflight');
  const file = join(folder, `module-names-${process.pid}-${Date.now()}.mjs`);
  await mkdir(folder, { recursive: true });
  await writeFile(file, text);
  try {
    return (await import(pathToFileURL(file).href)) as Evaluated;
  } finally {
    await rm(file);
  }
}
