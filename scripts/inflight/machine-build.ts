/** The machine's build, brought up to date before anything uses it. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { buildSandbox } from '../build-sandbox.ts';
import { buildTypes } from '../build-types.ts';

/** Builds the machine and the types for the type check where they are missing or older than what they are made of. */
export async function buildMachine(): Promise<void> {
  const { folder } = await buildSandbox();
  if (writtenMs(join(folder, 'types.json')) >= writtenMs(join(folder, 'manifest.json'))) return;
  await buildTypes();
}

function writtenMs(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
