/** The declarations that the type check of a cell needs, of packages, of Node and of the course's modules, as one object. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import typescript from 'typescript';
import { typeCheckOptions } from '../../sandbox/compiler/type-check.ts';
import { packTypes } from '../../sandbox/compiler/types-pack.ts';
import { root } from '../root.ts';

const NODE_TYPES = '/node_modules/@types/node/';

/** Parts of @types/node that hold globals of a cell; the modules that cells import come on top. */
const NODE_GLOBALS = [
  'globals',
  'globals.typedarray',
  'buffer.buffer',
  'buffer',
  'console',
  'process',
  'timers',
  'events',
  'net',
  'stream',
  'tty',
  'url',
  'perf_hooks',
  'web-globals/abortcontroller',
  'web-globals/crypto',
  'web-globals/domexception',
  'web-globals/events',
  'web-globals/fetch',
  'web-globals/streams',
] as const;

/** Globals that @types/node declares in parts which cells have no use for. */
const MORE_GLOBALS = `
declare function structuredClone<Value>(value: Value, options?: { transfer?: readonly object[] }): Value;
interface ImportMeta { readonly dirname: string; readonly filename: string; readonly main: boolean; readonly url: string }
`;

/** Only these packages are read, so that a polyfill that happens to be installed is not taken for a built-in of Node. */
const PACKAGES = ['@types/amqplib', '@types/node', 'amqplib', 'denque', 'ioredis', 'kafkajs', 'typescript/lib', 'undici-types'] as const;

/** The licences ask to be named where the texts go. */
const NOTICE = 'Declarations of TypeScript and denque (Apache-2.0), @types/node, undici-types, ioredis, amqplib and kafkajs (MIT).';

/** Path in the in-memory file system of the type check → text. `modules` are the bare names that cells may import. */
export function declarationsFor(modules: readonly string[]): Record<string, string> {
  const made: Record<string, string> = { ...courseDeclarations(modules), ...nodeIndex(modules), '/package.json': rootPackage() };
  const read = (path: string): string | undefined => made[path] ?? installed(path);
  const documented = ['/node_modules/ioredis/', '/node_modules/@types/amqplib/', '/node_modules/kafkajs/', '/sandbox/'];
  return { '/NOTICE': NOTICE, ...packTypes(typescript, typeCheckOptions(typescript), { read, modules, documented }) };
}

/** `#course/queue` is the file `sandbox/course/queue`. */
function rootPackage(): string {
  return JSON.stringify({ type: 'module', imports: { '#course/*': './sandbox/course/*.d.ts' } });
}

/** An index of @types/node that names only what the sandbox offers: other modules are then unknown to the type check too. */
function nodeIndex(modules: readonly string[]): Record<string, string> {
  const offered = modules.map((name) => name.replace(/^node:/, '')).filter((name) => installed(`${NODE_TYPES}${name}.d.ts`) !== undefined);
  const references = [...new Set([...NODE_GLOBALS, ...offered])].map((name) => `/// <reference path="${name}.d.ts" />`);
  return { [`${NODE_TYPES}index.d.ts`]: ['/// <reference lib="esnext.disposable" />', ...references, MORE_GLOBALS].join('\n') };
}

/** Declarations of the course's modules and of what they mention, as TypeScript emits them. */
function courseDeclarations(modules: readonly string[]): Record<string, string> {
  const course = modules.filter((name) => name.startsWith('#course/')).map((name) => join(root, 'sandbox', `${name.slice(1)}.ts`));
  const { config } = typescript.readConfigFile(join(root, 'tsconfig.json'), (path) => readFileSync(path, 'utf8')) as {
    config: { compilerOptions: object };
  };
  const { options } = typescript.convertCompilerOptionsFromJson(
    { ...config.compilerOptions, types: [], noEmit: false, declaration: true, emitDeclarationOnly: true },
    root,
  );
  const declarations: Record<string, string> = {};
  const write = (path: string, text: string): void => {
    declarations[path.slice(root.length)] = text;
  };
  typescript.createProgram(course, options).emit(undefined, write, undefined, true);
  return declarations;
}

/** A file of an installed package. */
function installed(path: string): string | undefined {
  if (!PACKAGES.some((name) => path.startsWith(`/node_modules/${name}/`))) return undefined;
  const file = join(root, path);
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? readFileSync(file, 'utf8') : undefined;
}
