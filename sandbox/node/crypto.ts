/** `node:crypto`: hashes, and chance from the process's own stream. */
import { currentProcess } from '../engine/process.ts';
import { Buffer } from './buffer.ts';
import { DIGESTS, type Digest } from './crypto/digests.ts';
import { invalidArgument, nodeError, outOfRange, refused } from './errors.ts';
import { nextTick } from './process.ts';

class Hash {
  readonly #digest: Digest;
  #chunks: Uint8Array[] = [];
  #isDone = false;

  constructor(digest: Digest) {
    this.#digest = digest;
  }

  update(data: string | Uint8Array, encoding?: string): this {
    if (this.#isDone) throw nodeError(Error, 'ERR_CRYPTO_HASH_FINALIZED', 'Digest already called');
    this.#chunks.push(bytesOf(data, encoding));
    return this;
  }

  digest(encoding?: string): Buffer | string {
    if (this.#isDone) throw nodeError(Error, 'ERR_CRYPTO_HASH_FINALIZED', 'Digest already called');
    this.#isDone = true;
    const bytes = Buffer.from(this.#digest.of(Buffer.concat(this.#chunks)));
    return encoding === undefined || encoding === 'buffer' ? bytes : bytes.toString(encoding);
  }

  copy(): Hash {
    const copy = new Hash(this.#digest);
    copy.#chunks = [...this.#chunks];
    return copy;
  }
}

/** RFC 2104. */
function hmacDigest({ of, blockByteCount }: Digest, key: Uint8Array): Digest {
  const block = new Uint8Array(blockByteCount);
  block.set(key.length > blockByteCount ? of(key) : key);
  const inner = block.map((byte) => byte ^ 0x36);
  const outer = block.map((byte) => byte ^ 0x5c);
  return { of: (message) => of(Buffer.concat([outer, of(Buffer.concat([inner, message]))])), blockByteCount };
}

export function createHash(algorithm: string): Hash {
  return new Hash(digestNamed(algorithm));
}

export function createHmac(algorithm: string, key: string | Uint8Array): Hash {
  return new Hash(hmacDigest(digestNamed(algorithm), bytesOf(key)));
}

export function randomBytes(size: number, done?: (error: null, bytes: Buffer) => void): Buffer | undefined {
  const bytes = Buffer.alloc(size);
  fillRandom(bytes);
  if (done === undefined) return bytes;
  nextTick(() => done(null, bytes));
  return undefined;
}

/** `randomInt([min, ]max[, callback])` */
export function randomInt(
  first: number,
  second?: number | ((error: null, value: number) => void),
  third?: (error: null, value: number) => void,
): number | undefined {
  const [least, limit] = typeof second === 'number' ? [first, second] : [0, first];
  const done = typeof second === 'function' ? second : third;
  if (!Number.isSafeInteger(least)) throw invalidArgument('min', 'a safe integer', least);
  if (!Number.isSafeInteger(limit)) throw invalidArgument('max', 'a safe integer', limit);
  if (limit <= least) throw outOfRange('max', `greater than the value of "min" (${least})`, limit);
  const value = least + Math.floor(currentProcess().random() * (limit - least));
  if (done === undefined) return value;
  nextTick(() => done(null, value));
  return undefined;
}

/** Version 4 (RFC 9562, section 5.4). */
export function randomUUID(): string {
  const bytes = new Uint8Array(16);
  fillRandom(bytes);
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
  const hex = Buffer.from(bytes).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

export function getRandomValues<Values extends ArrayBufferView>(values: Values): Values {
  if (!ArrayBuffer.isView(values)) throw invalidArgument('array', 'an integer typed array', values);
  fillRandom(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
  return values;
}

export function timingSafeEqual(left: Uint8Array, right: Uint8Array): boolean {
  if (left.length !== right.length) {
    throw nodeError(RangeError, 'ERR_CRYPTO_TIMING_SAFE_EQUAL_LENGTH', 'Input buffers must have the same byte length');
  }
  return Buffer.compare(left, right) === 0;
}

/** The global `crypto`. */
export const webcrypto = { randomUUID, getRandomValues };

export const crypto = {
  createHash,
  createHmac,
  randomBytes,
  randomInt,
  randomUUID,
  getRandomValues,
  timingSafeEqual,
  webcrypto,
  randomFillSync: getRandomValues,
  getHashes: () => Object.keys(DIGESTS),
  hash: (algorithm: string, data: string | Uint8Array, encoding = 'hex') => createHash(algorithm).update(data).digest(encoding),
};

function fillRandom(bytes: Uint8Array): void {
  const process = currentProcess();
  for (let index = 0; index < bytes.length; index += 1) bytes[index] = Math.floor(process.random() * 256);
}

function bytesOf(data: string | Uint8Array, encoding?: string): Uint8Array {
  if (typeof data === 'string') return Buffer.from(data, encoding);
  if (data instanceof Uint8Array) return data;
  throw invalidArgument('data', 'of type string or an instance of Buffer, TypedArray, or DataView', data);
}

function digestNamed(algorithm: string): Digest {
  const digest = DIGESTS[String(algorithm).toLowerCase().replace('-', '')];
  if (digest === undefined) throw refused(`The hash ${algorithm}`, `use one of ${Object.keys(DIGESTS).join(', ')}.`);
  return digest;
}
