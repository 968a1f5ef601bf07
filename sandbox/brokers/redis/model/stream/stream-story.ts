/** The story of a stream's entries: one message for each, however many groups read it; a group tells its members and its position. */
import type { BrokerEnvironment } from '../../../../engine/broker.ts';
import type { Happening } from '../../../../trace/event.ts';
import { tell } from '../../../parts/tell.ts';
import { preview, textOf } from '../../../parts/text.ts';
import { type BinaryText, shown } from '../binary-text.ts';
import type { PlaceForms } from '../place-forms.ts';
import type { Actor } from '../story.ts';
import type { Consumer, ConsumerGroup } from './consumer-group.ts';
import type { PendingEntry } from './pending-entries.ts';
import { idText, type StreamId } from './stream-id.ts';
import type { StreamEntry } from './stream-node.ts';

const SHOWN_CHARACTERS = 120;
/** A character takes at most four bytes, so this much is enough. */
const SHOWN_BYTES = SHOWN_CHARACTERS * 4;

/** A delivery to a group's consumer. */
export interface Handing {
  readonly group: ConsumerGroup;
  readonly consumer: Consumer;
  readonly redelivered: boolean;
  /** How often it was delivered by now; undefined with NOACK, where nobody counts and nothing is owed. */
  readonly deliveries: bigint | undefined;
}

export class StreamStory {
  readonly #environment: BrokerEnvironment;
  readonly #forms: PlaceForms;

  constructor(environment: BrokerEnvironment, forms: PlaceForms) {
    this.#environment = environment;
    this.#forms = forms;
  }

  /** A client adds an entry; returns the message's id. */
  added({ client, source }: Actor, stream: BinaryText, id: StreamId, fields: readonly Uint8Array[]): string {
    const messageId = this.#environment.mintMessageId();
    const place = shown(stream);
    this.#forms.use(stream, 'stream');
    const detail = { client, to: place, key: null, text: fieldsText(fields) };
    tell(this.#environment, messageId, source, { kind: 'messagePublished', detail });
    tell(this.#environment, messageId, source, { kind: 'messageStored', detail: { place, at: 'tail', id: idText(id) } });
    return messageId;
  }

  /** A client reads an entry for itself: nobody notes that it did. */
  read({ client, source }: Actor, stream: BinaryText, { messageId }: StreamEntry): void {
    const detail = { place: shown(stream), client, redelivered: false, settled: true };
    tell(this.#environment, messageId, source, { kind: 'messageDelivered', detail });
  }

  handed({ client, source }: Actor, stream: BinaryText, messageId: string, { group, consumer, redelivered, deliveries }: Handing): void {
    const detail = {
      place: shown(stream),
      client,
      redelivered,
      settled: deliveries === undefined,
      group: shown(group.name),
      consumer: shown(consumer.name),
      ...(deliveries !== undefined && { deliveries: Number(deliveries) }),
    };
    tell(this.#environment, messageId, source, { kind: 'messageDelivered', detail });
  }

  acked({ client, source }: Actor, stream: BinaryText, group: ConsumerGroup, { messageId, consumer }: PendingEntry): void {
    const detail = { place: shown(stream), client, group: shown(group.name), consumer: shown(consumer.name) };
    tell(this.#environment, messageId, source, { kind: 'messageAcked', detail });
  }

  joined(actor: Actor, stream: BinaryText, group: ConsumerGroup, consumer: Consumer): void {
    this.#tell(actor, { level: 'story', kind: 'memberJoined', detail: membership(stream, group, consumer) });
  }

  left(actor: Actor, stream: BinaryText, group: ConsumerGroup, consumer: Consumer): void {
    this.#tell(actor, { level: 'story', kind: 'memberLeft', detail: membership(stream, group, consumer) });
  }

  /** Also told when a group is made. */
  moved(actor: Actor, stream: BinaryText, group: ConsumerGroup): void {
    this.#forms.use(stream, 'stream');
    const detail = { place: shown(stream), group: shown(group.name), position: idText(group.lastId) };
    this.#tell(actor, { level: 'story', kind: 'positionMoved', detail });
  }

  #tell({ source }: Actor, happening: Happening): void {
    this.#environment.record({ ...(source && { source }), ...happening });
  }
}

function membership(stream: BinaryText, group: ConsumerGroup, consumer: Consumer) {
  return { place: shown(stream), group: shown(group.name), member: shown(consumer.name) };
}

/** `order: 17, item: tea`. */
function fieldsText(fields: readonly Uint8Array[]): string {
  let text = '';
  for (let index = 0; index < fields.length && text.length <= SHOWN_CHARACTERS; index += 2) {
    text += `${index === 0 ? '' : ', '}${fieldText(fields[index])}: ${fieldText(fields[index + 1])}`;
  }
  return preview(text, SHOWN_CHARACTERS);
}

function fieldText(bytes: Uint8Array | undefined): string {
  if (bytes === undefined) return '';
  return textOf(bytes.length > SHOWN_BYTES ? bytes.subarray(0, SHOWN_BYTES) : bytes);
}
