/** The store: what is kept of a reader's text, and what becomes of it when the course changes. */
import { beforeEach, expect, test, vi } from 'vitest';
import { loadFiles, onBrokenStorage, saveFiles } from '../../../src/page/store.ts';

const COURSE = { 'producer.ts': '// producer\n', 'worker.ts': '// worker\n' };
const MINE = { ...COURSE, 'worker.ts': '// mine\n' };

let kept: Map<string, string>;

beforeEach(() => {
  kept = new Map();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
});

test('a text comes back as it was kept', () => {
  saveFiles('cell', MINE, COURSE);
  expect(loadFiles('cell', COURSE)).toEqual({ files: MINE, isCourseChanged: false });
});

test("the course's own text is not kept, so nothing is left to disagree with a later one", () => {
  saveFiles('cell', MINE, COURSE);
  saveFiles('cell', COURSE, COURSE);
  expect([...kept]).toEqual([]);
});

test('one cell touches nothing of another', () => {
  saveFiles('cell', MINE, COURSE);
  const before = kept.get('inflight:text:cell');
  saveFiles('other', MINE, COURSE);
  expect(kept.get('inflight:text:cell')).toBe(before);
});

test('a changed course is noticed; files that the reader left alone are the newest', () => {
  saveFiles('cell', MINE, COURSE);
  const newest = { 'producer.ts': '// new producer\n', 'worker.ts': '// worker\n' };
  expect(loadFiles('cell', newest)).toEqual({ files: { ...newest, 'worker.ts': '// mine\n' }, isCourseChanged: true });
});

test("a file more in the course does not cost the reader's text", () => {
  saveFiles('cell', MINE, COURSE);
  const more = { ...COURSE, 'shop.ts': '// shop\n' };
  expect(loadFiles('cell', more)).toEqual({ files: { ...MINE, 'shop.ts': '// shop\n' }, isCourseChanged: true });
});

test('a text under an old name is found, and kept under the new one', () => {
  saveFiles('old-cell', MINE, COURSE);
  expect(loadFiles('cell', COURSE, { 'old-cell': 'cell' })?.files).toEqual(MINE);
  expect([...kept.keys()]).toEqual(['inflight:text:cell']);
});

test('what was not written by this page counts as nothing', () => {
  kept.set('inflight:text:cell', '{"files":7}');
  expect(loadFiles('cell', COURSE)).toBeNull();
});

test('a full storage is said once', () => {
  const said: string[] = [];
  onBrokenStorage((sentence) => said.push(sentence));
  vi.stubGlobal('localStorage', {
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError');
    },
  });
  saveFiles('cell', MINE, COURSE);
  saveFiles('cell', MINE, COURSE);
  expect(said).toEqual([expect.stringContaining('does not keep your texts')]);
});
