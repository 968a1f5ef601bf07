/** The generated name: what the broker calls a queue or consumer that the client left nameless. */
import type { BrokerEnvironment } from '../../../engine/broker.ts';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** As many letters as 16 bytes take in base 64. */
const LETTER_COUNT = 22;

export function generatedName(prefix: 'amq.gen' | 'amq.ctag', environment: BrokerEnvironment): string {
  const letters = Array.from({ length: LETTER_COUNT }, () => LETTERS[Math.floor(environment.random() * LETTERS.length)]);
  return `${prefix}-${letters.join('')}`;
}
