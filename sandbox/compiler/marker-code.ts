/** The code of step markers: small texts that note the learner's line, burn fuel, and put the caller's line back. */
import { TURN_STEPS } from '../engine/program.ts';
import type { Names } from './names.ts';

export type FunctionKind = 'plain' | 'async' | 'generator' | 'asyncGenerator';

export class MarkerCode {
  readonly #names: Names;

  constructor(names: Names) {
    this.#names = names;
  }

  /** An expression: go to the position, burn one unit of fuel. Position 0 is code that no learner wrote: nothing happens. */
  step(position: number): string {
    const { at, fuel, out } = this.#names;
    return position === 0 ? '0' : `${at}=${position},--${fuel}<0&&${out}()`;
  }

  /** The same as a statement. */
  statement(position: number): string {
    return position === 0 ? '' : `${this.step(position)};`;
  }

  /** Goes to the position without burning fuel; an expression that ends with a comma. */
  goTo(position: number): string {
    return position === 0 ? '' : `${this.#names.at}=${position},`;
  }

  /** The start of a function's body: note the caller's position. Called by nobody, it is a turn of its own. */
  entry(kind: FunctionKind): string {
    const { at, from, fuel } = this.#names;
    return `${kind === 'plain' ? 'const' : 'let'} ${from}=${at};${from}===0&&(${fuel}-=${TURN_STEPS});try{`;
  }

  /** Its end. `finally` also covers a throw, which a library might catch. */
  exit(kind: FunctionKind): string {
    return `}finally{${this.#putBack(kind)}}`;
  }

  /** The end of a turn of `for await`, which awaits by itself. */
  turnEnd(kind: FunctionKind): string {
    const { from, fuel } = this.#names;
    return `}finally{${this.#putBack(kind)};${from}=0;${fuel}-=${TURN_STEPS}}`;
  }

  /** Before what comes back after a suspension: `pass(await …` */
  get resumable(): string {
    return `${this.#names.pass}(`;
  }

  /** Behind an `await …`: the position is that of the statement again. */
  resumed(position: number): string {
    return `,${this.#names.fuel}-=${TURN_STEPS},${this.step(position)})`;
  }

  /** Behind a `yield …`: whoever resumed is the caller now. */
  resumedBySomeone(position: number): string {
    return `,${this.#names.from}=${this.#names.at},${this.step(position)})`;
  }

  /** Before a value that is evaluated right before a suspension. */
  get lastValue(): string {
    return `${this.#names.pass}((`;
  }

  /** Behind that value: put the caller's position back; the next to run this function is nobody (`await`) … */
  get suspend(): string {
    return `),${this.#names.at}=${this.#names.from},${this.#names.from}=0)`;
  }

  /** … or somebody unknown yet (`yield`). */
  get suspendForSomeone(): string {
    return `),${this.#names.at}=${this.#names.from},${this.#names.from}=-1)`;
  }

  /** At the start of `catch` and `finally` in a generator, where `throw()` and `return()` enter. */
  enteredBySomeone(kind: FunctionKind): string {
    const { at, from } = this.#names;
    return isGenerator(kind) ? `${from}<0&&(${from}=${at});` : '';
  }

  /** A generator that was ended while suspended has nothing to put back. */
  #putBack(kind: FunctionKind): string {
    const { at, from } = this.#names;
    return isGenerator(kind) ? `${from}<0||(${at}=${from})` : `${at}=${from}`;
  }
}

function isGenerator(kind: FunctionKind): boolean {
  return kind === 'generator' || kind === 'asyncGenerator';
}
