/** `node:dns`: every name of the simulation is on this machine. */
import { nextTick } from './process.ts';

type Done = (error: Error | null, address?: unknown, family?: number) => void;

interface LookupOptions {
  readonly all?: boolean;
}

/** Names are looked up when a connection is made: an unknown host fails there, with ENOTFOUND. */
export function lookup(hostname: string, options: LookupOptions | number | Done, done?: Done): void {
  const callback = (typeof options === 'function' ? options : done) as Done;
  const wantsAll = typeof options === 'object' && options.all === true;
  const address = /^[\d.]+$/.test(hostname) ? hostname : '127.0.0.1';
  nextTick(() => (wantsAll ? callback(null, [{ address, family: 4 }]) : callback(null, address, 4)));
}

export const dns = {
  lookup,
  setDefaultResultOrder: () => {},
  getDefaultResultOrder: () => 'verbatim',
  promises: {
    lookup: (hostname: string, options: LookupOptions = {}) =>
      new Promise((resolve) => {
        lookup(hostname, options, (_error, address, family) => resolve(options.all === true ? address : { address, family }));
      }),
  },
};
