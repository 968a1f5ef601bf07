/** redis-py over real TCP: its stories (smoke.py) end the same with `inflight serve` and a real Redis. Skipped where it is not installed. */
import { execFile, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import { REAL_TIME } from '../../contracts/target.ts';
import { openTargets } from './targets.ts';

/** A Python that was put in front of the system's own may lack the package. */
const python = ['python3', '/usr/bin/python3'].find((name) => spawnSync(name, ['-c', 'import redis']).status === 0);
if (python === undefined) console.info('No Python here has the package redis (python3-redis): its stories are skipped.');

const targets = python === undefined ? [] : await openTargets();
afterAll(() => Promise.all(targets.map((target) => target.close())));

test.skipIf(python !== undefined)('redis-py is not installed here', ({ skip }) => skip());

describe.each(targets)('redis-py with the $name Redis', REAL_TIME, ({ name, port }) => {
  test('every story ends well', { timeout: 60_000 }, async () => {
    const { stdout } = await promisify(execFile)(python ?? '', [join(import.meta.dirname, 'smoke.py'), `${port}`, name]);
    const told = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as [story: string, wrong: string | null]);
    expect(told.filter(([, wrong]) => wrong !== null)).toEqual([]);
    expect(told).toHaveLength(12);
  });
});
