/** The Python twins: each prints what was recorded, wherever Python and its packages are there. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { root } from '../../scripts/root.ts';
import { runPython } from '../../scripts/twins/python.ts';
import { twinPrograms } from '../../scripts/twins.ts';

const folder = mkdtempSync(join(tmpdir(), 'inflight-twin-'));
const withoutPython = runPython(program('print(1)')).kind === 'skipped';
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function program(text: string): string {
  const file = join(folder, 'program.py');
  writeFileSync(file, text);
  return file;
}

describe.for(twinPrograms())('the twin %s', (file) => {
  test(`${relative(root, file)} prints what was recorded`, ({ skip }) => {
    const ran = runPython(file);
    if (ran.kind === 'skipped') return skip(ran.said);
    expect(ran).toMatchObject({ kind: 'ran', run: { output: readFileSync(join(file, '..', 'output.txt'), 'utf8') } });
  });
});

describe('running a twin', () => {
  test('is skipped with a sentence where there is no Python', () => {
    expect(runPython(program('print(1)'), 'no-such-python')).toEqual({ kind: 'skipped', said: 'no-such-python is not on this machine.' });
  });

  test.skipIf(withoutPython)('is skipped with a sentence where a package is missing', () => {
    expect(runPython(program('import no_such_package'))).toEqual({
      kind: 'skipped',
      said: 'The Python package no_such_package is not on this machine.',
    });
  });

  test.skipIf(withoutPython)('gives its output and the version of Python', () => {
    expect(runPython(program('import asyncio\nprint("took 1")'))).toEqual({
      kind: 'ran',
      run: { output: 'took 1\n', versions: [expect.stringMatching(/^Python 3\.\d+/)] },
    });
  });

  test.skipIf(withoutPython)('fails when the program does', () => {
    expect(runPython(program('raise SystemExit(2)'))).toEqual({ kind: 'failed', said: expect.stringContaining('code 2') });
  });
});
