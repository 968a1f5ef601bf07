/** A message of the queue server. */

export interface Message {
  readonly id: string;
  readonly body: unknown;
  /** Its place in the queue, by which it comes back after a failed delivery. */
  readonly position: number;
  deliveryCount: number;
}

/** The message as text, for events. */
export function messageText(body: unknown): string {
  return typeof body === 'string' ? body : JSON.stringify(body);
}
