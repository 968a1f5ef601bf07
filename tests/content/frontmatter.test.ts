/** Frontmatter: what is understood, and what is refused with its line. */
import { describe, expect, test } from 'vitest';
import { readFrontmatter } from '../../scripts/inflight/frontmatter.ts';

const read = (...lines: readonly string[]) => readFrontmatter(['---', ...lines, '---', 'Text.'].join('\n'));

describe('frontmatter', () => {
  test('holds texts, numbers, lists and lists of maps', () => {
    const result = read(
      'title: A queue',
      'order: 2',
      'needs:',
      '  - Nothing.',
      'sources:',
      '  - title: "Redis: lists"',
      '    version: 7.0.15',
    );
    expect(result).toMatchObject({
      ok: true,
      data: { title: 'A queue', order: 2, needs: ['Nothing.'], sources: [{ title: 'Redis: lists', version: '7.0.15' }] },
      body: 'Text.',
    });
  });

  test('knows the line of every value', () => {
    const result = read('title: A queue', 'sources:', '  - title: One', '    version: 1', '  - title: Two', '    version: 2');
    expect(result.ok && result.lines.get('sources.1.version')).toBe(7);
  });

  test('must be there', () => {
    expect(readFrontmatter('# A queue')).toMatchObject({ ok: false, line: 1 });
  });

  test('must be closed', () => {
    expect(readFrontmatter('---\ntitle: A queue\n')).toMatchObject({ ok: false, line: 1, said: expect.stringContaining('not closed') });
  });

  test.each([
    ['a line without a key', 'just text', '"just text" is not of the form "key: value".'],
    ['a text that YAML reads otherwise', 'title: Redis: lists', 'Put Redis: lists between double quotes.'],
    ['a word that YAML takes for a truth value', 'title: yes', 'Put yes between double quotes.'],
    ['a key that is there twice', 'first: 1\n', 'The key "first" is there twice.'],
  ])('refuses %s', (_, line, said) => {
    expect(read('first: 1', ...line.trimEnd().split('\n'))).toEqual({ ok: false, line: 3, said });
  });
});
