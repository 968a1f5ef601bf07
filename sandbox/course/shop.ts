/** The shop's outside world: money, mail and tables, which outlive every crash. Cells import it as `#course/shop`. */
import type { Charge, Mail, Row } from './ledger.ts';
import { perform } from './outside.ts';

export type { Charge, Mail, Row };

/** Takes the money for an order. Calling it twice takes the money twice. Resolves once the bank has answered. */
export async function charge(orderId: string, cents: number): Promise<void> {
  if (!Number.isInteger(cents) || cents < 0)
    throw new RangeError(`charge() needs whole cents, such as 1999 for 19.99, not ${String(cents)}.`);
  await perform({ kind: 'charge', orderId: String(orderId), cents });
}

/** Sends a mail. It cannot be called back. */
export async function sendMail(to: string, subject: string): Promise<void> {
  await perform({ kind: 'sendMail', to: String(to), subject: String(subject) });
}

/** Adds a row to a table, whether or not there is one with that key already. The row is stored as JSON. */
export async function insertRow(table: string, key: string, row: unknown): Promise<void> {
  await perform({ kind: 'insertRow', table: String(table), key: String(key), json: jsonOf(row), onlyOnce: false });
}

/**
 * Adds a row unless the table has one with that key; both in one step, so that of two callers one gets `true` and the other
 * `false`.
 */
export async function insertOnce(table: string, key: string, row: unknown = null): Promise<boolean> {
  const answer = await perform({ kind: 'insertRow', table: String(table), key: String(key), json: jsonOf(row), onlyOnce: true });
  return answer === true;
}

/** All charges so far, oldest first. */
export async function charges(): Promise<readonly Charge[]> {
  return (await perform({ kind: 'readCharges' })) as readonly Charge[];
}

/** All mails so far, oldest first. */
export async function mails(): Promise<readonly Mail[]> {
  return (await perform({ kind: 'readMails' })) as readonly Mail[];
}

/** The rows of a table, oldest first; none when the table was never written to. */
export async function rows(table: string): Promise<readonly Row[]> {
  return (await perform({ kind: 'readRows', table: String(table) })) as readonly Row[];
}

function jsonOf(row: unknown): string {
  const json = JSON.stringify(row);
  if (json === undefined) throw new TypeError(`A row must be plain data that JSON can hold, not ${typeof row}.`);
  return json;
}
