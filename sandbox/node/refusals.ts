/** The built-ins that clients load but cells cannot use: they say so when they are called. */
import { refused } from './errors.ts';

type Refusal = () => never;

function refusal(what: string, because: string): Refusal {
  return () => {
    throw refused(what, because);
  };
}

const noTls = refusal('TLS', 'the simulated brokers speak plain TCP. Leave `tls` and `ssl` off.');

export const tls = { connect: noTls, createServer: noTls, createSecureContext: noTls, TLSSocket: noTls, checkServerIdentity: noTls };

const noCompression = refusal('zlib', 'send messages without compression.');

export const zlib = {
  gzip: noCompression,
  gunzip: noCompression,
  unzip: noCompression,
  deflate: noCompression,
  inflate: noCompression,
  gzipSync: noCompression,
  gunzipSync: noCompression,
  unzipSync: noCompression,
  deflateSync: noCompression,
  inflateSync: noCompression,
  createGzip: noCompression,
  createGunzip: noCompression,
  createUnzip: noCompression,
  constants: {},
};

const noFiles = refusal('The file system', 'a process of a cell keeps nothing on disk. Use a broker or `#course/shop`.');

export const fs = {
  readFile: noFiles,
  readFileSync: noFiles,
  writeFile: noFiles,
  writeFileSync: noFiles,
  appendFileSync: noFiles,
  existsSync: () => false,
};
