/** The type check: what TypeScript says about a cell's files, with the types of the modules that a cell may import. */
import type TypeScript from 'typescript';
import type { CompileProblem } from '../engine/program.ts';
import type { Files } from './local-files.ts';
import { CELL_FOLDER, LIB_FOLDER, LIBS } from './types-pack.ts';

export interface TypeProblem extends CompileProblem {
  /** TypeScript's own number, as in TS2345. */
  readonly code: number;
}

export interface TypeCheckInput {
  /** Path inside `files/` → text. */
  readonly files: Files;
  /** The types pack (`types-pack.ts`): absolute path → text. Pass the same object again and the second check takes milliseconds. */
  readonly types: Readonly<Record<string, string>>;
}

/** Problems in the order of files and lines; none when all is well. `typescript` is the JavaScript API of TypeScript. */
export function checkTypes(typescript: typeof TypeScript, input: TypeCheckInput): TypeProblem[] {
  return checkerFor(typescript, input).check();
}

/** TypeScript's own service on these files, for what an editor asks (`type-hints.ts`). A file's path in it is `CELL_FOLDER` and its name. */
export function languageServiceOf(typescript: typeof TypeScript, input: TypeCheckInput): TypeScript.LanguageService {
  return checkerFor(typescript, input).service;
}

function checkerFor(typescript: typeof TypeScript, { files, types }: TypeCheckInput): Checker {
  const checker = checkers.get(types) ?? new Checker(typescript, types);
  checkers.set(types, checker);
  checker.takes(files);
  return checker;
}

const checkers = new WeakMap<object, Checker>();

class Checker {
  readonly service: TypeScript.LanguageService;
  readonly #typescript: typeof TypeScript;
  readonly #types: Readonly<Record<string, string>>;
  readonly #folders: ReadonlySet<string>;
  #files: Files = {};
  #versions: Readonly<Record<string, number>> = {};

  constructor(typescript: typeof TypeScript, types: Readonly<Record<string, string>>) {
    this.#typescript = typescript;
    this.#types = types;
    this.#folders = new Set(Object.keys(types).flatMap(foldersAbove));
    this.service = typescript.createLanguageService(this.#host(typeCheckOptions(typescript)));
  }

  takes(files: Files): void {
    const versionOf = (path: string): number => (this.#versions[path] ?? 0) + (this.#files[path] === files[path] ? 0 : 1);
    this.#versions = { ...this.#versions, ...Object.fromEntries(Object.keys(files).map((path) => [path, versionOf(path)])) };
    this.#files = files;
  }

  check(): TypeProblem[] {
    return Object.keys(this.#files)
      .filter(isTypeScript)
      .flatMap((path) => this.#problemsIn(path));
  }

  #problemsIn(path: string): TypeProblem[] {
    const syntax = this.service.getSyntacticDiagnostics(CELL_FOLDER + path);
    const found = syntax.length > 0 ? syntax : this.service.getSemanticDiagnostics(CELL_FOLDER + path);
    return found.map((diagnostic) => {
      const { line, character } = diagnostic.file?.getLineAndCharacterOfPosition(diagnostic.start ?? 0) ?? { line: 0, character: 0 };
      return { said: spoken(diagnostic), file: path, line: line + 1, column: character + 1, code: diagnostic.code };
    });
  }

  #host(options: TypeScript.CompilerOptions): TypeScript.LanguageServiceHost {
    return {
      getCompilationSettings: () => options,
      getScriptFileNames: () =>
        Object.keys(this.#files)
          .filter(isTypeScript)
          .map((path) => CELL_FOLDER + path),
      getScriptVersion: (path) => String(this.#versions[cellPath(path)] ?? 0),
      getScriptSnapshot: (path) => {
        const text = this.#read(path);
        return text === undefined ? undefined : this.#typescript.ScriptSnapshot.fromString(text);
      },
      getCurrentDirectory: () => CELL_FOLDER,
      getDefaultLibFileName: () => `${LIB_FOLDER}lib.d.ts`,
      fileExists: (path) => this.#read(path) !== undefined,
      readFile: (path) => this.#read(path),
      directoryExists: (path) => this.#folders.has(path) || `${path}/`.startsWith(CELL_FOLDER),
      getDirectories: () => [],
      useCaseSensitiveFileNames: () => true,
    };
  }

  #read(path: string): string | undefined {
    const local = cellPath(path);
    if (local !== '' && Object.hasOwn(this.#files, local)) return this.#files[local];
    return Object.hasOwn(this.#types, path) ? this.#types[path] : undefined;
  }
}

/** As strict as a good project at work; only types that can be stripped, as Node does it. */
export function typeCheckOptions(typescript: typeof TypeScript): TypeScript.CompilerOptions {
  return {
    target: typescript.ScriptTarget.ES2024,
    module: typescript.ModuleKind.ESNext,
    moduleResolution: typescript.ModuleResolutionKind.Bundler,
    moduleDetection: typescript.ModuleDetectionKind.Force,
    lib: [...LIBS],
    types: ['node'],
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    verbatimModuleSyntax: true,
    erasableSyntaxOnly: true,
    allowImportingTsExtensions: true,
    resolveJsonModule: true,
  };
}

/** TypeScript's sentences, without advice for projects that a cell is not. */
function spoken(diagnostic: TypeScript.Diagnostic): string {
  const said = flattened(diagnostic.messageText);
  switch (diagnostic.code) {
    case 1294:
      return 'Node runs TypeScript by taking the types away. That is not possible with enum, namespace and parameter properties: write them in plain JavaScript.';
    case 1484:
      return `${/^'.*?'/.exec(said)?.[0] ?? 'This'} is a type, so write "import type", or "type" before its name in the braces.`;
    case 2307:
      return said.replace(' or its corresponding type declarations', '');
    default:
      return said.replace(/ Do you need to (install|change) .*$/, '');
  }
}

/** A message with its reasons, one sentence after the other. */
function flattened(message: string | TypeScript.DiagnosticMessageChain): string {
  if (typeof message === 'string') return message;
  return [message.messageText, ...(message.next ?? []).map(flattened)].join(' ');
}

function cellPath(path: string): string {
  return path.startsWith(CELL_FOLDER) ? path.slice(CELL_FOLDER.length) : '';
}

function isTypeScript(path: string): boolean {
  return /\.[cm]?ts$/.test(path);
}

function foldersAbove(path: string): string[] {
  const parts = path.split('/').slice(1, -1);
  return ['/', ...parts.map((_, index) => `/${parts.slice(0, index + 1).join('/')}`)];
}
