/** All bundles of the sandbox: the workers, one for each broker and npm client, and the names that every module exports. */
import { BROKER_KINDS } from '../../sandbox/brokers/registry.ts';
import { CLIENTS } from '../../sandbox/clients/index.ts';
import { bundleBroker } from './broker-bundle.ts';
import type { Bundle } from './bundle.ts';
import { bundleClient } from './client-bundle.ts';
import { moduleNames } from './module-names.ts';
import { checkNoCodeFromText } from './no-code-from-text.ts';
import { bundleWorker, WORKERS } from './worker-bundle.ts';

/** Rejects with a sentence when one cannot be made. */
export async function bundleSandbox(): Promise<readonly Bundle[]> {
  const [bundles, { names, inputs }] = await Promise.all([
    Promise.all([...WORKERS.map(bundleWorker), ...BROKER_KINDS.map(bundleBroker), ...CLIENTS.map(bundleClient)]),
    moduleNames(CLIENTS),
  ]);
  for (const bundle of bundles) checkNoCodeFromText(bundle);
  return [...bundles, { file: 'modules.json', text: `${JSON.stringify(names)}\n`, inputs }];
}
