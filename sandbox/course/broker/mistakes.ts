/** Mistakes in using the queue client, each told in a sentence. */

export function requireName(call: 'queue' | 'topic' | 'subscribe', name: unknown): void {
  if (typeof name === 'string' && name !== '') return;
  const what = { queue: 'the queue', topic: 'the topic', subscribe: 'the group' }[call];
  const such = call === 'subscribe' ? 'mail' : 'orders';
  throw new TypeError(`${call}() needs the name of ${what}, such as ${call}('${such}'). It got ${shown(name)}.`);
}

/** Throws when `options` is no object or has a key that nobody reads, which is mostly a slip of the pen. */
export function requireOptions(call: string, options: unknown, known: readonly string[]): void {
  if (typeof options !== 'object' || options === null) {
    throw new TypeError(`${call}() takes its options as an object, such as { ${known[0]}: … }. It got ${shown(options)}.`);
  }
  const unknown = Object.keys(options).find((key) => !known.includes(key));
  if (unknown !== undefined) throw new TypeError(`${call}() has no option "${unknown}". Its options are: ${known.join(', ')}.`);
}

export function requireCount(call: string, option: string, value: unknown): void {
  if (value === undefined || (Number.isSafeInteger(value) && (value as number) >= 1)) return;
  throw new TypeError(`${call}() needs a whole number from 1 on as ${option}. It got ${shown(value)}.`);
}

/** A message travels as JSON: what JSON cannot say cannot be published. */
export function requireBody(place: `${'queue' | 'topic'} "${string}"`, body: unknown): void {
  const call = `publish() on the ${place}`;
  if (body === undefined) throw new TypeError(`${call} got undefined. Give it the message to send, such as { orderId: 1 }.`);
  let json: string | undefined;
  try {
    json = JSON.stringify(body);
  } catch {
    throw new TypeError(`${call} got something that cannot be sent as JSON: it contains itself, or a BigInt. Send plain data.`);
  }
  if (json === undefined) throw new TypeError(`${call} got ${shown(body)}, which cannot be sent as JSON. Send plain data.`);
}

function shown(value: unknown): string {
  if (typeof value === 'function') return 'a function';
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'an array' : 'an object';
  return typeof value === 'string' ? JSON.stringify(value) : String(value);
}
