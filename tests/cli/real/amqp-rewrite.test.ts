/** What an AMQP client sends, moved into another virtual host. */
import { describe, expect, test } from 'vitest';
import { amqpRewrite } from '../../../sandbox/host/real/amqp-rewrite.ts';

const HEADER = Buffer.from([0x41, 0x4d, 0x51, 0x50, 0, 0, 9, 1]);

/** A method frame of AMQP 0-9-1, section 4.2.3: type, channel, size, class, method, fields, end octet. */
function frame(classId: number, methodId: number, fields: Buffer): Buffer {
  const head = Buffer.from([1, 0, 0, 0, 0, 0, 4 + fields.byteLength, 0, classId, 0, methodId]);
  return Buffer.concat([head, fields, Buffer.from([0xce])]);
}

const shortString = (text: string) => Buffer.concat([Buffer.from([text.length]), Buffer.from(text)]);
const open = (virtualHost: string) => frame(10, 40, Buffer.concat([shortString(virtualHost), Buffer.from([0, 0])]));
const declareQueue = (name: string) => frame(50, 10, Buffer.concat([Buffer.from([0, 0]), shortString(name), Buffer.from([2, 0, 0, 0, 0])]));

function rewriteAll(pieces: readonly Buffer[]): Buffer {
  const change = amqpRewrite('shop')();
  return Buffer.concat(pieces.map((bytes) => change(bytes)));
}

describe('the rewrite', () => {
  const sent = Buffer.concat([HEADER, open('/'), declareQueue('orders')]);
  const wanted = Buffer.concat([HEADER, open('shop'), declareQueue('orders')]);

  test('opens the other virtual host and leaves the rest as it is', () => {
    expect(rewriteAll([sent])).toEqual(wanted);
  });

  test('does so wherever the bytes are cut', () => {
    const bytes = [...sent].map((byte) => Buffer.from([byte]));
    expect(rewriteAll(bytes)).toEqual(wanted);
  });
});
