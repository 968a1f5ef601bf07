/** Break it: the reader places one fault that defeats a program that looks right. */
import type { Fault, Scenario, When } from '../sandbox/engine/cell.ts';

/** What the reader may place. `crash` stays down. */
export type Breakage = 'crash' | 'crashAndRestart' | 'loseAck' | 'pause' | 'cut';

/**
 * `breaks/<break>/break.ts` exports it as `breakIt`; `files/` holds the program, `checks.ts` beside it exports the `checks`
 * of what the program promises. All of them hold in the plain run. `<Break id="<break>" />` shows it.
 */
export interface BreakIt extends Scenario {
  readonly title: string;
  readonly objectives: readonly string[];
  readonly seed: number;
  /** What the program promises, as a sentence: "Every order is charged exactly once." */
  readonly promise: string;
  readonly offers: readonly Breakage[];
  /** Processes that the fault may strike; the reader picks one of them and one step of the run. */
  readonly targets: readonly string[];
  /** A restart comes so long after a crash, and a pause takes so long. */
  readonly forMs: number;
  /** The checks that count as broken: at least one of them must fail. */
  readonly breaks: readonly string[];
  /** A fault that breaks the promise, shown on demand; and one that the program survives. The gate tries both. */
  readonly solution: Fault;
  readonly harmless: Fault;
  /** Why the solution breaks it, and what the program would need. */
  readonly because: string;
  readonly hints: readonly string[];
}

/** The fault that the reader places: `kind` strikes `target` at `when`. Null where it needs a broker and there is none. */
export function placedFault(
  { brokers, processes, forMs }: Pick<BreakIt, 'brokers' | 'processes' | 'forMs'>,
  kind: Breakage,
  target: string,
  when: When,
): Fault | null {
  const [first] = brokers;
  const broker = first?.name ?? first?.kind;
  switch (kind) {
    case 'crash':
      return { kind: 'crash', process: target, when };
    case 'crashAndRestart':
      return { kind: 'crash', process: target, when, restartAfterMs: forMs };
    case 'pause':
      return { kind: 'pause', process: target, when, forMs };
    case 'loseAck':
      return broker === undefined ? null : { kind: 'loseAck', process: target, broker, when };
    case 'cut': {
      const host = processes.find(({ name }) => name === target)?.host ?? target;
      return broker === undefined ? null : { kind: 'cut', between: [host, broker], when };
    }
    default:
      return kind satisfies never;
  }
}
