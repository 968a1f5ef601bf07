/** Determinism across engines: the same seed gives the same trace hash in Node, Chromium and Firefox, whatever the locale and time zone. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stop } from '../../sandbox/host/compile-in-node.ts';
import { findBrowser } from '../../scripts/browsers.ts';
import { COMPARED_SEEDS, expectedHashes, FEWER_SEEDS, hashSubjects, type Subject } from '../../scripts/gate/hashes.ts';
import { nodeWorld } from '../../scripts/gate/node-world.ts';
import { loadContent } from '../../scripts/inflight/content.ts';
import { startFirefox } from './firefox.ts';
import { reportServer, type SelfReport } from './report-server.ts';
import { type OpenSite, openSite } from './site.ts';

/** Each engine runs every cell and solution of the course under all seeds. */
const WITHIN_MS = 300_000;
/** What depends on the place shows with any seed. */
const SEEDS_ELSEWHERE = 4;

const seedsOf = ({ id }: Subject): number => (id.startsWith('machine/') ? COMPARED_SEEDS : FEWER_SEEDS);

let site: OpenSite;
let expected: Readonly<Record<string, readonly string[]>>;

beforeAll(async () => {
  site = await openSite();
  const subjects = await hashSubjects(nodeWorld, await loadContent());
  const hashes: Record<string, string[]> = {};
  for (const { subject, hash } of await expectedHashes(nodeWorld, subjects, seedsOf)) {
    const name = subject.slice(subject.indexOf('/') + 1);
    hashes[name] = [...(hashes[name] ?? []), hash];
  }
  expected = hashes;
  await stop();
}, WITHIN_MS);

afterAll(() => site.close());

test('the list of expected hashes is complete', () => {
  expect(Object.keys(expected).length).toBeGreaterThanOrEqual(5);
  // Without a network nothing is left to chance; with one, nearly every seed is a run of its own.
  for (const name of ['two-workers', 'redis-list', 'rabbit-ack']) expect(new Set(expected[name]).size).toBeGreaterThan(COMPARED_SEEDS / 2);
});

describe('Chromium', () => {
  const places = [
    { locale: 'en-US', timezoneId: 'UTC', seeds: COMPARED_SEEDS },
    { locale: 'ar-EG', timezoneId: 'Asia/Kathmandu', seeds: SEEDS_ELSEWHERE },
    { locale: 'de-DE', timezoneId: 'America/St_Johns', seeds: SEEDS_ELSEWHERE },
  ];
  test.each(places)(
    'agrees in $locale, $timezoneId',
    async ({ seeds, ...place }) => {
      const server = await reportServer(site.url);
      const context = await site.browser.newContext(place);
      const page = await context.newPage();
      await page.goto(`${server.url}self-report/?self-report=${seeds}&others=${FEWER_SEEDS}`);
      expectAgreement(await server.report, seeds);
      await context.close();
      server.close();
    },
    WITHIN_MS,
  );
});

const firefox = findBrowser('firefox');
if (firefox === null) console.log('Firefox is not installed here: its hashes were not compared.');

describe('Firefox', () => {
  test.skipIf(firefox === null)(
    'agrees',
    async () => {
      const server = await reportServer(site.url);
      const end = startFirefox(firefox ?? '', `${server.url}self-report/?self-report=${COMPARED_SEEDS}&others=${FEWER_SEEDS}`);
      try {
        const report = await server.report;
        expect(report.agent).toContain('Firefox');
        expectAgreement(report, COMPARED_SEEDS);
      } finally {
        await end();
        server.close();
      }
    },
    WITHIN_MS,
  );
});

function expectAgreement({ hashes, failed }: SelfReport, seeds: number): void {
  expect(failed).toBeUndefined();
  expect(hashes).toEqual(Object.fromEntries(Object.entries(expected).map(([name, all]) => [name, all.slice(0, seeds)])));
}
