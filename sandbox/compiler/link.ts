/** Linking: what a module imports from outside the cell becomes constants that ask the runtime; the rest of ESM is spelled out. */
import type * as acorn from 'acorn';
import type { CompileProblem } from '../engine/program.ts';
import { missingDefault, missingExport, unknownModule } from './module-problems.ts';
import type { Names } from './names.ts';
import type { Positions } from './positions.ts';
import { childrenOf } from './syntax.ts';
import type { TextEdits } from './text-edits.ts';

/** Export names of the modules that a cell may import, by the name in the import: built-ins of Node are listed with and without `node:`. */
export type ModuleExports = Readonly<Record<string, readonly string[]>>;

export interface Linked {
  /** Code for the start of the program's body, on one line. */
  readonly prologue: string;
  /** Bare imports in the order of evaluation, as the learner spelled them. */
  readonly imports: readonly string[];
  readonly problems: readonly CompileProblem[];
}

/**
 * Takes the imports out of `program`. Named imports are constants with the values after loading, and `default` is
 * `module.exports`, as in Node when ESM imports CommonJS (nodejs.org/api/esm.html#commonjs-namespaces).
 */
export function link(program: acorn.Program, positions: Positions, names: Names, edits: TextEdits, modules: ModuleExports): Linked {
  const linker = new Linker(positions, names, edits, modules);
  for (const statement of program.body) {
    if (statement.type === 'ImportDeclaration') linker.takeImport(statement);
    else if (statement.type === 'ExportNamedDeclaration') edits.replace(statement.start, statement.end, '');
    else linker.visit(statement, false);
  }
  return { prologue: linker.constants.join(''), imports: [...linker.moduleNames.keys()], problems: linker.problems };
}

class Linker {
  readonly constants: string[] = [];
  readonly moduleNames = new Map<string, string>();
  readonly problems: CompileProblem[] = [];
  readonly #metaNames = new Map<string, string>();
  readonly #positions: Positions;
  readonly #names: Names;
  readonly #edits: TextEdits;
  readonly #modules: ModuleExports;

  constructor(positions: Positions, names: Names, edits: TextEdits, modules: ModuleExports) {
    this.#positions = positions;
    this.#names = names;
    this.#edits = edits;
    this.#modules = modules;
  }

  takeImport(node: acorn.ImportDeclaration): void {
    const module = String(node.source.value);
    this.#edits.replace(node.start, node.end, '');
    const exported = this.#exportsOf(module);
    if (exported === undefined) {
      this.#problem(node.source.start, unknownModule(module, Object.keys(this.#modules)));
      return;
    }
    const constant = this.#constantOf(module);
    for (const specifier of node.specifiers) {
      this.constants.push(`const ${specifier.local.name}=${this.#valueOf(specifier, module, constant, exported)};`);
    }
  }

  /** `inFunction` is whether `arguments` means a function's own. */
  visit(node: acorn.AnyNode, inFunction: boolean): void {
    if (node.type === 'ImportExpression') this.#takeDynamicImport(node);
    if (node.type === 'MetaProperty' && node.meta.name === 'import') this.#takeMeta(node);
    if (node.type === 'Identifier' && node.name === 'arguments' && !inFunction) {
      this.#problem(
        node.start,
        '"arguments" exists only inside a function that is written with the word function. List the parameters instead.',
      );
    }
    const binds = node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression' || node.type === 'ClassBody';
    for (const child of childrenOf(node)) this.visit(child, inFunction || binds);
  }

  #valueOf(
    specifier: acorn.ImportDeclaration['specifiers'][number],
    module: string,
    constant: string,
    exported: readonly string[],
  ): string {
    if (specifier.type === 'ImportNamespaceSpecifier') return namespaceOf(constant, exported, hasDefault(module, exported));
    const imported = specifier.type === 'ImportDefaultSpecifier' ? 'default' : nameOf(specifier.imported);
    if (imported === 'default' && hasDefault(module, exported)) return constant;
    if (imported === 'default') this.#problem(specifier.start, missingDefault(module, exported));
    else if (!exported.includes(imported)) this.#problem(specifier.start, missingExport(module, imported, exported));
    return `${constant}[${JSON.stringify(imported)}]`;
  }

  #takeDynamicImport(node: acorn.ImportExpression): void {
    const module = node.source.type === 'Literal' ? String(node.source.value) : '';
    const exported = this.#exportsOf(module);
    if (exported === undefined) {
      this.#edits.replace(node.start, node.start + 'import'.length, `${this.#names.runtime}.importDynamic`);
      return;
    }
    const load = `${this.#names.runtime}.require(${JSON.stringify(module)})`;
    const space = namespaceOf(this.#names.module, exported, hasDefault(module, exported));
    this.#edits.replace(node.start, node.end, `(async()=>{const ${this.#names.module}=${load};return ${space}})()`);
  }

  /** One object per file, as `import.meta` is one per module. */
  #takeMeta(node: acorn.MetaProperty): void {
    const entry = this.#positions.files[0] ?? '';
    const file = this.#positions.locationAt(node.start)?.file ?? entry;
    let constant = this.#metaNames.get(file);
    if (constant === undefined) {
      constant = `${this.#names.meta}${this.#metaNames.size}`;
      this.#metaNames.set(file, constant);
      this.constants.push(`const ${constant}=${metaOf(file, file === entry)};`);
    }
    this.#edits.replace(node.start, node.end, constant);
  }

  #constantOf(module: string): string {
    const known = this.moduleNames.get(module);
    if (known !== undefined) return known;
    const constant = `${this.#names.module}${this.moduleNames.size}`;
    this.moduleNames.set(module, constant);
    this.constants.push(`const ${constant}=${this.#names.runtime}.require(${JSON.stringify(module)});`);
    return constant;
  }

  #exportsOf(module: string): readonly string[] | undefined {
    return Object.hasOwn(this.#modules, module) ? this.#modules[module] : undefined;
  }

  #problem(offset: number, said: string): void {
    const location = this.#positions.locationAt(offset) ?? { file: this.#positions.files[0] ?? '', line: 1, column: 1 };
    this.problems.push({ said, ...location });
  }
}

/** Course modules are ESM: they have a default export only if they say so. Clients and built-ins are CommonJS: they always have one. */
function hasDefault(module: string, exported: readonly string[]): boolean {
  return !module.startsWith('#') || exported.includes('default');
}

function namespaceOf(constant: string, exported: readonly string[], withDefault: boolean): string {
  const members = exported
    .filter((name) => name !== 'default')
    .map((name) => `${JSON.stringify(name)}:${constant}[${JSON.stringify(name)}]`);
  if (withDefault) members.unshift(`default:${constant}`);
  return `Object.freeze({__proto__:null,${members.join(',')}})`;
}

function metaOf(file: string, main: boolean): string {
  const filename = `/cell/${file}`;
  const dirname = filename.slice(0, filename.lastIndexOf('/'));
  return `{__proto__:null,dirname:${JSON.stringify(dirname)},filename:${JSON.stringify(filename)},main:${main},url:${JSON.stringify(`file://${filename}`)}}`;
}

function nameOf(node: acorn.Identifier | acorn.Literal): string {
  return node.type === 'Identifier' ? node.name : String(node.value);
}
