/** The types pack: the declaration files that the type check of a cell needs, as one record of path → text. */
import type TypeScript from 'typescript';

/** Where a cell's files and TypeScript's own libraries are in the in-memory file system of the type check. */
export const CELL_FOLDER = '/cell/';
export const LIB_FOLDER = '/node_modules/typescript/lib/';

/** The language without a browser's document; `esnext.disposable` is what `using` needs. */
export const LIBS = ['lib.es2024.d.ts', 'lib.esnext.disposable.d.ts', 'lib.decorators.d.ts'] as const;

/** What the pack is made from: every file by its path in the pack, and what cells import. */
export interface PackSource {
  /** Text of a file of the pack's file system, if it exists. */
  readonly read: (path: string) => string | undefined;
  /** Bare names of the modules that cells may import. */
  readonly modules: readonly string[];
  /** Folders whose documentation comments are kept: editors show them. */
  readonly documented: readonly string[];
}

/** All files that a cell which imports every module would reach, without comments where nobody reads them. */
export function packTypes(typescript: typeof TypeScript, options: TypeScript.CompilerOptions, source: PackSource): Record<string, string> {
  const root = `${CELL_FOLDER}everything.ts`;
  const rootText = source.modules.map((name, index) => `import * as module${index} from ${JSON.stringify(name)};`).join('\n');
  const read = (path: string): string | undefined => (path === root ? rootText : source.read(path));
  const asked = new Set<string>();
  const host: TypeScript.CompilerHost = {
    getSourceFile: (path, target) => {
      const text = read(path);
      return text === undefined ? undefined : typescript.createSourceFile(path, text, target);
    },
    readFile: (path) => {
      if (path.endsWith('package.json') && read(path) !== undefined) asked.add(path);
      return read(path);
    },
    fileExists: (path) => read(path) !== undefined,
    getDefaultLibFileName: () => `${LIB_FOLDER}lib.d.ts`,
    getCurrentDirectory: () => CELL_FOLDER,
    getCanonicalFileName: (path) => path,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
    writeFile: () => {},
  };
  const program = typescript.createProgram([root], options, host);
  const reached = program
    .getSourceFiles()
    .map((file) => file.fileName)
    .filter((path) => path !== root);
  const packed = [...reached, ...asked].toSorted();
  return Object.fromEntries(packed.map((path) => [path, shortened(path, read(path) ?? '', source.documented)]));
}

function shortened(path: string, text: string, documented: readonly string[]): string {
  if (path.endsWith('package.json')) return shortPackage(text);
  return documented.some((folder) => path.startsWith(folder)) ? text : withoutComments(text);
}

/** The fields by which a package's types are found. */
function shortPackage(text: string): string {
  const { name, version, type, types, typings, main, exports, imports, typesVersions } = JSON.parse(text) as Record<string, unknown>;
  return JSON.stringify({ name, version, type, types, typings, main, exports, imports, typesVersions });
}

/** Declaration files have no strings with comment marks but module names, which have no `/*`; `/// <reference` lines stay. */
function withoutComments(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^[ \t]*\/\/(?!\/[ \t]*<).*$/gm, '')
    .replace(/[ \t]+$/gm, '')
    .replace(/^ +/gm, '')
    .replace(/\n{2,}/g, '\n');
}
