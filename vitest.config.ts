/** The test runner: one project per kind of test, so that each can be run and counted by itself. */
import { defineConfig } from 'vitest/config';

const kinds = ['contracts', 'architecture', 'gate', 'browser'];
/** They watch how long the page does not answer: nothing else may keep the machine busy meanwhile. */
const watchful = ['hostile', 'out-of-memory', 'long-run'].map((name) => `tests/browser/${name}.test.ts`);
const inBrowser = { testTimeout: 60_000, hookTimeout: 120_000 };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: kinds.map((kind) => `tests/${kind}/**`),
          testTimeout: 20_000,
          // A fresh set of modules for each of eighty files would take half of the time.
          isolate: false,
        },
      },
      // One file at a time: they share the real brokers, and some exchange or empty whole databases.
      { test: { name: 'contracts', include: ['tests/contracts/**/*.test.ts'], testTimeout: 30_000, fileParallelism: false } },
      { test: { name: 'architecture', include: ['tests/architecture/**/*.test.ts'], testTimeout: 60_000 } },
      { test: { name: 'gate', include: ['tests/gate/**/*.test.ts'], testTimeout: 120_000 } },
      { test: { name: 'browser', include: ['tests/browser/**/*.test.ts'], exclude: watchful, maxWorkers: 2, ...inBrowser } },
      { test: { name: 'hostile', include: watchful, fileParallelism: false, ...inBrowser } },
    ],
  },
});
