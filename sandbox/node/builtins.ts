/** The table of node built-ins: what `import … from 'node:…'` gets, as CommonJS values. */
import { assert } from './assert.ts';
import { asyncHooks } from './async-hooks.ts';
import { buffer } from './buffer.ts';
import { virtualConsole } from './console.ts';
import { crypto } from './crypto.ts';
import { diagnosticsChannel } from './diagnostics-channel.ts';
import { dns } from './dns.ts';
import { events } from './events.ts';
import { http } from './http.ts';
import { net } from './net.ts';
import { os } from './os.ts';
import { path } from './path.ts';
import { perfHooks } from './perf-hooks.ts';
import { virtualProcess } from './process.ts';
import { querystring } from './querystring.ts';
import { fs, tls, zlib } from './refusals.ts';
import { promises, stream } from './stream.ts';
import { stringDecoder } from './string-decoder.ts';
import { learnerTimers } from './timers.ts';
import { timersPromises } from './timers-promises.ts';
import { url } from './url.ts';
import { util } from './util.ts';

const BUILTINS: Readonly<Record<string, unknown>> = {
  assert,
  'assert/strict': assert.strict,
  async_hooks: asyncHooks,
  buffer,
  console: virtualConsole,
  crypto,
  diagnostics_channel: diagnosticsChannel,
  dns,
  'dns/promises': dns.promises,
  events,
  fs,
  http,
  net,
  os,
  path,
  'path/posix': path.posix,
  perf_hooks: perfHooks,
  process: virtualProcess,
  querystring,
  stream,
  'stream/promises': promises,
  string_decoder: stringDecoder,
  timers: { ...learnerTimers, promises: timersPromises },
  'timers/promises': timersPromises,
  tls,
  url,
  util,
  'util/types': util.types,
  zlib,
};

/** All names without `node:`. */
export const BUILTIN_NAMES: readonly string[] = Object.keys(BUILTINS);

export function isBuiltin(name: string): boolean {
  return Object.hasOwn(BUILTINS, withoutScheme(name));
}

/** The module's value, with or without `node:`. Throws a sentence that lists what exists. */
export function builtinNamed(name: string): unknown {
  if (isBuiltin(name)) return BUILTINS[withoutScheme(name)];
  const message = `There is no module ${name} in the sandbox. Of Node's own modules there are: ${BUILTIN_NAMES.join(', ')}.`;
  throw Object.assign(new Error(message), { code: 'ERR_UNKNOWN_BUILTIN_MODULE' });
}

function withoutScheme(name: string): string {
  return name.startsWith('node:') ? name.slice(5) : name;
}

/** ioredis asks for built-ins this way, and takes undefined for no. */
Object.assign(virtualProcess, { getBuiltinModule: (name: string) => (isBuiltin(name) ? builtinNamed(name) : undefined) });
