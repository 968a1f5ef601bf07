/** Builds `.inflight/build/types.json`: the declarations that the type check of a cell needs, for the browser and for Node. */
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import typescript from 'typescript';
import { typeCheckOptions } from '../sandbox/compiler/type-check.ts';
import { packTypes } from '../sandbox/compiler/types-pack.ts';
import { fingerprintsOf } from './build/freshness.ts';

const ROOT = join(import.meta.dirname, '..');
const BUILD = join(ROOT, '.inflight/build');
/** Fingerprints of what `types.json` was made of. */
const FINGERPRINTS = join(BUILD, 'types-inputs.json');
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

if (import.meta.main) {
  const now = JSON.stringify(await fingerprintsOf(inputs()));
  if (existsSync(join(BUILD, 'types.json')) && existsSync(FINGERPRINTS) && readFileSync(FINGERPRINTS, 'utf8') === now) {
    // Whoever compares times with those of the machine's build need not ask again.
    utimesSync(join(BUILD, 'types.json'), new Date(), new Date());
    console.log('types.json is up to date');
  } else {
    const types = buildTypes(moduleNames());
    const text = JSON.stringify(types);
    mkdirSync(BUILD, { recursive: true });
    writeFileSync(join(BUILD, 'types.json'), text);
    writeFileSync(FINGERPRINTS, now);
    console.log(`types.json: ${Object.keys(types).length} files, ${kilobytes(text.length)}, ${kilobytes(gzipSync(text).length)} gzipped`);
  }
}

/** Everything of ours that the declarations are made of; the lockfile, which is always looked at, stands for the packages. */
function inputs(): string[] {
  const sources = readdirSync(join(ROOT, 'sandbox'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  return ['tsconfig.json', 'scripts/build-types.ts', '.inflight/build/modules.json', ...sources.map((file) => join('sandbox', file))];
}

/** Path in the in-memory file system of the type check → text. `modules` are the bare names that cells may import. */
export function buildTypes(modules: readonly string[]): Record<string, string> {
  const made: Record<string, string> = { ...courseDeclarations(modules), ...nodeIndex(modules), '/package.json': rootPackage() };
  const read = (path: string): string | undefined => made[path] ?? installed(path);
  const documented = ['/node_modules/ioredis/', '/node_modules/@types/amqplib/', '/node_modules/kafkajs/', '/sandbox/'];
  return { '/NOTICE': NOTICE, ...packTypes(typescript, typeCheckOptions(typescript), { read, modules, documented }) };
}

/** What a cell may import, as the sandbox was built. */
function moduleNames(): string[] {
  const path = join(BUILD, 'modules.json');
  if (!existsSync(path)) throw new Error('There is no .inflight/build/modules.json yet. Run scripts/build-sandbox.ts first.');
  return Object.keys(JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>);
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
  const course = modules.filter((name) => name.startsWith('#course/')).map((name) => join(ROOT, 'sandbox', `${name.slice(1)}.ts`));
  const { config } = typescript.readConfigFile(join(ROOT, 'tsconfig.json'), (path) => readFileSync(path, 'utf8')) as {
    config: { compilerOptions: object };
  };
  const { options } = typescript.convertCompilerOptionsFromJson(
    { ...config.compilerOptions, types: [], noEmit: false, declaration: true, emitDeclarationOnly: true },
    ROOT,
  );
  const declarations: Record<string, string> = {};
  const write = (path: string, text: string): void => {
    declarations[path.slice(ROOT.length)] = text;
  };
  typescript.createProgram(course, options).emit(undefined, write, undefined, true);
  return declarations;
}

/** A file of an installed package. */
function installed(path: string): string | undefined {
  if (!PACKAGES.some((name) => path.startsWith(`/node_modules/${name}/`))) return undefined;
  const file = join(ROOT, path);
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? readFileSync(file, 'utf8') : undefined;
}

function kilobytes(byteCount: number): string {
  return `${Math.round(byteCount / 1000)} KB`;
}
