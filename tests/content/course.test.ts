/** The course as written down: every objective once, each in a lesson. */
import { describe, expect, test } from 'vitest';
import { isObjectiveId, lessons, objectives } from '../../content/course.ts';
import { loadContent } from '../../scripts/inflight/content.ts';

describe('the course', () => {
  test('names every objective once', () => {
    const ids = objectives.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('names every lesson once', () => {
    const ids = lessons.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('gives every objective a misconception to fight', () => {
    expect(objectives.filter(({ misconception }) => misconception === '')).toEqual([]);
  });

  test('knows its objectives from others', () => {
    expect([isObjectiveId('fifo-order'), isObjectiveId('fifo-colour')]).toEqual([true, false]);
  });

  test('has content that is in order', async () => {
    expect((await loadContent()).problems).toEqual([]);
  });
});
