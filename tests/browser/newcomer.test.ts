/** A newcomer's story: the cells run, an edit runs, mistakes are understood, the exercise is failed with a useful sentence and then passed. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { press, seen, selectedText, textOf, write } from './bench-page.ts';
import { type OpenSite, openPage, openSite, type WatchedPage } from './site.ts';

const CELLS = ['in-process-queue', 'two-workers', 'redis-list', 'rabbit-ack'];
const EXERCISE = 'charge-once';

let site: OpenSite;
let watched: WatchedPage;

beforeAll(async () => {
  site = await openSite();
  watched = await openPage(site);
});

afterAll(async () => {
  expect(watched.strangers).toEqual([]);
  expect(watched.complaints).toEqual([]);
  await site.close();
});

describe('the four cells', () => {
  test.each(CELLS)('%s runs by a click and says how it ended', async (id) => {
    await press(watched.page, id, 'run');
    const { ending, console: printed, sources } = await seen(watched.page, id);
    expect(ending).toMatch(/^Ended after [\d,.]+ ms of simulated time: .+\./);
    expect(printed).toMatch(/order-1/);
    expect(sources.length).toBeGreaterThan(3);
    await watched.page.waitForSelector(`#${id} [data-part="picture"] .process`);
    expect(Number(await watched.page.locator(`#${id} .controls input`).getAttribute('max'))).toBeGreaterThan(10);
  });

  test('no compiler and no type checker were loaded for them', () => {
    expect(watched.files.filter((file) => /compiler|types|wasm/.test(file))).toEqual([]);
  });

  test('another run has the next seed, and the same seed the same run', async () => {
    const printed = async (): Promise<string> => (await seen(watched.page, 'redis-list')).console;
    const first = await printed();
    await press(watched.page, 'redis-list', 'again');
    expect(await watched.page.locator('#redis-list [data-part="seed"]').textContent()).toContain('Seed 2.');
    const second = await printed();
    expect(second).not.toBe(first);
    await press(watched.page, 'redis-list', 'run');
    expect(await printed()).toBe(second);
  });
});

describe('an edit', () => {
  test('runs, and the output of the older text is marked until then', async () => {
    await write(watched.page, 'two-workers', 'producer.ts', 'console.log("mine", 6 * 7);\n');
    await watched.page.locator('#two-workers .stale').waitFor();
    await press(watched.page, 'two-workers', 'run');
    expect((await seen(watched.page, 'two-workers')).console).toContain('mine 42');
    expect(await watched.page.locator('#two-workers .stale').isVisible()).toBe(false);
  });

  test('with an endless loop ends with its line, which a click shows', async () => {
    await write(watched.page, 'two-workers', 'producer.ts', 'let count = 0;\nwhile (true) {\n  count += 1;\n}\n');
    await press(watched.page, 'two-workers', 'run');
    const { ending } = await seen(watched.page, 'two-workers');
    expect(ending).toMatch(/producer was in an endless loop at producer\.ts:[23]/);
    await watched.page.locator('#two-workers .ending .source').first().click();
    const chosen = await selectedText(watched.page);
    expect(chosen).toMatch(/while \(true\)|count \+= 1/);
  });

  test('with a type error runs all the same, and the error is told with its place', async () => {
    await write(watched.page, 'two-workers', 'producer.ts', 'const count: number = "three";\nconsole.log("ran", count);\n');
    await press(watched.page, 'two-workers', 'run');
    expect((await seen(watched.page, 'two-workers')).console).toContain('ran three');
    const problem = watched.page.locator('#two-workers .problems.types li');
    await problem.first().waitFor();
    expect(await problem.allTextContents()).toEqual(["producer.ts:1:7 Type 'string' is not assignable to type 'number'."]);
  });

  test('that does not compile is not run, and says where', async () => {
    await write(watched.page, 'two-workers', 'producer.ts', 'const = 1;\n');
    await press(watched.page, 'two-workers', 'run');
    const { problems } = await seen(watched.page, 'two-workers');
    expect(problems).toMatch(/does not compile, so nothing was run:producer\.ts:1:7 /);
  });

  test('that throws names the line of the error', async () => {
    await write(watched.page, 'two-workers', 'producer.ts', 'const order = JSON.parse("{}");\n\nconsole.log(order.items.length);\n');
    await press(watched.page, 'two-workers', 'run');
    const { ending } = await seen(watched.page, 'two-workers');
    expect(ending).toMatch(/producer crashed: TypeError: .*length.* producer\.ts:3/);
  });

  test('can be stopped', async () => {
    const { page } = watched;
    await write(page, 'two-workers', 'producer.ts', '/^(a+)+$/.test("a".repeat(40) + "b");\n');
    const startedAt = performance.now();
    const over = press(page, 'two-workers', 'run');
    await page.waitForFunction(() => sessionStorage.getItem('inflight:running') !== null);
    await page.waitForTimeout(500);
    await page.locator('#two-workers [data-part="stop"]').click();
    await over;
    expect(performance.now() - startedAt).toBeLessThan(5000);
    expect((await seen(page, 'two-workers')).ending).toContain('You stopped the run.');
  });

  test('can be stopped before it is compiled, and is not run', async () => {
    const { page } = watched;
    await write(page, 'two-workers', 'producer.ts', 'console.log("never seen");\n');
    await page.evaluate(() => {
      for (const name of ['run', 'stop']) document.querySelector<HTMLButtonElement>(`#two-workers [data-part="${name}"]`)?.click();
    });
    await page.waitForSelector('#two-workers:not([data-busy])');
    const { ending, console: printed } = await seen(page, 'two-workers');
    expect(ending).toContain('You stopped it before it ran.');
    expect(printed).not.toContain('never seen');
  });

  test('whose promise is rejected at the very end is seen to crash', async () => {
    await write(watched.page, 'two-workers', 'producer.ts', "void Promise.reject(new Error('nobody listens'));\n");
    await press(watched.page, 'two-workers', 'run');
    expect((await seen(watched.page, 'two-workers')).ending).toMatch(/producer crashed: Error: nobody listens producer\.ts:1/);
  });

  test('is put back by Reset, which there is nothing to do for afterwards', async () => {
    const reset = watched.page.locator('#two-workers [data-part="reset"]');
    await reset.click();
    expect(await textOf(watched.page, 'two-workers', 'producer.ts')).toContain("import { connect } from '#course/broker'");
    expect(await reset.isDisabled()).toBe(true);
  });
});

describe('the exercise', () => {
  const verdict = async (): Promise<string> =>
    ((await watched.page.locator(`#${EXERCISE} [data-part="verdict"]`).textContent()) ?? '').replaceAll('\n', ' ');

  test('is failed by its starter, with a sentence, what was expected, and a run to look at', async () => {
    await press(watched.page, EXERCISE, 'check', 60_000);
    expect(await verdict()).toMatch(/^In (all|\d+ of) \d+ runs? .+\..*Expected.*Happened.*(Show the moment|Replay it)/);
    // The run that failed is replayed by itself.
    await watched.page.waitForSelector(`#${EXERCISE}:not([data-busy]) .stepper .head`);
    expect(await watched.page.locator(`#${EXERCISE} .stepper .head`).textContent()).toMatch(
      /^This is the run with seed \d+\. What shows it:/,
    );
    expect(await watched.page.locator(`#${EXERCISE} .moment`).count()).toBeGreaterThan(0);
    expect((await seen(watched.page, EXERCISE)).ending).toMatch(/^Ended after/);
  });

  test('steps from its verdict through the moments that show why', async () => {
    const { page } = watched;
    const chosen = (): Promise<string | null> => page.locator(`#${EXERCISE} .moment.now`).textContent();
    const labels = await page.locator(`#${EXERCISE} .moment`).allTextContents();
    expect(await chosen()).toBe(labels[0]);
    await page.locator(`#${EXERCISE} .verdict`).getByRole('button', { name: 'Step' }).click();
    await page.locator(`#${EXERCISE} .moment.now`, { hasText: labels[1] ?? '?' }).waitFor();
    await page.locator(`#${EXERCISE} .verdict`).getByRole('button', { name: 'Show the moment' }).click();
    await page.waitForSelector(`#${EXERCISE}:not([data-busy])`);
    await page.locator(`#${EXERCISE} .moment.now`, { hasText: labels[0] ?? '?' }).waitFor();
  });

  test('gives hints one at a time', async () => {
    const hints = watched.page.locator(`#${EXERCISE} .hints li`);
    await watched.page.locator(`#${EXERCISE} [data-part="hint"]`).click();
    expect(await hints.count()).toBe(1);
    await watched.page.locator(`#${EXERCISE} [data-part="hint"]`).click();
    expect(await hints.count()).toBe(2);
  });

  test('does not count a run that changed what the judge stands on', async () => {
    await write(watched.page, EXERCISE, 'worker.ts', 'Array.prototype.every = () => true;\nArray.prototype.filter = () => [];\n');
    await press(watched.page, EXERCISE, 'check', 60_000);
    expect(await verdict()).toMatch(/could not be judged: The program changed Array\.prototype\.\w+/);
  });

  test('says that an endless loop was cut off, not that a check failed', async () => {
    await write(watched.page, EXERCISE, 'worker.ts', 'for (;;);\n');
    await press(watched.page, EXERCISE, 'check', 60_000);
    expect(await verdict()).toMatch(/could not be judged: .* endless loop at worker\.ts:1/);
  });

  test('is passed with the solution, which is shown on demand and overwrites nothing', async () => {
    const { page } = watched;
    await write(page, EXERCISE, 'worker.ts', '// mine\n');
    await page.locator(`#${EXERCISE} .solution summary`).click();
    const solution = (await page.locator(`#${EXERCISE} [data-solution="worker.ts"] pre`).textContent()) ?? '';
    expect(await textOf(page, EXERCISE, 'worker.ts')).toBe('// mine\n');
    await write(page, EXERCISE, 'worker.ts', solution);
    await press(page, EXERCISE, 'check', 60_000);
    expect(await verdict()).toMatch(/^Passed: it survived a crash at each of \d+ steps and \d+ random schedules\./);
    // The run that failed before is no longer what is shown.
    expect(await page.locator(`#${EXERCISE} .stepper`).textContent()).not.toContain('What shows it');
  });
});
