/** The smaller built-ins beside Node's own. */
import * as nodeAssert from 'node:assert';
import * as nodeCrypto from 'node:crypto';
import nodePath from 'node:path';
import * as nodeQuerystring from 'node:querystring';
import * as nodeUrl from 'node:url';
import * as nodeUtil from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assert } from '../../../sandbox/node/assert.ts';
import { crypto } from '../../../sandbox/node/crypto.ts';
import { isDeepStrictEqual } from '../../../sandbox/node/deep-equal.ts';
import { type EventEmitter, events } from '../../../sandbox/node/events.ts';
import { path } from '../../../sandbox/node/path.ts';
import { querystring } from '../../../sandbox/node/querystring.ts';
import { url } from '../../../sandbox/node/url.ts';
import { util } from '../../../sandbox/node/util.ts';

describe('crypto', () => {
  for (const algorithm of ['sha1', 'sha256', 'sha512', 'md5']) {
    test(`${algorithm} and its HMAC`, () => {
      fc.assert(
        fc.property(fc.uint8Array({ maxLength: 200 }), fc.uint8Array({ maxLength: 140 }), (data, key) => {
          expect(crypto.createHash(algorithm).update(data).digest('hex')).toBe(nodeCrypto.createHash(algorithm).update(data).digest('hex'));
          expect(crypto.createHmac(algorithm, key).update(data).digest('base64')).toBe(
            nodeCrypto.createHmac(algorithm, key).update(data).digest('base64'),
          );
        }),
        { numRuns: 30 },
      );
    });
  }

  test('text is hashed as UTF-8, piece by piece', () => {
    expect(crypto.createHash('sha1').update('é').update('x').digest('hex')).toBe(nodeCrypto.createHash('sha1').update('éx').digest('hex'));
  });

  test('a hash that is not there is refused in a sentence', () => {
    expect(() => crypto.createHash('whirlpool')).toThrow(
      'The hash whirlpool is not available in the sandbox: use one of md5, sha1, sha256, sha512.',
    );
  });
});

describe('querystring', () => {
  test('parse', () => {
    // No plain é: beside a malformed escape, whether Node decodes it depends on the pair before.
    const piece = fc.oneof(fc.constantFrom('a', '=', '&', '+', '%20', '%', '%zz', '%C3%A9', ''), fc.string({ maxLength: 4 }));
    fc.assert(
      fc.property(
        fc.array(piece),
        (pieces) => void expect({ ...querystring.parse(pieces.join('')) }).toEqual({ ...nodeQuerystring.parse(pieces.join('')) }),
      ),
    );
  });

  test('stringify', () => {
    const value = fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer(), fc.boolean(), fc.array(fc.string()));
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), value),
        (query) => void expect(querystring.stringify(query)).toBe(nodeQuerystring.stringify(query)),
      ),
    );
  });
});

describe('path', () => {
  const some = fc
    .array(fc.constantFrom('a', 'b.txt', '.', '..', '/', '//', '.hidden', 'c.tar.gz', ''))
    .map((parts) => parts.join('/'))
    .filter((text) => !text.startsWith('//'));
  for (const name of ['normalize', 'basename', 'dirname', 'extname', 'isAbsolute'] as const) {
    test(name, () => fc.assert(fc.property(some, (text) => void expect(path[name](text)).toBe(nodePath.posix[name](text)))));
  }

  test('join, resolve, relative', () => {
    fc.assert(
      fc.property(some, some, (one, other) => {
        expect(path.join(one, other)).toBe(nodePath.posix.join(one, other));
        expect(path.resolve('/', one, other)).toBe(nodePath.posix.resolve('/', one, other));
        expect(path.relative(`/${one}`, `/${other}`)).toBe(nodePath.posix.relative(`/${one}`, `/${other}`));
      }),
    );
  });

  test('parse and format', () => {
    for (const text of ['/a/b.txt', 'b.txt', '/b', 'a/b/', '.x']) expect(path.parse(text)).toEqual(nodePath.posix.parse(text));
    expect(path.format({ dir: '/a', name: 'b', ext: '.c' })).toBe('/a/b.c');
  });
});

test('url.parse gives the parts that clients read', () => {
  const read = ['protocol', 'auth', 'host', 'port', 'hostname', 'pathname', 'search', 'query', 'hash'] as const;
  for (const text of ['redis://:secret@localhost:6379/2?x=1', 'amqp://u:p@broker/vhost', '/orders?id=1', 'http://[::1]:80/a#b']) {
    const ours = url.parse(text);
    const nodes = nodeUrl.parse(text);
    for (const part of read) expect([text, part, ours[part]]).toEqual([text, part, nodes[part]]);
  }
});

test('deep equality', () => {
  const data = fc.anything({ withDate: true, withMap: true, withSet: true, withTypedArray: true, withNullPrototype: true, maxDepth: 3 });
  fc.assert(
    fc.property(data, data, (one, other) => void expect(isDeepStrictEqual(one, other)).toBe(nodeUtil.isDeepStrictEqual(one, other))),
    { numRuns: 500 },
  );
  fc.assert(
    fc.property(
      data,
      (value) =>
        void expect(isDeepStrictEqual(value, structuredClone(value))).toBe(nodeUtil.isDeepStrictEqual(value, structuredClone(value))),
    ),
  );
  const [loop, other] = [0, 0].map(() => {
    const made: { self?: unknown } = {};
    made.self = made;
    return made;
  });
  expect(isDeepStrictEqual(loop, other)).toBe(true);
});

describe('util', () => {
  test('promisify passes the value or rejects with the error', async () => {
    const half = (value: number, done: (error: Error | null, half?: number) => void): void =>
      value % 2 === 0 ? done(null, value / 2) : done(new Error('odd'));
    await expect(util.promisify(half)(4)).resolves.toBe(2);
    await expect(util.promisify(half)(3)).rejects.toThrow('odd');
  });

  test('inherits links two constructors', () => {
    function Child(): void {}
    util.inherits(Child, events);
    expect(Object.create(Child.prototype as object)).toBeInstanceOf(events);
  });

  test('types tell what a value is, whatever it pretends to be', () => {
    expect([
      util.types.isMap(new Map()),
      util.types.isMap(Object.create(Map.prototype)),
      util.types.isDate({ [Symbol.toStringTag]: 'Date' }),
    ]).toEqual([true, false, false]);
  });
});

describe('assert', () => {
  const calls: ((kind: typeof nodeAssert) => void)[] = [
    (kind) => kind.ok(1),
    (kind) => kind.ok(0),
    (kind) => kind.equal(1, '1'),
    (kind) => kind.strictEqual(1, '1' as unknown),
    (kind) => kind.strictEqual(Number.NaN, Number.NaN),
    (kind) => kind.deepStrictEqual({ a: [1] }, { a: [1] }),
    (kind) => kind.deepStrictEqual({ a: 1 }, { a: 2 }),
    (kind) => kind.notStrictEqual(1, 1),
    (kind) =>
      kind.throws(() => {
        throw new TypeError('no');
      }, /no/),
    (kind) => kind.throws(() => {}),
    (kind) => kind.match('abc', /b/),
    (kind) => kind.match('abc', /x/),
    (kind) =>
      kind.throws(
        () => {
          throw new TypeError('no');
        },
        { message: 'no', name: 'TypeError' },
      ),
    (kind) => kind.fail('stop'),
    (kind) => kind.ifError(null),
  ];
  test('fails where Node fails, with the same code', () => {
    for (const call of calls) {
      const [ours, nodes] = [assert as unknown as typeof nodeAssert, nodeAssert].map((kind) => {
        try {
          call(kind);
          return 'held';
        } catch (error) {
          return `${(error as Error).name} ${(error as { code?: string }).code}`;
        }
      });
      expect([String(call), ours]).toEqual([String(call), nodes]);
    }
  });
});

describe('events', () => {
  const emitter = (): EventEmitter => new events();

  test('listeners are called in order, once or always, until they are removed', () => {
    const heard: string[] = [];
    const one = emitter();
    const always = (value: string): void => void heard.push(`always ${value}`);
    one.on('news', always);
    one.once('news', (value: string) => void heard.push(`once ${value}`));
    one.prependListener('news', () => void heard.push('first'));
    one.emit('news', 'a');
    one.emit('news', 'b');
    one.off('news', always);
    one.emit('news', 'c');
    expect(heard).toEqual(['first', 'always a', 'once a', 'first', 'always b', 'first']);
  });

  test('an error that nobody hears is thrown; a monitor hears it first', () => {
    const one = emitter();
    const heard: string[] = [];
    one.on(events.errorMonitor, (error: Error) => void heard.push(error.message));
    expect(() => one.emit('error', new Error('lost'))).toThrow('lost');
    expect(heard).toEqual(['lost']);
  });

  test('once as a promise', async () => {
    const one = emitter();
    const next = events.once(one, 'news');
    one.emit('news', 1, 2);
    await expect(next).resolves.toEqual([1, 2]);
    const failing = events.once(one, 'news');
    one.emit('error', new Error('closed'));
    await expect(failing).rejects.toThrow('closed');
    expect(one.listenerCount('error')).toBe(0);
  });

  test('on as an iterator', async () => {
    const one = emitter();
    const seen: unknown[] = [];
    queueMicrotask(() => [1, 2, 3].forEach((value) => void one.emit('news', value)));
    for await (const [value] of events.on(one, 'news')) {
      seen.push(value);
      if (value === 3) break;
    }
    expect([seen, one.listenerCount('news')]).toEqual([[1, 2, 3], 0]);
  });
});
