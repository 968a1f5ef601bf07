/** The binding: a rule that leads from an exchange to a queue or to another exchange. */
import type { Exchange } from './exchange.ts';
import { type FieldTable, sameTable } from './field-table.ts';
import type { Queue } from './queue.ts';

export type Destination = Queue | Exchange;

export interface Binding {
  readonly destination: Destination;
  readonly routingKey: string;
  readonly arguments: FieldTable;
}

export function sameBinding(one: Binding, other: Binding): boolean {
  return one.destination === other.destination && one.routingKey === other.routingKey && sameTable(one.arguments, other.arguments);
}
