/** The anomaly: something that went wrong with messages, with a name and the few events that show it. */

export type AnomalyName =
  | 'lost'
  | 'duplicate effect'
  | 'reordered'
  | 'skipped'
  | 'stuck unacked'
  | 'poison loop'
  | 'lost to no subscriber'
  | 'unbounded growth'
  | 'blocked loop'
  | 'over the limit';

export interface Anomaly {
  readonly name: AnomalyName;
  /** One sentence for the learner. */
  readonly said: string;
  readonly messageId?: string;
  /** The message's key, or the effect's. */
  readonly key?: string;
  /** Sequences of the smallest set of events that shows it, ascending. */
  readonly events: readonly number[];
}

/** The effect that tells that the work a message asks for was done. */
export interface Work {
  /** As in the effect's detail: `charge`, `mail`, `row`. */
  readonly effect: string;
  /** The key that the effect has when it is this message's work. */
  readonly keyOf: (message: { readonly text: string; readonly key: string | null }) => string;
}
