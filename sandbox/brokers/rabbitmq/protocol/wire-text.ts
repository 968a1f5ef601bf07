/** Methods in words, for the events of the wire: `basic.deliver 1`. */
import { preview } from '../../parts/text.ts';
import type { Method } from './methods.ts';

/** Fields that say what a method is about, in this order; the others are left out. */
const TELLING = [
  'replyCode',
  'replyText',
  'queue',
  'exchange',
  'source',
  'destination',
  'routingKey',
  'consumerTag',
  'deliveryTag',
  'prefetchCount',
];

export function methodText({ name, fields }: Method): string {
  const known = fields as Readonly<Record<string, unknown>>;
  const words = TELLING.map((field) => known[field]).filter((value) => value !== undefined && value !== '');
  return preview([name, ...words].join(' '));
}
