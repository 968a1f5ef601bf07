/** The hashes that `createHash` knows, by Node's names. */
import { md5, sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha512 } from '@noble/hashes/sha2.js';

export interface Digest {
  /** The hash of all bytes at once. */
  readonly of: (bytes: Uint8Array) => Uint8Array;
  /** How many bytes the function takes in at a time; HMAC pads its key to that. */
  readonly blockByteCount: number;
}

export const DIGESTS: Readonly<Record<string, Digest>> = {
  md5: { of: md5, blockByteCount: 64 },
  sha1: { of: sha1, blockByteCount: 64 },
  sha256: { of: sha256, blockByteCount: 64 },
  sha512: { of: sha512, blockByteCount: 128 },
};
