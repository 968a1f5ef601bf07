/** The sandbox's files on the site: found by name, fetched once. */
import { addresses } from 'virtual:sandbox-assets';
import type { BrokerSpec } from '../../sandbox/engine/cell.ts';

/** Name of the worker's entry among the kept scripts, and its file. */
export const MACHINE = 'build/browser-worker.js';

const texts = new Map<string, Promise<string>>();

/** The files that a run needs beside the machine: its brokers, and the clients among its imports; the other imports are part of the machine. */
export function librariesOf(imports: readonly string[], brokers: readonly BrokerSpec[]): readonly string[] {
  const clients = imports.map((name) => `build/client-${name}.js`).filter(hasAsset);
  return [...new Set([...brokers.map(({ kind }) => `build/broker-${kind}.js`), ...clients])];
}

function hasAsset(name: string): boolean {
  return name in addresses;
}

/** The text of a file below `.inflight`; a failed fetch is tried again the next time. */
export function fetchAsset(name: string): Promise<string> {
  const known = texts.get(name);
  if (known !== undefined) return known;
  const fetched = fetchText(name);
  texts.set(name, fetched);
  fetched.catch(() => texts.delete(name));
  return fetched;
}

async function fetchText(name: string): Promise<string> {
  const address = addresses[name];
  if (address === undefined) throw new Error(`The site was built without ${name}.`);
  const response = await fetch(address).catch(() => null);
  if (response === null || !response.ok)
    throw new Error(`The site's file ${name} could not be loaded. Check the connection and run again.`);
  return await response.text();
}
