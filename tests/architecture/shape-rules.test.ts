/** Every file has the shape that the project asks for, and each rule about it notices a breach. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { exportProblems, machinePathProblems, nameProblems, openingProblems, registryProblems, sizeProblems } from './shape-rules.ts';
import { readSources } from './source-files.ts';

const sources = readSources();

/** Files above the limit, each with the reason why it is one idea all the same. */
const sizeAnswers: Readonly<Record<string, string>> = {};

const sample = (text: string, path = 'sandbox/sample.ts') => ({ path, text });

describe('the project keeps the rule:', () => {
  test('a file opens with a sentence', () => {
    expect(sources.flatMap(openingProblems)).toEqual([]);
  });

  test('a file stays small', () => {
    expect(sources.flatMap((source) => sizeProblems(source, sizeAnswers))).toEqual([]);
  });

  test('names are kebab-case', () => {
    expect(sources.flatMap(nameProblems)).toEqual([]);
  });

  test('exports have names', () => {
    expect(sources.flatMap(exportProblems)).toEqual([]);
  });

  test('no path of one machine', () => {
    expect(sources.flatMap(machinePathProblems)).toEqual([]);
  });

  test('no package registry, in the lockfile neither', () => {
    const lock = readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8');
    expect([...sources, { path: 'package-lock.json', text: lock }].flatMap(registryProblems)).toEqual([]);
  });
});

describe('a breach is noticed:', () => {
  test('no opening sentence, or only a name', () => {
    expect(openingProblems(sample('// A comment.\nexport const a = 1;'))).toHaveLength(1);
    expect(openingProblems(sample('/** a */\nexport const a = 1;'))).toHaveLength(1);
    expect(openingProblems(sample('/** The sample. */\nexport const a = 1;'))).toEqual([]);
    expect(openingProblems(sample('---\n/** The page. */\n---', 'src/pages/index.astro'))).toEqual([]);
  });

  test('a file of 301 lines, unless there is a reason', () => {
    const long = sample('a;\n'.repeat(301));
    expect(sizeProblems(long)).toHaveLength(1);
    expect(sizeProblems(long, { [long.path]: 'one table' })).toEqual([]);
    expect(sizeProblems(sample('a;\n'.repeat(300)))).toEqual([]);
  });

  test('another case', () => {
    for (const path of ['sandbox/Sample.ts', 'sandbox/someThing.ts', 'src/pages/some_page.astro'])
      expect(nameProblems({ path, text: '' })).toHaveLength(1);
    for (const path of ['src/pages/[lesson].astro', '.ci/run', 'tests/event-heap.test.ts'])
      expect(nameProblems({ path, text: '' })).toEqual([]);
  });

  test('a default export in each of its forms', () => {
    for (const text of ['export default 1;', 'export default function a() {}', 'const a = 1; export { a as default };']) {
      expect(exportProblems(sample(text))).toHaveLength(1);
    }
    expect(exportProblems(sample('export default {};', 'astro.config.mjs'))).toEqual([]);
  });

  test('a path of one machine', () => {
    for (const folder of ['home', 'tmp', 'Users'])
      expect(machinePathProblems(sample(`read('${['', folder, 'a.txt'].join('/')}')`))).toHaveLength(1);
    expect(machinePathProblems(sample("import './home/a.ts'; // src/tmp/page"))).toEqual([]);
  });

  test('a registry', () => {
    expect(registryProblems(sample(['"resolved"', ' "somewhere"'].join(':')))).toHaveLength(1);
    expect(registryProblems(sample(`https:${'//'}registry.example/`))).toHaveLength(1);
  });
});
