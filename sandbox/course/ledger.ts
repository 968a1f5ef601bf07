/** The ledger: what the world outside knows of the shop. It outlives every process of the run. */

/** What a process asks of the world outside, as plain data that can also travel between real processes. */
export type Deed =
  | { readonly kind: 'charge'; readonly orderId: string; readonly cents: number }
  | { readonly kind: 'sendMail'; readonly to: string; readonly subject: string }
  | { readonly kind: 'insertRow'; readonly table: string; readonly key: string; readonly json: string; readonly onlyOnce: boolean }
  | { readonly kind: 'readCharges' }
  | { readonly kind: 'readMails' }
  | { readonly kind: 'readRows'; readonly table: string };

export interface Charge {
  readonly orderId: string;
  readonly cents: number;
}

export interface Mail {
  readonly to: string;
  readonly subject: string;
}

export interface Row {
  readonly key: string;
  readonly row: unknown;
}

/** What happened outside, as the detail of an `effect` event. */
export interface Effect {
  readonly effect: string;
  readonly key: string;
  readonly value: string;
}

export interface Done {
  /** Null when the deed changed nothing. */
  readonly effect: Effect | null;
  /** Plain data: the list that was read, or whether a row was inserted. */
  readonly answer: unknown;
}

export class Ledger {
  readonly #charges: Charge[] = [];
  readonly #mails: Mail[] = [];
  readonly #tables = new Map<string, { key: string; json: string }[]>();

  /** Does the deed, whole and at once. */
  perform(deed: Deed): Done {
    switch (deed.kind) {
      case 'charge':
        this.#charges.push({ orderId: deed.orderId, cents: deed.cents });
        return { effect: { effect: 'charge', key: deed.orderId, value: `${deed.cents}` }, answer: null };
      case 'sendMail':
        this.#mails.push({ to: deed.to, subject: deed.subject });
        return { effect: { effect: 'mail', key: deed.to, value: deed.subject }, answer: null };
      case 'insertRow':
        return this.#insert(deed);
      case 'readCharges':
        return { effect: null, answer: [...this.#charges] };
      case 'readMails':
        return { effect: null, answer: [...this.#mails] };
      case 'readRows':
        return { effect: null, answer: this.#rowsOf(deed.table).map(({ key, json }): Row => ({ key, row: JSON.parse(json) })) };
      default:
        throw new Error(`Unknown deed ${JSON.stringify(deed satisfies never)}.`);
    }
  }

  #insert({ table, key, json, onlyOnce }: Extract<Deed, { kind: 'insertRow' }>): Done {
    const rows = this.#rowsOf(table);
    if (onlyOnce && rows.some((row) => row.key === key)) return { effect: null, answer: false };
    rows.push({ key, json });
    return { effect: { effect: 'row', key: `${table}/${key}`, value: json }, answer: true };
  }

  #rowsOf(table: string): { key: string; json: string }[] {
    const rows = this.#tables.get(table) ?? [];
    this.#tables.set(table, rows);
    return rows;
  }
}
