/** The dump: a value as text, with the ids of its messages, so that a replica has the same messages and not new ones. */
import { Deque } from '../../../parts/deque.ts';
import { type BinaryText, binaryBytes, binaryText } from '../binary-text.ts';
import { FieldMap } from '../field-map.ts';
import { MemberSet } from '../member-set.ts';
import { SortedSet } from '../sorted-set.ts';
import { Consumer, ConsumerGroup } from '../stream/consumer-group.ts';
import { Stream } from '../stream/stream.ts';
import { idOf, idText, LEAST_ID } from '../stream/stream-id.ts';
import type { Element, Value } from '../value.ts';

interface GroupDump {
  readonly name: BinaryText;
  readonly lastId: string;
  readonly furthestId: string;
  readonly entriesRead: string | null;
  readonly consumers: readonly (readonly [name: BinaryText, seenAtMs: number])[];
  readonly pending: readonly (readonly [
    id: string,
    messageId: string,
    consumer: BinaryText,
    deliveredAtMs: number,
    deliveryCount: string,
  ])[];
}

/** Bytes as binary text, and 64-bit numbers and scores as text: JSON has none of them. */
type Dump =
  | { readonly type: 'string'; readonly text: BinaryText; readonly keptAs?: 'raw' | 'text' | 'copy' }
  | { readonly type: 'list'; readonly elements: readonly (readonly [BinaryText, string, BinaryText | null, number])[] }
  | { readonly type: 'set'; readonly members: readonly BinaryText[] }
  | {
      readonly type: 'zset';
      readonly isPacked: boolean;
      readonly members: readonly (readonly [BinaryText, string, string, readonly string[]])[];
    }
  | { readonly type: 'hash'; readonly fields: readonly (readonly [BinaryText, BinaryText])[] }
  | {
      readonly type: 'stream';
      readonly lastId: string;
      readonly maxDeletedId: string;
      readonly entriesAdded: string;
      readonly entries: readonly (readonly [id: string, messageId: string, fields: readonly BinaryText[]])[];
      readonly groups: readonly GroupDump[];
    };

export function dumpOf(value: Value): string {
  return JSON.stringify(asDump(value));
}

/** The value of a text that `dumpOf` made. */
export function valueOfDump(dump: string): Value {
  return fromDump(JSON.parse(dump) as Dump);
}

function asDump(value: Value): Dump {
  switch (value.type) {
    case 'string':
      return { type: 'string', text: binaryText(value.bytes), ...(value.keptAs !== undefined && { keptAs: value.keptAs }) };
    case 'list':
      return {
        type: 'list',
        elements: [...value.elements].map(({ bytes, messageId, takenFrom, deliveryCount }) => [
          binaryText(bytes),
          messageId,
          takenFrom,
          deliveryCount,
        ]),
      };
    case 'set':
      return { type: 'set', members: [...value.members] };
    case 'zset': {
      const members = [...value.members].map(
        ({ text, score, messageId, readers }) => [text, scoreText(score), messageId, [...readers]] as const,
      );
      return { type: 'zset', isPacked: value.members.isPacked, members };
    }
    case 'hash':
      return { type: 'hash', fields: [...value.fields].map(([field, bytes]) => [field, binaryText(bytes)]) };
    case 'stream':
      return streamDump(value.stream);
    default:
      return value satisfies never;
  }
}

function fromDump(dump: Dump): Value {
  switch (dump.type) {
    case 'string':
      return { type: 'string', bytes: binaryBytes(dump.text), ...(dump.keptAs !== undefined && { keptAs: dump.keptAs }) };
    case 'list': {
      const elements = new Deque<Element>();
      for (const [text, messageId, takenFrom, deliveryCount] of dump.elements) {
        elements.pushTail({ bytes: binaryBytes(text), messageId, takenFrom, deliveryCount });
      }
      return { type: 'list', elements };
    }
    case 'set':
      return { type: 'set', members: new MemberSet(dump.members) };
    case 'zset': {
      const members = new SortedSet();
      for (const [text, score, messageId, readers] of dump.members) {
        members.put({ text, score: Number(score), messageId, readers: new Set(readers) });
      }
      members.isPacked = dump.isPacked;
      return { type: 'zset', members };
    }
    case 'hash': {
      const fields = new FieldMap();
      for (const [field, text] of dump.fields) fields.set(field, binaryBytes(text));
      return { type: 'hash', fields };
    }
    case 'stream':
      return { type: 'stream', stream: streamOf(dump) };
    default:
      return dump satisfies never;
  }
}

function scoreText(score: number): string {
  return Object.is(score, -0) ? '-0' : String(score);
}

function streamDump(stream: Stream): Dump {
  return {
    type: 'stream',
    lastId: idText(stream.lastId),
    maxDeletedId: idText(stream.maxDeletedId),
    entriesAdded: String(stream.entriesAdded),
    entries: [...stream.log].map(({ id, messageId, fields }) => [idText(id), messageId, fields.map(binaryText)]),
    groups: stream.groups().map((group) => ({
      name: group.name,
      lastId: idText(group.lastId),
      furthestId: idText(group.furthestId),
      entriesRead: group.entriesRead === null ? null : String(group.entriesRead),
      consumers: group.consumers().map(({ name, seenAtMs }) => [name, seenAtMs]),
      pending: [...group.pending.from(LEAST_ID)].map(({ id, messageId, consumer, deliveredAtMs, deliveryCount }) => [
        idText(id),
        messageId,
        consumer.name,
        deliveredAtMs,
        String(deliveryCount),
      ]),
    })),
  };
}

function streamOf(dump: Extract<Dump, { type: 'stream' }>): Stream {
  const stream = new Stream();
  for (const [id, messageId, fields] of dump.entries) stream.append({ id: idOf(id), messageId, fields: fields.map(binaryBytes) });
  stream.lastId = idOf(dump.lastId);
  stream.maxDeletedId = idOf(dump.maxDeletedId);
  stream.entriesAdded = BigInt(dump.entriesAdded);
  for (const group of dump.groups) stream.addGroup(groupOf(group));
  return stream;
}

function groupOf({ name, lastId, furthestId, entriesRead, consumers, pending }: GroupDump): ConsumerGroup {
  const group = new ConsumerGroup(name, idOf(lastId), entriesRead === null ? null : BigInt(entriesRead));
  group.furthestId = idOf(furthestId);
  for (const [consumer, seenAtMs] of consumers) group.addConsumer(consumer, seenAtMs);
  for (const [id, messageId, consumerName, deliveredAtMs, deliveryCount] of pending) {
    const consumer = group.findConsumer(consumerName) ?? new Consumer(consumerName, deliveredAtMs);
    const entry = { id: idOf(id), messageId, consumer, deliveredAtMs, deliveryCount: BigInt(deliveryCount) };
    group.pending.add(entry);
    consumer.pending.add(entry);
  }
  return group;
}
