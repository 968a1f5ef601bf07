/** A bundle on its way to `.inflight/build`. */

export interface Bundle {
  readonly file: string;
  readonly text: string;
  /** The files it was made from, relative to the root. */
  readonly inputs: readonly string[];
}
