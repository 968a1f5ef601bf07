/** How values are shown, beside Node's own `inspect` and `format`. */
import * as nodeUtil from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { format } from '../../../sandbox/node/format.ts';
import { inspect } from '../../../sandbox/node/inspect.ts';

class Order {
  id: string;
  #secret = 1;
  constructor(id: string) {
    this.id = id;
  }
  get total(): number {
    return this.#secret;
  }
}

class Tagged {
  get [Symbol.toStringTag](): string {
    return 'bar';
  }
}

const circular: { self?: unknown; list: unknown[] } = { list: [1] };
circular.self = circular;
circular.list.push(circular);

const values: Record<string, unknown> = {
  'minus zero': -0,
  bigint: 12n,
  symbol: Symbol('a b'),
  text: "it's",
  'text with both quotes': 'it\'s "so"',
  'text with all quotes': 'it\'s "so" `x`',
  'control characters': 'a\n\tb\u0007\u001b\\\ud800',
  'a long text with line breaks': { text: `${'x'.repeat(60)}\n${'y'.repeat(60)}\n${'z'.repeat(20)}` },
  'empty things': [{}, [], new Map(), new Set(), '', () => {}],
  'nested beyond the depth': { a: { b: { c: { d: 1 } } }, list: [[[[1]]]] },
  'an instance': new Order('o-1'),
  'an instance beyond the depth': { a: { b: { c: new Order('o-1'), d: new Map() } } },
  'a tagged instance': new Tagged(),
  'no prototype': Object.assign(Object.create(null) as object, { a: 1 }),
  'keys that need quotes': { 'a-b': 1, 2: 3, 'c d': { "e'f": 1 }, [Symbol('s')]: 1, _ok: 1, $dollar: 1 },
  getters: Object.defineProperties(
    {},
    { g: { get: () => 1, enumerable: true }, s: { set: () => {}, enumerable: true }, b: { get: () => 1, set: () => {}, enumerable: true } },
  ),
  'a map of a map': new Map<unknown, unknown>([
    ['a', new Map([[{ k: 1 }, 'v']])],
    [1, [1, 2]],
  ]),
  'a set': new Set([1, 'b', { c: 1 }]),
  dates: [new Date(0), new Date(Number.NaN)],
  regexp: /a\/b/gi,
  functions: [
    function named() {},
    () => {},
    class {},
    class Base {},
    class extends Order {},
    async () => {},
    function* make() {},
    async function later() {},
  ],
  'a function with fields': Object.assign(function tool() {}, { version: 1 }),
  'short numbers': Array.from({ length: 120 }, (_, index) => index),
  'long numbers': Array.from({ length: 30 }, (_, index) => index * 1_000_003),
  'short words': Array.from({ length: 27 }, (_, index) => `word${index % 7}`),
  'words of different lengths': Array.from({ length: 40 }, (_, index) => 'x'.repeat(index % 13)),
  'seven objects': Array.from({ length: 7 }, (_, index) => ({ index })),
  holes: Object.assign(new Array(6), { 0: 1, 3: 4 }) as unknown[],
  'a list with a field': Object.assign([1, 2], { extra: true }),
  'typed arrays': [new Uint8Array([1, 2, 3]), new Float64Array([1.5, -0]), new BigInt64Array([1n])],
  'an array buffer': new Uint8Array([1, 2]).buffer,
  'a long object': {
    order: 'o-1',
    customer: 'c-1',
    items: ['apple', 'pear', 'plum'],
    total: 1234.5,
    currency: 'EUR',
    state: 'waiting for payment',
  },
  'a longer object': {
    order: 'o-1',
    customer: 'customer-1',
    items: ['apple', 'pear', 'plum'],
    total: 1234.5,
    currency: 'EUR',
    state: 'waiting for payment',
    note: 'x',
  },
  'many levels on one line': { a: { b: { c: {} } } },
  'four levels': { a: { b: { c: 1 } }, d: 1 },
  circular,
  boxed: [Object(1), Object('ab'), Object(true), Object(1n), Object(Symbol('s'))],
  'a subclassed array': new (class Stack extends Array {})(3).fill(0),
  'a subclassed map': new (class Index extends Map<number, number> {})([[1, 2]]),
  arguments: (function (..._some: number[]) {
    // biome-ignore lint/complexity/noArguments: it is what is shown.
    return arguments;
  })(1, 2),
  'weak things': [new WeakMap(), new WeakSet()],
  'wide characters': Array.from({ length: 10 }, () => '日本語'),
  'a hundred and two items in a map': new Map(Array.from({ length: 102 }, (_, index) => [index, index])),
  undefined: [undefined, null, true],
};

describe('inspect shows a value as Node does', () => {
  for (const [name, value] of Object.entries(values)) {
    test(name, () => expect(inspect(value)).toBe(nodeUtil.inspect(value)));
  }

  test('any plain data', () => {
    const data = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withTypedArray: true,
      withNullPrototype: true,
      maxDepth: 4,
    });
    fc.assert(
      fc.property(data, (value) => void expect(inspect(value)).toBe(nodeUtil.inspect(value))),
      { numRuns: 1000, seed: 1 },
    );
  });

  test('any list of numbers or words', () => {
    const list = fc.oneof(fc.array(fc.integer(), { maxLength: 150 }), fc.array(fc.string({ maxLength: 20 }), { maxLength: 60 }));
    fc.assert(
      fc.property(list, (value) => void expect(inspect({ value })).toBe(nodeUtil.inspect({ value }))),
      { numRuns: 300, seed: 1 },
    );
  });

  test('with other options', () => {
    const value = { b: [1, 2, { c: { d: { e: 1 } } }], a: 'text' };
    for (const options of [
      { depth: 0 },
      { depth: null },
      { depth: 1, sorted: true },
      { compact: false },
      { breakLength: 20 },
      { maxArrayLength: 1 },
      { compact: 1 },
    ]) {
      expect(inspect(value, options), JSON.stringify(options)).toBe(nodeUtil.inspect(value, options));
    }
  });
});

describe('what differs from Node on purpose', () => {
  test('an error is shown without the stack that the engine made', () => {
    expect(inspect(new TypeError('no order'))).toBe('TypeError: no order');
  });

  test('fields and cause of an error stand below it', () => {
    const error = Object.assign(new Error('refused', { cause: new RangeError('port') }), { code: 'ECONNREFUSED' });
    expect(inspect(error)).toBe("Error: refused {\n  code: 'ECONNREFUSED',\n  [cause]: RangeError: port\n}");
  });

  test('a class of errors without a name of its own is named after its class', () => {
    class OutOfStock extends Error {}
    expect(inspect(new OutOfStock('plum'))).toBe('OutOfStock [Error]: plum');
  });

  test('the state of a promise cannot be seen', () => {
    expect(inspect(Promise.resolve(1))).toBe('Promise { <pending> }');
  });
});

describe('a hostile value cannot break it', () => {
  const refuse = (): never => {
    throw new Error('no');
  };
  const hostile = new Proxy({}, { ownKeys: refuse, get: refuse, getPrototypeOf: refuse, getOwnPropertyDescriptor: refuse, has: refuse });

  test('a Proxy whose traps throw', () => {
    expect(inspect({ ok: 1, hostile })).toBe('{ ok: 1, hostile: [this value cannot be shown: looking at it throws] }');
    expect(inspect(hostile)).toBe('[this value cannot be shown: looking at it throws]');
  });

  test('a custom inspect that throws', () => {
    expect(inspect([{ [Symbol.for('nodejs.util.inspect.custom')]: refuse }])).toBe(
      '[ [this value cannot be shown: looking at it throws] ]',
    );
  });

  test('getters are never run', () => {
    expect(
      inspect({
        get price() {
          return refuse();
        },
      }),
    ).toBe('{ price: [Getter] }');
  });

  test('a value nested too deeply for the stack', () => {
    let nested: unknown = null;
    for (let level = 0; level < 50_000; level += 1) nested = [nested];
    expect(inspect(nested, { depth: null })).toContain('nested too deeply');
  });

  test('a value with a million fields', () => {
    const wide = Object.fromEntries(Array.from({ length: 200_000 }, (_, index) => [`field${index}`, index]));
    expect(inspect(wide).length).toBeLessThan(1_000_000);
  });
});

describe('format fills places as Node does', () => {
  const calls: unknown[][] = [
    ['%s is %d', 'a', 42, 'rest', { b: 1 }],
    ['%i %f %i', 42.9, '1.5', 'x'],
    ['%j %j', { a: 1 }, undefined],
    ['%o', { f: [1] }],
    ['%O', { a: { b: { c: {} } } }],
    ['100%', 1],
    ['%% %s'],
    ['%%', 1],
    ['%s', -0, 5n, Symbol('x'), null, undefined, true],
    ['%s', { a: { b: 1 } }],
    ['%s', new Order('o-1')],
    ['%s', [1, [2, [3]]]],
    ['%d', '0x10', 5n],
    ['%d', {}],
    ['%c styled', 'color: red'],
    ['%x', 1],
    [1, 'a', { b: 'c' }],
    ['a', 'b', ['c']],
    [],
    ['%s', () => 1],
    ['%s', class A {}],
    ['%s', { toString: () => 'own' }],
    ['%i', 5n, {}],
    ['%f', Symbol('x')],
    ['%s', new Date(0)],
    ['%s %s', 'only one'],
  ];
  for (const args of calls) test(nodeUtil.inspect(args), () => expect(format(...args)).toBe(nodeUtil.format(...args)));
});
