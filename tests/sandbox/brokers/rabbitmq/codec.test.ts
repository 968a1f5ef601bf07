/** The codec of AMQP against amqplib's own: what one writes, the other reads. */
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { Inbox } from '../../../../sandbox/brokers/parts/inbox.ts';
import type { FieldTable, FieldValue } from '../../../../sandbox/brokers/rabbitmq/model/field-table.ts';
import { FieldReader } from '../../../../sandbox/brokers/rabbitmq/protocol/field-reader.ts';
import { FieldWriter } from '../../../../sandbox/brokers/rabbitmq/protocol/field-writer.ts';
import { encodeFrame, FRAME_TYPES, FrameError, takeFrame } from '../../../../sandbox/brokers/rabbitmq/protocol/frame.ts';
import {
  decodeContentHeader,
  decodeMethod,
  encodeContentHeader,
  encodeMethod,
} from '../../../../sandbox/brokers/rabbitmq/protocol/method-codec.ts';
import { fieldsOf, METHODS, type MethodName } from '../../../../sandbox/brokers/rabbitmq/protocol/methods.ts';

const definitions = createRequire(import.meta.url)('../../../../node_modules/amqplib/lib/defs.js') as {
  decode(id: number, bytes: Buffer): Record<string, unknown>;
  encodeMethod(id: number, channel: number, fields: Record<string, unknown>): Buffer;
};

const SAMPLES = {
  bit: true,
  octet: 7,
  short: 513,
  long: 70_000,
  longlong: 2 ** 40,
  shortstr: 'short ü',
  longstr: new TextEncoder().encode('long'),
  table: new Map([['key', { type: 'longstr', value: 'value' }]]) as FieldTable,
};

function numberOf(name: MethodName): number {
  const [classId, methodId] = METHODS[name].id;
  return classId * 65_536 + methodId;
}

/** Values as amqplib has them. */
function plain(value: unknown): unknown {
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, field]) => [key, plain((field as FieldValue).value)]));
  return value instanceof Uint8Array ? Buffer.from(value) : value;
}

describe.each(Object.keys(METHODS) as MethodName[])('%s', (name) => {
  const fields = Object.fromEntries(fieldsOf(name).map(([field, type]) => [field, SAMPLES[type]]));
  const expected = Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, plain(value)]));

  test('amqplib reads what we write', () => {
    const bytes = Buffer.from(encodeMethod(name, fields as never));
    expect(definitions.decode(numberOf(name), bytes.subarray(4))).toMatchObject(expected);
  });

  test('we read what we write', () => {
    expect(decodeMethod(encodeMethod(name, fields as never))).toEqual({ name, fields });
  });
});

test('every type of a field table comes back with its type', () => {
  const table: FieldTable = new Map<string, FieldValue>([
    ['bool', { type: 'bool', value: true }],
    ['byte', { type: 'byte', value: -5 }],
    ['unsignedbyte', { type: 'unsignedbyte', value: 200 }],
    ['short', { type: 'short', value: -500 }],
    ['unsignedshort', { type: 'unsignedshort', value: 60_000 }],
    ['signedint', { type: 'signedint', value: -70_000 }],
    ['unsignedint', { type: 'unsignedint', value: 4_000_000_000 }],
    ['long', { type: 'long', value: -(2n ** 40n) }],
    ['timestamp', { type: 'timestamp', value: 5n }],
    ['float', { type: 'float', value: 0.5 }],
    ['double', { type: 'double', value: 0.1 }],
    ['longstr', { type: 'longstr', value: 'ü'.repeat(300) }],
    ['binary', { type: 'binary', value: Uint8Array.of(0, 255) }],
    ['decimal', { type: 'decimal', value: { places: 2, digits: 314 } }],
    [
      'array',
      {
        type: 'array',
        value: [
          { type: 'void', value: null },
          { type: 'byte', value: 1 },
        ],
      },
    ],
    ['table', { type: 'table', value: new Map([['deep', { type: 'longstr', value: 'x' }]]) }],
  ]);
  const writer = new FieldWriter();
  writer.table(table);
  expect(new FieldReader(writer.bytes).table()).toEqual(table);
});

test('properties come back, those that are missing stay missing', () => {
  const properties = { contentType: 'text/plain', deliveryMode: 2, priority: 0, timestamp: 12, clusterId: 'c' };
  expect(decodeContentHeader(encodeContentHeader({ bodySize: 9, properties }))).toEqual({ bodySize: 9, properties });
});

test('a method that is cut short is a RangeError, never a read beyond its frame', () => {
  const whole = encodeMethod('queue.declare', {
    ticket: 0,
    queue: 'q',
    passive: false,
    durable: true,
    exclusive: false,
    autoDelete: false,
    nowait: false,
    arguments: new Map(),
  });
  for (let length = 0; length < whole.length; length += 1) expect(() => decodeMethod(whole.slice(0, length))).toThrow(RangeError);
});

test('frames come out whole wherever they are cut; a wrong end or an endless size is refused', () => {
  const inbox = new Inbox();
  for (const byte of encodeFrame(FRAME_TYPES.body, 300, Uint8Array.of(1, 2, 3))) inbox.push(Uint8Array.of(byte), () => undefined);
  expect(takeFrame(inbox, 4096)).toMatchObject({ type: 3, channel: 300, payload: Uint8Array.of(1, 2, 3) });
  inbox.push(Uint8Array.of(1, 0, 0, 0, 0, 0, 0, 7), () => undefined);
  expect(() => takeFrame(inbox, 4096)).toThrow(FrameError);
  const other = new Inbox();
  other.push(Uint8Array.of(1, 0, 0, 255, 255, 255, 255), () => undefined);
  expect(() => takeFrame(other, 4096)).toThrow(FrameError);
});
