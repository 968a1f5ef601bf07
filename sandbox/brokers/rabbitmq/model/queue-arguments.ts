/** The arguments of a queue: which values queue.declare takes (check_declare_arguments in rabbit_amqqueue). */
import { preconditionFailed } from './amqp-error.ts';
import type { FieldTable } from './field-table.ts';

const COUNTS = ['x-expires', 'x-message-ttl', 'x-max-length', 'x-max-length-bytes', 'x-max-priority', 'x-delivery-limit'];
const TEXTS = ['x-dead-letter-exchange', 'x-dead-letter-routing-key', 'x-overflow', 'x-queue-mode', 'x-queue-type'];

const QUEUE_TYPES = ['classic', 'quorum', 'stream'];
const INTEGER_TYPES = ['byte', 'unsignedbyte', 'short', 'unsignedshort', 'signedint', 'unsignedint', 'long'];

/** Throws at the first argument whose type or sign is wrong. */
export function requireValidArguments(queue: string, table: FieldTable): void {
  const invalid = (name: string, why: string) => preconditionFailed(`invalid arg '${name}' for queue '${queue}' in vhost '/': ${why}`);
  for (const name of COUNTS) {
    const field = table.get(name);
    if (field === undefined) continue;
    if (!INTEGER_TYPES.includes(field.type)) throw invalid(name, `"expected integer, got ${field.type}"`);
    if (Number(field.value) < 0) throw invalid(name, `{value_negative,${field.value}}`);
  }
  for (const name of TEXTS) {
    const field = table.get(name);
    if (field !== undefined && field.type !== 'longstr') throw invalid(name, `{unacceptable_type,${field.type}}`);
  }
  const type = table.get('x-queue-type')?.value;
  if (typeof type === 'string' && !QUEUE_TYPES.includes(type)) throw invalid('x-queue-type', `"unsupported queue type '${type}'"`);
}

/** The arguments that a second declaration must give alike; others are not looked at. */
export const COMPARED_ARGUMENTS: readonly string[] = [...COUNTS, ...TEXTS, 'x-single-active-consumer'];
