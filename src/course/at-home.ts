/** How a cell is run at home: the command that starts each of its processes, and when. The page shows it, and a test runs it. */
import type { BrokerKind, Scenario } from '../../sandbox/engine/cell.ts';

export interface HomeStart {
  readonly process: string;
  /** For a POSIX shell, in the folder with the cell's files. */
  readonly command: string;
  /** Milliseconds after the first one; null when it is to be started once nothing happens any more. */
  readonly afterMs: number | null;
}

/** Brokers that can be had at home. */
export const HOME_BROKERS: readonly BrokerKind[] = ['redis', 'rabbitmq'];

/** A cell that can be taken home talks to a broker that exists, and to no other. */
export function canGoHome({ brokers }: Pick<Scenario, 'brokers'>): boolean {
  return brokers.length > 0 && brokers.every(({ kind }) => HOME_BROKERS.includes(kind));
}

/** In the order in which they are started. */
export function homeStarts({ processes }: Pick<Scenario, 'processes'>): readonly HomeStart[] {
  const starts = processes.map(({ name, file, env = {}, startAt = 0 }): HomeStart => {
    const settings = Object.entries(env).map(([key, value]) => `${key}=${quoted(value)} `);
    return { process: name, command: `${settings.join('')}node ${file}`, afterMs: startAt === 'quiet' ? null : startAt };
  });
  const rank = ({ afterMs }: HomeStart) => afterMs ?? Number.POSITIVE_INFINITY;
  return starts.toSorted((one, other) => (rank(one) === rank(other) ? 0 : rank(one) - rank(other)));
}

/** `after 0.4 s`. */
export function spokenStart({ afterMs }: HomeStart): string {
  if (afterMs === null) return 'once nothing happens any more';
  return afterMs === 0 ? 'at once' : `after ${afterMs / 1000} s`;
}

/** Why it does not do the same there; null when it does. */
export function differsAtHome(real: string): string | null {
  return real === 'same' ? null : real.replace(/^skipped: /, '');
}

function quoted(value: string): string {
  return /^[\w.:/-]+$/.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`;
}
