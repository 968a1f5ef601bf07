/** The heartbeat: both sides show that they are alive; who is silent for two intervals is given up (spec 4.2.7). */
import type { BrokerEnvironment } from '../../../engine/broker.ts';

export interface Heartbeat {
  /** The client sent something. */
  heard(): void;
  stop(): void;
}

/** Beats every half interval; `intervalSeconds` 0 turns it off. Its timers are daemons: they do not keep a run alive. */
export function startHeartbeat(
  environment: BrokerEnvironment,
  intervalSeconds: number,
  on: { beat: () => void; silence: () => void },
): Heartbeat {
  if (intervalSeconds === 0) return { heard: () => {}, stop: () => {} };
  const intervalMicros = intervalSeconds * 1_000_000;
  let heardAtMicros = environment.nowMicros();
  let cancel = schedule();

  function schedule(): () => void {
    return environment.schedule(intervalMicros / 2, tick, { daemon: true });
  }

  function tick(): void {
    if (environment.nowMicros() - heardAtMicros > 2 * intervalMicros) {
      on.silence();
      return;
    }
    on.beat();
    cancel = schedule();
  }

  return {
    heard: () => {
      heardAtMicros = environment.nowMicros();
    },
    stop: () => cancel(),
  };
}
