/** Chance: streams of pseudo-random numbers forked by name, so that one more draw in one place changes nothing elsewhere. */

export interface RandomStream {
  /** An even draw from [0, 1). */
  next(): number;
  /** An independent stream that depends only on the seed and the path of names. */
  fork(name: string): RandomStream;
}

export function randomStream(seed: number): RandomStream {
  return streamOf(`seed ${seed}`);
}

function streamOf(path: string): RandomStream {
  const next = sfc32(path);
  return { next, fork: (name) => streamOf(`${path}/${name}`) };
}

/** Chris Doty-Humphrey's sfc32 (PractRand), seeded by four hashes of the path and warmed up for twelve rounds. */
function sfc32(path: string): () => number {
  let a = hash(path, 0x9e3779b9);
  let b = hash(path, 0x243f6a88);
  let c = hash(path, 0xb7e15162);
  let counter = 1;
  const next = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return (sum >>> 0) / 4294967296;
  };
  for (let round = 0; round < 12; round += 1) next();
  return next;
}

/** FNV-1a with a final avalanche, over UTF-16 code units. */
function hash(text: string, basis: number): number {
  let value = basis | 0;
  for (let index = 0; index < text.length; index += 1) value = Math.imul(value ^ text.charCodeAt(index), 16777619);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return value ^ (value >>> 16);
}
