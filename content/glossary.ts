/** The glossary: every term of the course once, with what the brokers call it. */

export interface Term {
  /** As `<Term id="ack">acknowledges</Term>` refers to it. */
  readonly id: string;
  readonly term: string;
  /** One to three plain sentences. */
  readonly said: string;
  /** What the same thing, or the nearest to it, is called elsewhere, and what differs. */
  readonly translations?: { readonly kafka?: string; readonly rabbitmq?: string; readonly redis?: string };
  /** The lesson that teaches it. */
  readonly lesson: string;
}

export const glossary: readonly Term[] = [];
