/** The state of a process in one or two words. */
import type { Facts } from './facts.ts';
import { faultAtBox } from './faults.ts';
import type { ProcessScene, Scene } from './scene.ts';

export type ProcessTone = 'idle' | 'busy' | 'waiting' | 'blocked' | 'crashed' | 'exited' | 'notStarted';

export interface ProcessWords {
  readonly tone: ProcessTone;
  readonly said: string;
}

export function processWords(process: ProcessScene, scene: Scene, facts: Facts): ProcessWords {
  switch (process.state) {
    case 'notStarted':
      return { tone: 'notStarted', said: 'not started' };
    case 'crashed':
      return { tone: 'crashed', said: 'crashed' };
    case 'exited':
      return { tone: 'exited', said: process.exitCode === 0 ? 'ended' : `ended: code ${process.exitCode}` };
    case 'running':
      return runningWords(process, scene, facts);
    default:
      throw new Error(`Unknown state of a process: ${String(process.state satisfies never)}.`);
  }
}

function runningWords({ name, hands, blockedUntilMicros }: ProcessScene, scene: Scene, facts: Facts): ProcessWords {
  const fault = faultAtBox(name, scene)?.kind;
  if (fault === 'pause') return { tone: 'blocked', said: 'stands still' };
  if (fault === 'slow') return { tone: 'blocked', said: hands.length > 0 ? 'works slowly' : 'slow' };
  if (scene.atMicros < blockedUntilMicros) return { tone: 'blocked', said: 'blocked' };
  if ([...scene.places.values()].some(({ chairs }) => chairs.some(({ client }) => client === name)))
    return { tone: 'blocked', said: 'waits for room' };
  if (hands.length > 0) return { tone: 'busy', said: 'working' };
  if ([...scene.places.values()].some(({ listeners }) => listeners.includes(name))) return { tone: 'waiting', said: 'listens' };
  const takes = [...facts.places.values()].some(({ consumers }) => consumers.includes(name));
  return takes ? { tone: 'waiting', said: 'waiting' } : { tone: 'idle', said: 'running' };
}
