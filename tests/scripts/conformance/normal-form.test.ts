/** The normal form: what Redis leaves open does not count, everything else does. */
import { describe, expect, test } from 'vitest';
import { normalFrame, normalFrames } from '../../../scripts/conformance/normal-form.ts';
import { frameText } from '../../../scripts/conformance/wire/frame.ts';
import { frame } from './frames.ts';

const normal = (command: string, reply: string) => frameText(normalFrame(command.split(' '), frame(reply)));

describe('an order that is not promised', () => {
  test.each(['smembers s', 'sunion a b', 'keys *', 'pubsub channels', 'command list'])('of %s is put in order', (command) => {
    expect(normal(command, '*2|$1|b|$1|a')).toBe(normal(command, '*2|$1|a|$1|b'));
  });

  test('of a list it counts', () => {
    expect(normal('lrange l 0 -1', '*2|$1|b|$1|a')).toBe('*[$b, $a]');
  });

  test('of a scan only what is found is put in order, not its cursor', () => {
    expect(normal('sscan s 0', '*2|$1|0|*2|$1|b|$1|a')).toBe('*[$0, *[$a, $b]]');
  });

  test('of the channels that one ceases to listen to, only the channels change places, and the counts stay', () => {
    const told = (one: string, other: string) => [frame(`*3|$11|unsubscribe|$1|${one}|:1`), frame(`*3|$11|unsubscribe|$1|${other}|:0`)];
    const text = (frames: ReturnType<typeof told>) => normalFrames(['unsubscribe'], frames).map(frameText);
    expect(text(told('b', 'a'))).toEqual(text(told('a', 'b')));
    expect(text(told('b', 'a'))[0]).toBe('*[$unsubscribe, $a, :1]');
  });
});

describe('what is of the moment', () => {
  test.each([
    ['client id', ':7', ':of the moment'],
    ['time', '*2|$1|1|$1|2', '*of the moment'],
  ])('%s: only its kind counts', (command, reply, expected) => {
    expect(normal(command, reply)).toBe(expected);
  });

  test('nothing is nothing at any moment', () => {
    expect(normal('randomkey', '$-1')).toBe('$nil');
  });

  test('an error is never hidden', () => {
    expect(normal('client id', '-ERR no')).toBe('-ERR no');
  });

  test('a time to live is a number that may differ a little', () => {
    expect(normal('pttl k', ':99990')).toBe(':≈99990');
    expect(normal('ttl k', ':100')).toBe(':≈100000');
    expect(normal('ttl k', ':-1')).toBe(':-1');
  });

  test('a time since 1970 is told from now, but a date that was asked for is told as it is', () => {
    const soon = Number(/≈(\d+)/.exec(normal('pexpiretime k', `:${Date.now() + 5000}`))?.[1]);
    expect(soon).toBeGreaterThan(4000);
    expect(soon).toBeLessThanOrEqual(5000);
    expect(normal('expiretime k', ':4102444800')).toMatch(/^:≈41024448000\d\d$/);
  });

  test('an id of the clock is not compared, one that was given is', () => {
    expect(normal('xadd x * f 1', '$15|1700000000000-0')).toBe('$id of the clock');
    expect(normal('xadd x 5-1 f 1', '$3|5-1')).toBe('$5-1');
  });

  test('how long an entry has been pending may differ a little, how often it was delivered may not', () => {
    expect(normal('xpending x g - + 10', '*1|*4|$3|1-1|$3|ann|:12|:2')).toBe('*[*[$1-1, $ann, :≈12, :2]]');
  });

  test('a greeting without its number', () => {
    expect(normal('hello', '*4|$5|proto|:2|$2|id|:77')).toBe('*[$proto, :2, $id, :of the moment]');
  });
});
