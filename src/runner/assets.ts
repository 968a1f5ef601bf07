/** The sandbox's files on the site: found by name, fetched once. */
import { addresses } from 'virtual:sandbox-assets';

/** Name of the worker's entry among the kept scripts, and its file. */
export const MACHINE = 'build/browser-worker.js';

const texts = new Map<string, Promise<string>>();

/** The file of a client bundle. */
export function clientAsset(client: string): string {
  return `build/client-${client}.js`;
}

export function hasAsset(name: string): boolean {
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
