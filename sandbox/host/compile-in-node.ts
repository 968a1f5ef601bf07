/** Compiling in Node: the sandbox's compiler and type check with esbuild-wasm, TypeScript and what the build wrote. */
import { readFile } from 'node:fs/promises';
import { compile } from '../compiler/compile.ts';
import type { ModuleExports } from '../compiler/link.ts';
import type { Files } from '../compiler/local-files.ts';
import type { TypeProblem } from '../compiler/type-check.ts';
import type { Compiled } from '../engine/program.ts';

const BUILD = new URL('../../.inflight/build/', import.meta.url);

/** Programs for `entries`, or what is wrong. The first call starts esbuild, which takes about half a second. */
export async function compileInNode(files: Files, entries: readonly string[]): Promise<Compiled> {
  const [esbuild, modules] = await Promise.all([import('esbuild-wasm'), moduleExports()]);
  return await compile(esbuild, { files, entries, modules });
}

/** What TypeScript says about the files. The first call loads TypeScript and all types, which takes about a second. */
export async function checkTypesInNode(files: Files): Promise<TypeProblem[]> {
  const [{ default: typescript }, { checkTypes }, types] = await Promise.all([
    import('typescript'),
    import('../compiler/type-check.ts'),
    typesPack(),
  ]);
  return checkTypes(typescript, { files, types });
}

/** Ends esbuild's own process. A later `compileInNode` starts it again. */
export async function stop(): Promise<void> {
  const esbuild = await import('esbuild-wasm');
  await esbuild.stop();
}

const moduleExports = onceRead<ModuleExports>('modules.json');
const typesPack = onceRead<Readonly<Record<string, string>>>('types.json');

/** The same object each time: the compiler and the type check remember what they made for it. */
function onceRead<Content>(name: string): () => Promise<Content> {
  let content: Promise<Content> | undefined;
  return () => (content ??= readFile(new URL(name, BUILD), 'utf8').then((text) => JSON.parse(text) as Content));
}
