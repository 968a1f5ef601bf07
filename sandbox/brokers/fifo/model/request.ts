/** What a client of the queue server may ask, and what it is told. */

/** What a full queue does with one message more. */
export type WhenFull = 'reject' | 'dropOldest' | 'block';

export interface QueueOptions {
  /** The most messages that may wait, those in flight not counted; without it there is no limit. */
  readonly capacity?: number;
  /** What a full queue does; `reject` when not given. */
  readonly whenFull?: WhenFull;
  /** A message that is not acknowledged within this time goes back to the queue; without it, it is waited for without end. */
  readonly visibilityMs?: number;
}

export type Request =
  | { readonly do: 'declare'; readonly queue: string; readonly options: QueueOptions }
  | { readonly do: 'publish'; readonly queue: string; readonly body: unknown }
  /** The queue gets a copy of what is published to the topic from now on. */
  | { readonly do: 'bind'; readonly topic: string; readonly queue: string }
  | { readonly do: 'publishToTopic'; readonly topic: string; readonly body: unknown }
  /** `consumer` is a name that the client chose, unique on its connection. */
  | { readonly do: 'consume'; readonly queue: string; readonly consumer: string; readonly prefetch: number }
  | { readonly do: 'cancel'; readonly consumer: string }
  | { readonly do: 'ack'; readonly delivery: number }
  | { readonly do: 'nack'; readonly delivery: number; readonly requeue: boolean }
  | { readonly do: 'depth'; readonly queue: string };

export type Reply = { readonly ok: true; readonly value: number | string | null } | { readonly ok: false; readonly said: string };

/** A message on its way to a consumer. */
export interface Delivery {
  readonly consumer: string;
  /** Unique on the connection; what ack and nack name. */
  readonly delivery: number;
  readonly id: string;
  readonly body: unknown;
  readonly redelivered: boolean;
  /** How often the message has been delivered, this time included. */
  readonly deliveryCount: number;
}

/** The client as the model sees it. */
export interface Outbox {
  readonly client: string;
  deliver(delivery: Delivery): void;
}
