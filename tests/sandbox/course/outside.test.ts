/** The way outside can be connected to somebody else's ledger, and deeds are plain data. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type Deed, Ledger } from '../../../sandbox/course/ledger.ts';

afterEach(() => vi.resetModules());

test('a host that connects another outside gets every deed and gives the answers', async () => {
  const { connectOutside } = await import('../../../sandbox/course/outside.ts');
  const { charge, insertOnce, rows } = await import('../../../sandbox/course/shop.ts');
  const deeds: Deed[] = [];
  const ledger = new Ledger();
  connectOutside(async (deed) => {
    deeds.push(JSON.parse(JSON.stringify(deed)) as Deed);
    return ledger.perform(deed).answer;
  });
  await charge('order-1', 1999);
  expect([await insertOnce('done', 'order-1'), await insertOnce('done', 'order-1')]).toEqual([true, false]);
  expect(await rows('done')).toEqual([{ key: 'order-1', row: null }]);
  expect(deeds.map(({ kind }) => kind)).toEqual(['charge', 'insertRow', 'insertRow', 'readRows']);
});

describe('the ledger', () => {
  test('says what an effect was', () => {
    const { effect } = new Ledger().perform({ kind: 'charge', orderId: 'order-1', cents: 5 });
    expect(effect).toEqual({ effect: 'charge', key: 'order-1', value: '5' });
  });

  test('reading, and a row that was there already, have no effect', () => {
    const ledger = new Ledger();
    const insert = { kind: 'insertRow', table: 'stock', key: 'book', json: '3', onlyOnce: true } as const;
    ledger.perform(insert);
    expect([ledger.perform(insert).effect, ledger.perform({ kind: 'readRows', table: 'stock' }).effect]).toEqual([null, null]);
  });

  test('rows that are read are copies', () => {
    const ledger = new Ledger();
    ledger.perform({ kind: 'insertRow', table: 'stock', key: 'book', json: '{"left":3}', onlyOnce: false });
    const read = () => ledger.perform({ kind: 'readRows', table: 'stock' }).answer as { row: { left: number } }[];
    const [first] = read();
    if (first !== undefined) first.row.left = 0;
    expect(read()).toEqual([{ key: 'book', row: { left: 3 } }]);
  });
});
