/** SHA-1, SHA-256 and MD5 over bytes (FIPS 180-4, RFC 1321). */

export type Digest = (bytes: Uint8Array) => Uint8Array;

export const DIGESTS: Readonly<Record<string, Digest | undefined>> = { sha1, sha256, md5 };

export function sha1(bytes: Uint8Array): Uint8Array {
  const state = Int32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0);
  const schedule = new Int32Array(80);
  for (const block of blocksOf(bytes, false)) {
    for (let t = 0; t < 16; t += 1) schedule[t] = block.getInt32(4 * t);
    for (let t = 16; t < 80; t += 1) schedule[t] = rotate(at(schedule, t - 3) ^ at(schedule, t - 8) ^ at(schedule, t - 14) ^ at(schedule, t - 16), 1);
    let [a, b, c, d, e] = state as unknown as [number, number, number, number, number];
    for (let t = 0; t < 80; t += 1) {
      const [mix, constant] =
        t < 20 ? [(b & c) | (~b & d), 0x5a827999] : t < 40 ? [b ^ c ^ d, 0x6ed9eba1] : t < 60 ? [(b & c) | (b & d) | (c & d), 0x8f1bbcdc] : [b ^ c ^ d, 0xca62c1d6];
      const next = (rotate(a, 5) + mix + e + constant + at(schedule, t)) | 0;
      e = d;
      d = c;
      c = rotate(b, 30);
      b = a;
      a = next;
    }
    addTo(state, [a, b, c, d, e]);
  }
  return stateBytes(state, false);
}

export function sha256(bytes: Uint8Array): Uint8Array {
  const state = Int32Array.from(squareRoots());
  const constants = cubeRoots();
  const schedule = new Int32Array(64);
  for (const block of blocksOf(bytes, false)) {
    for (let t = 0; t < 16; t += 1) schedule[t] = block.getInt32(4 * t);
    for (let t = 16; t < 64; t += 1) {
      const early = at(schedule, t - 15);
      const late = at(schedule, t - 2);
      const sigma0 = rotate(early, 25) ^ rotate(early, 14) ^ (early >>> 3);
      const sigma1 = rotate(late, 15) ^ rotate(late, 13) ^ (late >>> 10);
      schedule[t] = sigma1 + at(schedule, t - 7) + sigma0 + at(schedule, t - 16);
    }
    let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number];
    for (let t = 0; t < 64; t += 1) {
      const sum1 = rotate(e, 26) ^ rotate(e, 21) ^ rotate(e, 7);
      const first = (h + sum1 + ((e & f) ^ (~e & g)) + (constants[t] as number) + at(schedule, t)) | 0;
      const sum0 = rotate(a, 30) ^ rotate(a, 19) ^ rotate(a, 10);
      const second = (sum0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
    }
    addTo(state, [a, b, c, d, e, f, g, h]);
  }
  return stateBytes(state, false);
}

export function md5(bytes: Uint8Array): Uint8Array {
  const state = Int32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476);
  const constants = sines();
  for (const block of blocksOf(bytes, true)) {
    let [a, b, c, d] = state as unknown as [number, number, number, number];
    for (let t = 0; t < 64; t += 1) {
      const round = t >> 4;
      const mix = round === 0 ? (b & c) | (~b & d) : round === 1 ? (d & b) | (~d & c) : round === 2 ? b ^ c ^ d : c ^ (b | ~d);
      const word = [t, 5 * t + 1, 3 * t + 5, 7 * t][round] as number;
      const sum = (a + mix + (constants[t] as number) + block.getInt32(4 * (word % 16), true)) | 0;
      [a, d, c, b] = [d, c, b, (b + rotate(sum, (MD5_SHIFTS[round] as readonly number[])[t % 4] as number)) | 0];
    }
    addTo(state, [a, b, c, d]);
  }
  return stateBytes(state, true);
}

const MD5_SHIFTS = [[7, 12, 17, 22], [5, 9, 14, 20], [4, 11, 16, 23], [6, 10, 15, 21]] as const;
/** Computed in whole numbers or from correctly rounded roots, so that every engine gets the same bits. */
const squareRoots = lazily(() => firstPrimes(8).map((prime) => rootBits(prime, 2)));
const cubeRoots = lazily(() => firstPrimes(64).map((prime) => rootBits(prime, 3)));
const sines = lazily(sineTable);

/** These tables take a millisecond or two, which most runs need not spend. */
function lazily(make: () => number[]): () => number[] {
  let made: number[] | null = null;
  return () => (made ??= make());
}

function firstPrimes(count: number): number[] {
  const primes: number[] = [];
  for (let candidate = 2; primes.length < count; candidate += 1) if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate);
  return primes;
}

/** The first 32 bits of the fraction of the nth root. */
function rootBits(prime: number, degree: 2 | 3): number {
  const scaled = BigInt(prime) << BigInt(32 * degree);
  let low = 0n;
  let high = 1n << 40n;
  while (high - low > 1n) {
    const middle = (low + high) >> 1n;
    if (middle ** BigInt(degree) <= scaled) low = middle;
    else high = middle;
  }
  return Number(BigInt.asIntN(32, low));
}

/** floor(2^32 · |sin(t + 1)|), by the Taylor series in fixed point: `Math.sin` differs between engines. */
function sineTable(): number[] {
  const scale = 1n << 200n;
  return Array.from({ length: 64 }, (_, t) => {
    const x = BigInt(t + 1) * scale;
    let term = x;
    let sum = 0n;
    for (let n = 1n; term !== 0n; n += 2n) {
      sum += term;
      term = (-term * x * x) / (scale * scale * (n + 1n) * (n + 2n));
    }
    const magnitude = sum < 0n ? -sum : sum;
    return Number(BigInt.asIntN(32, (magnitude << 32n) / scale));
  });
}

/** Blocks of 64 bytes with the padding: a one bit, zeros, the length in bits. */
function* blocksOf(bytes: Uint8Array, littleEndian: boolean): Generator<DataView> {
  const padded = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  new DataView(padded.buffer).setBigUint64(padded.length - 8, BigInt(bytes.length) * 8n, littleEndian);
  for (let offset = 0; offset < padded.length; offset += 64) yield new DataView(padded.buffer, offset, 64);
}

function stateBytes(state: Int32Array, littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(state.length * 4);
  const view = new DataView(bytes.buffer);
  state.forEach((word, index) => view.setInt32(4 * index, word, littleEndian));
  return bytes;
}

function addTo(state: Int32Array, words: readonly number[]): void {
  words.forEach((word, index) => {
    state[index] = at(state, index) + word;
  });
}

function at(words: Int32Array, index: number): number {
  return words[index] as number;
}

function rotate(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}
