/**
 * Step markers: inline code that notes the learner's line, burns one unit of fuel, and keeps the noted line true. It is
 * not 0 only while code of the learner is on the stack:
 * - a function notes its caller's position when entered and puts it back however it is left;
 * - `await` puts it back right before the suspension; whoever resumes is not a learner, so the caller is then 0;
 * - `yield` puts it back too; who resumes a generator is noted anew. −1 means "suspended", for `return()` and `throw()`
 *   enter a generator without passing the code behind its `yield`.
 * No marker adds an `await`: the order and number of microtasks stay as they are.
 */
import type * as acorn from 'acorn';
import type { Names } from './names.ts';
import type { Positions } from './positions.ts';
import type { TextEdits } from './text-edits.ts';
import { childrenOf } from './syntax.ts';

/** What the markers of a node need to know of the function around it. */
interface Around {
  readonly kind: 'plain' | 'async' | 'generator' | 'asyncGenerator';
  /** Packed position of the statement, 0 for code that no learner wrote. */
  readonly position: number;
}

/** Adds markers to a module whose text becomes the body of an async function with its own `from`. */
export function instrument(program: acorn.Program, text: string, positions: Positions, names: Names, edits: TextEdits): void {
  new Instrumenter(text, positions, names, edits).visitStatements(program.body, { kind: 'async', position: 0 });
}

class Instrumenter {
  readonly #text: string;
  readonly #positions: Positions;
  readonly #names: Names;
  readonly #edits: TextEdits;

  constructor(text: string, positions: Positions, names: Names, edits: TextEdits) {
    this.#text = text;
    this.#positions = positions;
    this.#names = names;
    this.#edits = edits;
  }

  visitStatements(statements: readonly acorn.AnyNode[], around: Around): void {
    for (const statement of statements) {
      const inside = this.#at(statement, around);
      if (isMarked(statement)) this.#edits.open(statement.start, this.#marker(inside.position));
      this.#visit(statement, inside);
    }
  }

  #visit(node: acorn.AnyNode, around: Around): void {
    switch (node.type) {
      case 'ImportDeclaration':
        return;
      case 'BlockStatement':
        return this.visitStatements(node.body, around);
      case 'SwitchCase':
        if (node.test) this.#visit(node.test, around);
        return this.visitStatements(node.consequent, around);
      case 'IfStatement':
        this.#visit(node.test, around);
        this.#visitBody(node.consequent, around);
        if (node.alternate) this.#visitBody(node.alternate, around);
        return;
      case 'WhileStatement':
      case 'DoWhileStatement':
        this.#visitTest(node.test, around);
        return this.#visitBody(node.body, around);
      case 'ForStatement':
        return this.#visitFor(node, around);
      case 'ForInStatement':
        this.#visitChildren([node.left, node.right], around);
        return this.#visitBody(node.body, around, this.#marker(around.position));
      case 'ForOfStatement':
        return node.await ? this.#visitForAwait(node, around) : this.#visitForOf(node, around);
      case 'TryStatement':
        return this.#visitTry(node, around);
      case 'FunctionDeclaration':
      case 'FunctionExpression':
      case 'ArrowFunctionExpression':
        return this.#visitFunction(node, around);
      case 'StaticBlock':
        return this.#visitStaticBlock(node, around);
      case 'AwaitExpression':
        return this.#visitAwait(node, around);
      case 'YieldExpression':
        return this.#visitYield(node, around);
      case 'ReturnStatement':
        return this.#visitReturn(node, around);
      default:
        return this.#visitChildren(childrenOf(node), around);
    }
  }

  #visitChildren(nodes: readonly acorn.AnyNode[], around: Around): void {
    for (const node of nodes) this.#visit(node, around);
  }

  /** The body of an `if` or a loop; a single statement gets braces. `head` runs first, each time. */
  #visitBody(body: acorn.Statement, around: Around, head = '', tail = ''): void {
    if (body.type === 'BlockStatement') {
      if (head !== '') this.#edits.open(body.start, `{${head}`);
      this.visitStatements(body.body, around);
      if (head !== '') this.#edits.close(body.end, `${tail}}`);
      return;
    }
    this.#edits.open(body.start, `{${head}`);
    this.visitStatements([body], around);
    this.#edits.close(body.end, `${tail}}`);
  }

  #visitTest(test: acorn.Expression, around: Around): void {
    const inside = this.#at(test, around);
    this.#edits.open(test.start, inside.position === 0 ? '(' : `(${this.#step(inside.position)},`);
    this.#visit(test, inside);
    this.#edits.close(test.end, ')');
  }

  #visitFor(node: acorn.ForStatement, around: Around): void {
    if (node.init) this.#visit(node.init, around);
    if (node.test) this.#visitTest(node.test, around);
    if (node.update) {
      this.#edits.open(node.update.start, `(${this.#set(around.position)}`);
      this.#visit(node.update, around);
      this.#edits.close(node.update.end, ')');
    }
    this.#visitBody(node.body, around, node.test ? '' : this.#marker(around.position));
  }

  /** The iterator is asked again with the position of the loop's head. */
  #visitForOf(node: acorn.ForOfStatement, around: Around): void {
    this.#visitChildren([node.left, node.right], around);
    this.#visitBody(node.body, around, this.#marker(around.position), `${this.#set(around.position)}0;`);
  }

  /** The loop awaits by itself between two turns of its body, so the position is put back at every end of a turn. */
  #visitForAwait(node: acorn.ForOfStatement, around: Around): void {
    const { at, from } = this.#names;
    this.#visit(node.left, around);
    this.#suspending(node.right, around);
    const putBack = isGenerator(around) ? `${from}<0||(${at}=${from})` : `${at}=${from}`;
    this.#visitBody(node.body, around, `try{${this.#marker(around.position)}`, `}finally{${putBack};${from}=0}`);
  }

  #visitTry(node: acorn.TryStatement, around: Around): void {
    const { at, from } = this.#names;
    const resumed = isGenerator(around) ? `${from}<0&&(${from}=${at});` : '';
    this.#visit(node.block, around);
    if (node.handler) {
      if (node.handler.param) this.#visit(node.handler.param, around);
      if (resumed !== '') this.#openBlock(node.handler.body, resumed);
      this.#visit(node.handler.body, around);
    }
    if (node.finalizer) {
      if (resumed !== '') this.#openBlock(node.finalizer, resumed);
      this.#visit(node.finalizer, around);
    }
  }

  /** Code at the start of a block that is not empty. */
  #openBlock(block: acorn.BlockStatement, code: string): void {
    if (block.body.length > 0) this.#edits.open(block.start + 1, code);
  }

  #visitFunction(node: acorn.Function, around: Around): void {
    if (!this.#positions.covers(node.start, node.end)) return;
    const inside: Around = { kind: kindOf(node), position: around.position };
    this.#visitChildren(node.params, { kind: 'plain', position: around.position });
    const { entry, exit } = this.#bounds(inside);
    if (node.body.type !== 'BlockStatement') {
      const position = this.#at(node.body, inside).position;
      this.#edits.open(this.#arrowEnd(node), `{${entry}${this.#marker(position)}return(`);
      this.#visit(node.body, { kind: inside.kind, position });
      this.#edits.close(node.end, `);${exit}}`);
      return;
    }
    this.#visitWrapped(node.body, node.body.body, inside);
  }

  #visitStaticBlock(node: acorn.StaticBlock, around: Around): void {
    this.#visitWrapped(node, node.body, { kind: 'plain', position: around.position });
  }

  /** Statements between braces that end at `node.end`, with the caller's position kept. An empty list has nothing to mark. */
  #visitWrapped(node: acorn.AnyNode, statements: readonly acorn.AnyNode[], inside: Around): void {
    const code = statements.filter((statement) => !isDirective(statement));
    const first = code[0];
    if (first === undefined) return;
    const { entry, exit } = this.#bounds(inside);
    this.#edits.open(first.start, entry);
    this.visitStatements(code, inside);
    this.#edits.close(node.end - 1, exit);
  }

  /** What a function begins and ends with. `finally` also covers a throw, which a library might catch. */
  #bounds(inside: Around): { entry: string; exit: string } {
    const { at, from } = this.#names;
    const putBack = isGenerator(inside) ? `${from}<0||(${at}=${from})` : `${at}=${from}`;
    return { entry: `${inside.kind === 'plain' ? 'const' : 'let'} ${from}=${at};try{`, exit: `}finally{${putBack}}` };
  }

  #visitAwait(node: acorn.AwaitExpression, around: Around): void {
    this.#edits.open(node.start, `${this.#names.pass}(`);
    this.#suspending(node.argument, around);
    this.#edits.close(node.end, `,${this.#step(around.position)})`);
  }

  /** An expression that is awaited: after it is evaluated the caller's position is put back, and the resumer will be nobody. */
  #suspending(argument: acorn.Expression, around: Around): void {
    const { at, from, pass } = this.#names;
    this.#edits.open(argument.start, `${pass}((`);
    this.#visit(argument, around);
    this.#edits.close(argument.end, `),${at}=${from},${from}=0)`);
  }

  #visitYield(node: acorn.YieldExpression, around: Around): void {
    const { at, from, pass } = this.#names;
    const suspend = `,${at}=${from},${from}=-1)`;
    this.#edits.open(node.start, `${pass}(`);
    if (node.argument) {
      this.#edits.open(node.argument.start, `${pass}((`);
      this.#visit(node.argument, around);
      this.#edits.close(node.argument.end, `)${suspend}`);
    } else {
      this.#edits.close(node.end, ` ${pass}(void 0${suspend}`);
    }
    this.#edits.close(node.end, `,${from}=${at},${this.#step(around.position)})`);
  }

  /** An async generator awaits what it returns. */
  #visitReturn(node: acorn.ReturnStatement, around: Around): void {
    if (!node.argument) return;
    if (around.kind === 'asyncGenerator') this.#suspending(node.argument, around);
    else this.#visit(node.argument, around);
  }

  #at(node: acorn.AnyNode, around: Around): Around {
    const position = this.#positions.packedAt(node.start);
    return position === around.position ? around : { kind: around.kind, position };
  }

  #marker(position: number): string {
    return position === 0 ? '' : `${this.#step(position)};`;
  }

  /** An expression: go to the position, burn one unit of fuel. */
  #step(position: number): string {
    const { at, fuel, out } = this.#names;
    return position === 0 ? '0' : `${at}=${position},--${fuel}<0&&${out}()`;
  }

  /** The start of an expression that goes on: go to the position without burning fuel. */
  #set(position: number): string {
    return position === 0 ? '' : `${this.#names.at}=${position},`;
  }

  #arrowEnd(arrow: acorn.Function): number {
    const afterParameters = arrow.params.at(-1)?.end ?? arrow.start;
    return this.#text.indexOf('=>', afterParameters) + 2;
  }
}

/** Statements that do something when they are reached; the others have markers inside or are not run. */
function isMarked(statement: acorn.AnyNode): boolean {
  switch (statement.type) {
    case 'ImportDeclaration':
    case 'FunctionDeclaration':
    case 'EmptyStatement':
    case 'BlockStatement':
    case 'TryStatement':
    case 'WhileStatement':
    case 'DoWhileStatement':
      return false;
    default:
      return !isDirective(statement);
  }
}

function isDirective(statement: acorn.AnyNode): boolean {
  return statement.type === 'ExpressionStatement' && typeof statement.directive === 'string';
}

function isGenerator(around: Around): boolean {
  return around.kind === 'generator' || around.kind === 'asyncGenerator';
}

function kindOf(node: acorn.Function): Around['kind'] {
  if (node.generator) return node.async ? 'asyncGenerator' : 'generator';
  return node.async ? 'async' : 'plain';
}
