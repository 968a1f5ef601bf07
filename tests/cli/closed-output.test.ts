/** Output that nobody reads any more: no stack, and the exit code is the command's own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../scripts/root.ts';

const PATIENCE_MS = 60_000;

test.each([['scripts/inflight.ts', 'objectives'], ['scripts/build-sandbox.ts']])(
  '%s',
  async (...values) => {
    const [script, ...parameters] = values;
    const node = join(root, 'node_modules', '.bin', 'node');
    const child = spawn(node, [join(root, script), ...parameters], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.destroy();
    let errorText = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      errorText += text;
    });
    const [code] = await once(child, 'close');
    expect({ code, errorText }).toEqual({ code: 0, errorText: '' });
  },
  PATIENCE_MS,
);
