/** The build of the sandbox: what it refuses, and that it does nothing twice. */
import { readFile } from 'node:fs/promises';
import { Script } from 'node:vm';
import { describe, expect, test } from 'vitest';
import type { BrokerDefinition } from '../../../sandbox/engine/broker.ts';
import { INJECTED_GLOBALS } from '../../../sandbox/engine/program.ts';
import { bundleBroker } from '../../../scripts/build/broker-bundle.ts';
import { bundleClient } from '../../../scripts/build/client-bundle.ts';
import { isFresh } from '../../../scripts/build/freshness.ts';
import { checkNoCodeFromText } from '../../../scripts/build/no-code-from-text.ts';
import { buildSandbox } from '../../../scripts/build-sandbox.ts';

const manifest = { name: 'amqplib', version: '2.3.1', aliases: {}, timers: { daemonIntervals: true, negativeDelayMs: 1 } };

describe('a bundle that makes code from text is refused', () => {
  for (const text of ["eval('1')", "new Function('return this')()", "Function('x')", "import('x')"]) {
    test(text, () => expect(() => checkNoCodeFromText({ file: 'x.js', text, inputs: [] })).toThrow('x.js makes code from text'));
  }

  test('but not one that only has such words', () => {
    checkNoCodeFromText({ file: 'x.js', text: "redis.eval('script'); const text = 'new Function'; class Function2 {}", inputs: [] });
  });
});

test('a client of another version than its manifest says is refused', async () => {
  await expect(bundleClient({ ...manifest, version: '0.10.0' })).rejects.toThrow(
    'amqplib 2.3.1 is installed, but sandbox/clients/amqplib.ts says 0.10.0.',
  );
});

test('a client bundle registers a factory with the injected globals', async () => {
  const { text } = await bundleClient(manifest);
  expect(text.startsWith(`$inflight.client("amqplib",function(module,exports,$runtime,${INJECTED_GLOBALS.join(',')}){"use strict";`)).toBe(
    true,
  );
});

test('a broker bundle registers its definition, with the port of the real server', async () => {
  const { text } = await bundleBroker('redis');
  const registered: unknown[] = [];
  new Script(`(function ($inflight) { ${text} })`).runInThisContext()({
    broker: (kind: string, { port }: BrokerDefinition) => registered.push(kind, port),
  });
  expect(registered).toEqual(['redis', 6379]);
});

test('a second build finds nothing to do', async () => {
  const { files } = await buildSandbox();
  const again = await buildSandbox();
  expect(again).toMatchObject({ isNew: false, files });
});

test('a changed input makes the build stale', async () => {
  const known = JSON.parse(await readFile('.inflight/build/inputs.json', 'utf8')) as Record<string, string>;
  expect(await isFresh({ ...known, 'sandbox/node/net.ts': 'another content' })).toBe(false);
});
