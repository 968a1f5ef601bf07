/** The dependency rule holds, and notices each way to break it. */
import { describe, expect, test } from 'vitest';
import { dependencyProblems } from './dependency-rule.ts';
import { isLearnerText, isTypeScript, readSources } from './source-files.ts';

const says = (path: string, text: string) => dependencyProblems({ path, text });

test('every import of the project keeps the dependency rule', () => {
  const sources = readSources().filter(({ path }) => /\.(ts|mts|mjs)$/u.test(path));
  expect(sources.length).toBeGreaterThan(50);
  expect(sources.filter(({ path }) => isTypeScript(path) && !isLearnerText(path)).flatMap(dependencyProblems)).toEqual([]);
});

describe('a broken rule is noticed', () => {
  test('the engine imports a broker', () => {
    expect(says('sandbox/engine/a.ts', "import { b } from '../brokers/redis/b.ts';")).toEqual([
      'sandbox/engine/a.ts must not import sandbox/brokers/redis/b.ts.',
    ]);
  });

  test('the trace imports the engine, even if only a type', () => {
    expect(says('sandbox/trace/a.ts', "import type { B } from '../engine/b.ts';")).toHaveLength(1);
  });

  test('one broker imports another', () => {
    expect(says('sandbox/brokers/fifo/a.ts', "import { b } from '../redis/b.ts';")).toHaveLength(1);
  });

  test('a broker that is new imports another', () => {
    expect(says('sandbox/brokers/kafka/a.ts', "import { b } from '../redis/b.ts';")).toHaveLength(1);
  });

  test('a broker imports a client', () => {
    expect(says('sandbox/brokers/redis/a.ts', "import { b } from '../../clients/b.ts';")).toHaveLength(1);
  });

  test('a model imports its protocol', () => {
    const path = 'sandbox/brokers/redis/model/a.ts';
    expect(says(path, "export { b } from '../protocol/b.ts';")).toEqual([
      `${path} is a model and must not import its protocol sandbox/brokers/redis/protocol/b.ts.`,
    ]);
  });

  test('the compiler imports more of the engine than types', () => {
    expect(says('sandbox/compiler/a.ts', "import { type B, c } from '../engine/b.ts';")).toEqual([
      'sandbox/compiler/a.ts may import only types from sandbox/engine/b.ts.',
    ]);
    expect(says('sandbox/compiler/a.ts', "import { type B } from '../engine/b.ts';")).toEqual([]);
  });

  test('the judge imports the engine', () => {
    expect(says('sandbox/judge/a.ts', "import { b } from '../engine/b.ts';")).toHaveLength(1);
  });

  test('content and the rest of the sandbox import a host', () => {
    expect(says('content/course.ts', "import type { B } from '../sandbox/host/b.ts';")).toHaveLength(1);
    expect(says('sandbox/node/a.ts', "const b = await import('../host/b.ts');")).toHaveLength(1);
    expect(says('scripts/a.ts', "import { b } from '../sandbox/host/b.ts';")).toEqual([]);
  });

  test('content imports the site', () => {
    expect(says('content/course.ts', "import { b } from '../src/b.ts';")).toHaveLength(1);
  });

  test('the machine imports a package or a built-in of Node', () => {
    expect(says('sandbox/engine/a.ts', "import { b } from 'node:fs';")).toEqual([
      'sandbox/engine/a.ts must not import the package node:fs.',
    ]);
    expect(says('sandbox/brokers/redis/a.ts', "import Redis from 'ioredis';")).toHaveLength(1);
  });
});
