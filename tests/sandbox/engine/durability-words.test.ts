/** What a Redis keeps on its disk, in words. */
import { expect, test } from 'vitest';
import { spokenDurability } from '../../../sandbox/engine/durability-words.ts';

test('each setting has its words, and a cell that says nothing has none', () => {
  const said = (durability: Parameters<typeof spokenDurability>[0]) => spokenDurability(durability);
  expect(said({ kind: 'redis', durability: 'none' })).toBe('on disk: nothing');
  expect(said({ kind: 'redis', durability: { snapshotEveryMs: 2200 } })).toBe('on disk: a snapshot every 2,200 ms');
  expect(said({ kind: 'redis', durability: { appendOnly: 'everysec' } })).toBe('on disk: append-only file, everysec');
  expect(said({ kind: 'redis' })).toBeNull();
});
