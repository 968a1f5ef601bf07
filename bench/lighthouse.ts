/** Lighthouse's rows: points that home and a lesson lose of 100 in each category, with its mobile settings. */
import lighthouse from 'lighthouse';
import { chromium } from 'playwright';
import { chromiumSwitches, findBrowser } from '../scripts/browsers.ts';
import { median, type Samples } from './measure.ts';
import { limitRow, type Row } from './row.ts';

/** At least 95 of 100. */
const MAY_LOSE = 5;
const REPETITIONS = 3;
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
const PAGES = { home: '', lesson: 'start/' } as const;

export async function lighthouseRows(url: string): Promise<Row[]> {
  const executablePath = findBrowser('chromium');
  if (executablePath === null) throw new Error('There is no Chromium: "npm test" installs one.');
  const port = 9_000 + Math.floor(Math.random() * 900);
  const browser = await chromium.launch({ executablePath, args: [...chromiumSwitches(), `--remote-debugging-port=${port}`] });
  try {
    const rows: Row[] = [];
    for (const [name, path] of Object.entries(PAGES)) rows.push(...(await rowsOf(name, url + path, port)));
    return rows;
  } finally {
    await browser.close();
  }
}

async function rowsOf(name: string, address: string, port: number): Promise<Row[]> {
  const lost = new Map<string, number[]>(CATEGORIES.map((category) => [category, []]));
  const audits = new Map<string, Set<string>>(CATEGORIES.map((category) => [category, new Set()]));
  for (let round = 0; round < REPETITIONS; round += 1) {
    const result = await lighthouse(address, { port, logLevel: 'error', onlyCategories: [...CATEGORIES] });
    if (result === undefined) throw new Error(`Lighthouse said nothing about ${address}.`);
    for (const category of CATEGORIES) {
      const { score, auditRefs } = result.lhr.categories[category] ?? { score: null, auditRefs: [] };
      lost.get(category)?.push(100 - Math.round((score ?? 0) * 100));
      for (const { id, weight } of auditRefs) {
        const audit = result.lhr.audits[id];
        if (weight > 0 && audit?.score !== null && audit !== undefined && audit.score < 0.9) audits.get(category)?.add(id);
      }
    }
  }
  return CATEGORIES.map((category) => {
    const samples: Samples = { name: causes(audits.get(category) ?? new Set()), unit: 'points', values: lost.get(category) ?? [] };
    return limitRow(`lighthouse, ${name}: ${category}, points lost`, MAY_LOSE, median(samples.values), samples);
  });
}

function causes(audits: ReadonlySet<string>): string {
  return audits.size === 0 ? 'no audit below 90' : `below 90: ${[...audits].join(', ')}`;
}
