/** The broker with a bug: its source is copied next to the project's other parts, changed in one place, and loaded. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrokerDefinition } from '../../../sandbox/engine/broker.ts';
import { root } from '../../root.ts';
import { MODEL_FOLDER } from '../model-source.ts';
import { type Bug, withBug } from './bug.ts';

/** What the broker imports besides itself. */
const NEEDED = ['sandbox/engine', 'sandbox/trace', 'sandbox/brokers/parts', 'sandbox/brokers/redis'];
const FOLDER = join(root, '.inflight', 'conformance', 'bugs');

/** `number` keeps one bug's modules apart from those of another. */
export async function mutatedBroker(bug: Bug, number: number): Promise<BrokerDefinition> {
  const folder = join(FOLDER, String(number));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');
  for (const part of NEEDED) cpSync(join(root, part), join(folder, part), { recursive: true });
  const file = join(folder, MODEL_FOLDER, bug.file);
  writeFileSync(file, withBug(readFileSync(file, 'utf8'), bug));
  const loaded = (await import(pathToFileURL(join(folder, MODEL_FOLDER, 'redis.ts')).href)) as { redis: BrokerDefinition };
  return loaded.redis;
}

export function removeMutatedBrokers(): void {
  rmSync(FOLDER, { recursive: true, force: true });
}
