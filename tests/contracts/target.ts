/** The targets of a contract test: our simulated broker on real TCP, and the real broker where one answers. */
import type { BrokerDefinition } from '../../sandbox/engine/broker.ts';
import { listen } from '../../sandbox/host/tcp-listener.ts';
import type { Happening } from '../../sandbox/trace/event.ts';
import { answers } from '../../scripts/answers.ts';

export interface Target {
  readonly name: 'simulated' | 'real';
  readonly port: number;
  /** The events of the simulated broker, in order; empty for the real one. */
  readonly happenings: Happening[];
  close(): Promise<void>;
}

/** Both targets of a broker. The real one is left out, with a message, when nothing listens at its port. */
export async function targetsOf(definition: BrokerDefinition): Promise<Target[]> {
  const happenings: Happening[] = [];
  const simulated = await listen(definition, { record: (happening) => happenings.push(happening) });
  const targets: Target[] = [{ name: 'simulated', port: simulated.port, happenings, close: () => simulated.close() }];
  if (await answers(definition.port)) {
    targets.push({ name: 'real', port: definition.port, happenings: [], close: async () => {} });
  } else {
    console.info(`Nothing listens at 127.0.0.1:${definition.port}: the real broker is skipped.`);
  }
  return targets;
}

/** For tests that wait in real time: on a busy machine an answer may be late, so a test that failed is tried again. */
export const REAL_TIME = { retry: 2 } as const;

export function later(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
