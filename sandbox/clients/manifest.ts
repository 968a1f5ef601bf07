/** What the machine has to know about an npm client that cells may import. The package itself stays as it is. */
import type { TimerRules } from '../node/timers.ts';

export interface ClientManifest {
  /** The bare name that cells import. */
  readonly name: string;
  /** Pinned exactly: another version may send other requests. */
  readonly version: string;
  /** Modules inside the bundle that are taken from somewhere else, with the reason in the manifest. */
  readonly aliases: Readonly<Record<string, string>>;
  /** How the library's own timers count: housekeeping does not keep a run alive. */
  readonly timers: TimerRules;
}
