/**
 * Step markers: inline code that notes the learner's line, burns one unit of fuel, and keeps the noted line true. It is
 * not 0 only while code of the learner is on the stack:
 * - a function notes its caller's position when entered and puts it back however it is left;
 * - `await` puts it back right before the suspension; whoever resumes is not a learner, so the caller is then 0;
 * - `yield` puts it back too; who resumes a generator is noted anew. −1 means "suspended", for `return()` and `throw()`
 *   enter a generator without passing the code behind its `yield`.
 * No marker adds an `await`: the order and number of microtasks stay as they are. The marker of a function's first
 * statement is also that of its entry.
 */
import type * as acorn from 'acorn';
import { type FunctionKind, MarkerCode } from './marker-code.ts';
import type { Names } from './names.ts';
import type { Positions } from './positions.ts';
import { childrenOf } from './syntax.ts';
import type { TextEdits } from './text-edits.ts';

/** What the markers of a node need to know of the function around it. */
interface Around {
  readonly kind: FunctionKind;
  /** Packed position of the statement, 0 for code that no learner wrote. */
  readonly position: number;
}

/** Adds markers to a module whose text becomes the body of an async function with its own note of the caller. */
export function instrument(program: acorn.Program, text: string, positions: Positions, names: Names, edits: TextEdits): void {
  new Instrumenter(text, positions, new MarkerCode(names), edits).visitStatements(program.body, { kind: 'async', position: 0 });
}

class Instrumenter {
  readonly #text: string;
  readonly #positions: Positions;
  readonly #code: MarkerCode;
  readonly #edits: TextEdits;

  constructor(text: string, positions: Positions, code: MarkerCode, edits: TextEdits) {
    this.#text = text;
    this.#positions = positions;
    this.#code = code;
    this.#edits = edits;
  }

  visitStatements(statements: readonly acorn.AnyNode[], around: Around): void {
    for (const statement of statements) {
      const inside = this.#at(statement, around);
      if (isMarked(statement)) this.#edits.open(statement.start, this.#code.statement(inside.position));
      this.#visit(statement, inside);
    }
  }

  #visit(node: acorn.AnyNode, around: Around): void {
    switch (node.type) {
      case 'ImportDeclaration':
        break;
      case 'BlockStatement':
        this.visitStatements(node.body, around);
        break;
      case 'SwitchCase':
        if (node.test) this.#visit(node.test, around);
        this.visitStatements(node.consequent, around);
        break;
      case 'IfStatement':
        this.#visit(node.test, around);
        this.#visitBody(node.consequent, around);
        if (node.alternate) this.#visitBody(node.alternate, around);
        break;
      case 'WhileStatement':
      case 'DoWhileStatement':
        this.#visitTest(node.test, around);
        this.#visitBody(node.body, around);
        break;
      case 'ForStatement':
        this.#visitFor(node, around);
        break;
      case 'ForInStatement':
        this.#visitAll([node.left, node.right], around);
        this.#visitBody(node.body, around, this.#code.statement(around.position));
        break;
      case 'ForOfStatement':
        if (node.await) this.#visitForAwait(node, around);
        else this.#visitForOf(node, around);
        break;
      case 'TryStatement':
        this.#visitTry(node, around);
        break;
      case 'FunctionDeclaration':
      case 'FunctionExpression':
      case 'ArrowFunctionExpression':
        this.#visitFunction(node, around);
        break;
      case 'StaticBlock':
        this.#visitWrapped(node, node.body, { kind: 'plain', position: around.position });
        break;
      case 'AwaitExpression':
        this.#edits.open(node.start, this.#code.resumable);
        this.#visitAwaited(node.argument, around);
        this.#edits.close(node.end, this.#code.resumed(around.position));
        break;
      case 'YieldExpression':
        this.#visitYield(node, around);
        break;
      case 'ReturnStatement':
        this.#visitReturn(node, around);
        break;
      default:
        this.#visitAll(childrenOf(node), around);
    }
  }

  #visitAll(nodes: readonly acorn.AnyNode[], around: Around): void {
    for (const node of nodes) this.#visit(node, around);
  }

  /** The body of an `if` or a loop; a single statement gets braces. `head` runs first, each time. */
  #visitBody(body: acorn.Statement, around: Around, head = '', tail = ''): void {
    if (body.type === 'BlockStatement' && head === '') {
      this.visitStatements(body.body, around);
      return;
    }
    this.#edits.open(body.start, `{${head}`);
    this.visitStatements([body], around);
    this.#edits.close(body.end, `${tail}}`);
  }

  #visitTest(test: acorn.Expression, around: Around): void {
    const inside = this.#at(test, around);
    this.#edits.open(test.start, `(${this.#code.step(inside.position)},`);
    this.#visit(test, inside);
    this.#edits.close(test.end, ')');
  }

  #visitFor(node: acorn.ForStatement, around: Around): void {
    if (node.init) this.#visit(node.init, around);
    if (node.test) this.#visitTest(node.test, around);
    if (node.update) {
      this.#edits.open(node.update.start, `(${this.#code.goTo(around.position)}`);
      this.#visit(node.update, around);
      this.#edits.close(node.update.end, ')');
    }
    this.#visitBody(node.body, around, node.test ? '' : this.#code.statement(around.position));
  }

  /** The iterator is asked again with the position of the loop's head. */
  #visitForOf(node: acorn.ForOfStatement, around: Around): void {
    this.#visitAll([node.left, node.right], around);
    this.#visitBody(node.body, around, this.#code.statement(around.position), `${this.#code.goTo(around.position)}0;`);
  }

  /** The loop awaits by itself between two turns of its body, so the position is put back at every end of a turn. */
  #visitForAwait(node: acorn.ForOfStatement, around: Around): void {
    this.#visit(node.left, around);
    this.#visitAwaited(node.right, around);
    this.#visitBody(node.body, around, `try{${this.#code.statement(around.position)}`, this.#code.turnEnd(around.kind));
  }

  #visitTry(node: acorn.TryStatement, around: Around): void {
    this.#visit(node.block, around);
    if (node.handler?.param) this.#visit(node.handler.param, around);
    for (const block of [node.handler?.body, node.finalizer]) {
      if (!block) continue;
      if (block.body.length > 0) this.#edits.open(block.start + 1, this.#code.enteredBySomeone(around.kind));
      this.#visit(block, around);
    }
  }

  /** esbuild's helper functions, which no learner wrote, stay as they are. */
  #visitFunction(node: acorn.Function, around: Around): void {
    if (!this.#positions.covers(node.start, node.end)) return;
    const inside: Around = { kind: kindOf(node), position: around.position };
    this.#visitAll(node.params, { kind: 'plain', position: around.position });
    if (node.body.type === 'BlockStatement') this.#visitWrapped(node.body, node.body.body, inside);
    else this.#visitConcise(node, node.body, inside);
  }

  /** Statements before the closing brace at `node.end`, with the caller's position kept. An empty list has nothing to mark. */
  #visitWrapped(node: acorn.AnyNode, statements: readonly acorn.AnyNode[], inside: Around): void {
    const code = statements.filter((statement) => !isDirective(statement));
    const first = code[0];
    if (first === undefined) return;
    this.#edits.open(first.start, this.#code.entry(inside.kind));
    this.visitStatements(code, inside);
    this.#edits.close(node.end - 1, this.#code.exit(inside.kind));
  }

  /** `() => value` becomes `() => { …return (value); … }`. */
  #visitConcise(arrow: acorn.Function, value: acorn.Expression, around: Around): void {
    const inside = this.#at(value, around);
    const arrowEnd = this.#text.indexOf('=>', arrow.params.at(-1)?.end ?? arrow.start) + '=>'.length;
    this.#edits.open(arrowEnd, `{${this.#code.entry(inside.kind)}${this.#code.statement(inside.position)}return(`);
    this.#visit(value, inside);
    this.#edits.close(arrow.end, `);${this.#code.exit(inside.kind)}}`);
  }

  #visitAwaited(argument: acorn.Expression, around: Around): void {
    this.#edits.open(argument.start, this.#code.lastValue);
    this.#visit(argument, around);
    this.#edits.close(argument.end, this.#code.suspend);
  }

  #visitYield(node: acorn.YieldExpression, around: Around): void {
    this.#edits.open(node.start, this.#code.resumable);
    if (node.argument) {
      this.#edits.open(node.argument.start, this.#code.lastValue);
      this.#visit(node.argument, around);
      this.#edits.close(node.argument.end, this.#code.suspendForSomeone);
    } else {
      this.#edits.close(node.end, ` ${this.#code.lastValue}void 0${this.#code.suspendForSomeone}`);
    }
    this.#edits.close(node.end, this.#code.resumedBySomeone(around.position));
  }

  /** An async generator awaits what it returns. */
  #visitReturn(node: acorn.ReturnStatement, around: Around): void {
    if (!node.argument) return;
    if (around.kind === 'asyncGenerator') this.#visitAwaited(node.argument, around);
    else this.#visit(node.argument, around);
  }

  #at(node: acorn.AnyNode, around: Around): Around {
    // esbuild's map has no place of its own for an `if` behind an `else`, but it has one for every condition.
    const position = this.#positions.packedAt(node.type === 'IfStatement' ? node.test.start : node.start);
    return { kind: around.kind, position };
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

function kindOf(node: acorn.Function): FunctionKind {
  if (node.generator) return node.async ? 'asyncGenerator' : 'generator';
  return node.async ? 'async' : 'plain';
}
