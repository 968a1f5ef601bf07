/** A connection to RabbitMQ by hand: the handshake, heartbeats and bytes that make no sense. */
import { beforeEach, expect, test } from 'vitest';
import { Inbox } from '../../../../sandbox/brokers/parts/inbox.ts';
import { encodeFrame, FRAME_TYPES, takeFrame } from '../../../../sandbox/brokers/rabbitmq/protocol/frame.ts';
import { decodeMethod, encodeMethod } from '../../../../sandbox/brokers/rabbitmq/protocol/method-codec.ts';
import type { FieldsOf, MethodName } from '../../../../sandbox/brokers/rabbitmq/protocol/methods.ts';
import { rabbitmq } from '../../../../sandbox/brokers/rabbitmq/rabbitmq.ts';
import { FakeClient } from '../fake-client.ts';
import { FakeEnvironment } from '../fake-environment.ts';

const HEADER = Uint8Array.of(65, 77, 81, 80, 0, 0, 9, 1);

let environment: FakeEnvironment;
let client: FakeClient;

beforeEach(() => {
  environment = new FakeEnvironment();
  client = new FakeClient(rabbitmq.create(environment), 'shop');
});

function send<Name extends MethodName>(channel: number, name: Name, fields: FieldsOf<Name>): void {
  client.send(encodeFrame(FRAME_TYPES.method, channel, encodeMethod(name, fields)));
}

/** What the server sent since the last call: method names, close texts, `heartbeat`. */
function heard(): string[] {
  const inbox = new Inbox();
  for (const bytes of client.sent.splice(0)) inbox.push(bytes, () => undefined);
  const names: string[] = [];
  for (let frame = takeFrame(inbox, 200_000); frame !== undefined; frame = takeFrame(inbox, 200_000)) {
    const method = frame.type === FRAME_TYPES.method ? decodeMethod(frame.payload) : null;
    if (method === null) names.push('heartbeat');
    else if (!('name' in method)) names.push('unknown');
    else names.push('replyText' in method.fields ? `${method.name} ${method.fields.replyText}` : method.name);
  }
  return names;
}

function handshake(heartbeat: number): void {
  client.send(HEADER);
  const response = new TextEncoder().encode('\0guest\0guest');
  send(0, 'connection.start-ok', { clientProperties: new Map(), mechanism: 'PLAIN', response, locale: 'en_US' });
  send(0, 'connection.tune-ok', { channelMax: 2047, frameMax: 131_072, heartbeat });
  send(0, 'connection.open', { virtualHost: '/', capabilities: '', insist: false });
}

test('the handshake goes start, tune, open-ok (spec 2.2.4)', () => {
  handshake(0);
  expect(heard()).toEqual(['connection.start', 'connection.tune', 'connection.open-ok']);
});

test('another protocol gets our header and is hung up (spec 4.2.2)', () => {
  client.send('GET / HTTP/1.1\r\n');
  expect([client.sent[0], client.isEnded]).toEqual([HEADER, true]);
});

test('no heartbeat when the client says 0', () => {
  handshake(0);
  heard();
  environment.pass(600_000);
  expect([heard(), client.isEnded]).toEqual([[], false]);
});

test('with heartbeat 10 the server beats every 5 s and gives up a client that is silent for more than 20 s', () => {
  handshake(10);
  heard();
  environment.pass(20_000);
  expect([heard(), client.isEnded]).toEqual([['heartbeat', 'heartbeat', 'heartbeat', 'heartbeat'], false]);
  environment.pass(5_000);
  expect(client.isEnded).toBe(true);
});

test('a client that beats is kept', () => {
  handshake(10);
  for (let count = 0; count < 10; count += 1) {
    environment.pass(9_000);
    client.send(encodeFrame(FRAME_TYPES.heartbeat, 0, new Uint8Array(0)));
  }
  expect(client.isEnded).toBe(false);
});

test.each([
  ['a frame without its end', Uint8Array.of(1, 0, 0, 0, 0, 0, 0, 7), 'connection.close FRAME_ERROR - frame end is missing'],
  ['a frame that is too large', Uint8Array.of(1, 0, 0, 255, 255, 255, 255), /^connection\.close FRAME_ERROR - frame too large/],
  ['a method cut short', encodeFrame(1, 1, Uint8Array.of(0, 50, 0, 10)), 'connection.close SYNTAX_ERROR - a method is cut short'],
  ['an unknown method', encodeFrame(1, 0, Uint8Array.of(0, 99, 0, 1)), 'connection.close NOT_IMPLEMENTED - method 1 of class 99'],
  [
    'a channel that is not open',
    encodeFrame(1, 5, encodeMethod('basic.qos', { prefetchSize: 0, prefetchCount: 1, global: false })),
    "connection.close CHANNEL_ERROR - expected 'channel.open'",
  ],
  ['content out of place', encodeFrame(3, 1, Uint8Array.of(1)), 'connection.close UNEXPECTED_FRAME - expected a method, got content'],
])('%s closes the connection with a reason', (_, bytes, said) => {
  handshake(0);
  heard();
  client.send(bytes);
  expect(heard()).toEqual([typeof said === 'string' ? said : expect.stringMatching(said)]);
  send(0, 'connection.close-ok', {});
  client.send(bytes);
  expect(heard()).toEqual([]);
});

test('random bytes never break the server', () => {
  let state = 1;
  for (let round = 0; round < 300; round += 1) {
    client = new FakeClient(rabbitmq.create(environment), 'shop');
    handshake(0);
    const bytes = Array.from({ length: 40 }, (_, index) => {
      state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
      return index === 0 ? 1 + (state % 3) : state % (index < 7 ? 3 : 256);
    });
    client.send(Uint8Array.from(bytes));
    client.disconnect();
  }
  expect(environment.happenings.some(({ level }) => level === 'story')).toBe(false);
});
