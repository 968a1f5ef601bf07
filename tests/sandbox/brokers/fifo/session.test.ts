/** The queue server's protocol: frames cut anywhere, and frames that make no sense. */
import { beforeEach, expect, test } from 'vitest';
import { fifo } from '../../../../sandbox/brokers/fifo/fifo.ts';
import { encodeFrame } from '../../../../sandbox/brokers/fifo/protocol/frame.ts';
import { FakeClient } from '../fake-client.ts';
import { FakeEnvironment } from '../fake-environment.ts';

let environment: FakeEnvironment;
let client: FakeClient;

beforeEach(() => {
  environment = new FakeEnvironment();
  client = new FakeClient(fifo.create(environment), 'shop');
});

function replies(): unknown[] {
  return client.sent.map((bytes) => JSON.parse(new TextDecoder().decode(bytes.subarray(4))));
}

test('a request that comes byte by byte is answered once', () => {
  for (const byte of encodeFrame({ id: 7, do: 'publish', queue: 'orders', body: 'ü' })) client.send(Uint8Array.of(byte), 2);
  expect(replies()).toEqual([{ id: 7, ok: true, value: 'm1' }]);
  expect(environment.happenings.map(({ kind, source }) => `${kind} ${source?.line}`)).toEqual([
    'request 2',
    'messagePublished 2',
    'messageStored 2',
    'reply undefined',
  ]);
});

test.each([
  [{ id: 1, do: 'dance' }, 'The queue server does not know the request "dance".'],
  [{ id: 1, do: 'publish', queue: 'q' }, 'A publish needs a body.'],
  [{ id: 1, do: 'publishToTopic', topic: 't' }, 'A publish needs a body.'],
  [{ id: 1, do: 'bind', queue: 'q' }, 'topic must be a name, a string that is not empty.'],
  [{ id: 1, do: 'publish', queue: '', body: 1 }, 'queue must be a name, a string that is not empty.'],
  [{ id: 1, do: 'consume', queue: 'q', consumer: 'c', prefetch: 0 }, 'prefetch must be a whole number from 1 on.'],
  [{ id: 1, do: 'declare', queue: 'q', options: { whenFull: 'burn' } }, 'whenFull must be one of reject, dropOldest, block.'],
  [[], 'a request must be an object.'],
])('a request that is none is refused and the connection closed: %j', (request, refused) => {
  client.send(encodeFrame(request));
  expect([replies(), client.isEnded]).toEqual([[{ refused }], true]);
});

test('garbage is refused too', () => {
  client.send('GET / HTTP/1.1\r\n\r\n');
  expect(client.isEnded).toBe(true);
  const other = new FakeClient(fifo.create(environment), 'shop');
  other.send(Uint8Array.of(0, 0, 0, 2, 123, 123));
  expect(other.isEnded).toBe(true);
});
