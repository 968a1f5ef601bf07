/** The frame's own file: its policy names exactly its one script and lets nothing else in. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PROTOCOL_VERSION } from '../../sandbox/host/protocol.ts';
import { root } from '../../scripts/root.ts';

const text = readFileSync(join(root, 'public', 'runner.html'), 'utf8');
const script = /<script>(.*?)<\/script>/su.exec(text)?.[1] ?? '';

describe('runner.html', () => {
  test('allows its own script by hash, blob scripts and blob workers, and nothing else', () => {
    const hash = createHash('sha256').update(script).digest('base64');
    const policy = `default-src 'none'; script-src 'sha256-${hash}' blob:; worker-src blob:; base-uri 'none'; form-action 'none'`;
    expect(text).toContain(`content="${policy}"`);
  });

  test('speaks the same version of the protocol as page and worker', () => {
    expect(script).toContain(`const VERSION = ${PROTOCOL_VERSION};`);
  });
});
