/** The story of messages: which event each operation on a list, a sorted set or a channel is, told as the life of a message. */
import type { BrokerEnvironment } from '../../../engine/broker.ts';
import type { Details, DropReason, PlaceForm, SourceLine } from '../../../trace/event.ts';
import { type Told, tell } from '../../parts/tell.ts';
import { preview, textOf } from '../../parts/text.ts';
import { type BinaryText, binaryBytes, shown } from './binary-text.ts';
import type { PlaceForms } from './place-forms.ts';
import type { Element, Message } from './value.ts';

export type End = 'head' | 'tail';

/** Who does something, and by which line of the learner. */
export interface Actor {
  readonly client: string;
  readonly source: SourceLine | undefined;
}

/** Bytes beyond this many are never shown. */
const SHOWN_BYTES = 512;

export class Story {
  /** The messages here are copies of those of a master: they are not lost when they go, nor new when they come. */
  holdsCopies = false;
  readonly #environment: BrokerEnvironment;
  readonly #forms: PlaceForms;

  constructor(environment: BrokerEnvironment, forms: PlaceForms) {
    this.#environment = environment;
    this.#forms = forms;
  }

  /** A client pushes a new element. */
  pushed({ client, source }: Actor, list: BinaryText, bytes: Uint8Array, at: End): Element {
    const element: Element = { bytes, messageId: this.#environment.mintMessageId(), takenFrom: null, deliveryCount: 0 };
    const place = shown(list);
    this.#forms.use(list, 'list');
    this.#tell(element, source, { kind: 'messagePublished', detail: { client, to: place, key: null, text: textShown(bytes) } });
    this.#tell(element, source, { kind: 'messageStored', detail: { place, at } });
    return element;
  }

  /** A client pops an element: it has it, and the server has forgotten it. */
  popped({ client, source }: Actor, list: BinaryText, element: Element, at: End): void {
    const redelivered = element.deliveryCount > 0;
    element.deliveryCount += 1;
    this.#tell(element, source, { kind: 'messageDelivered', detail: { place: shown(list), client, redelivered, settled: true, at } });
  }

  /** A client gets an element that the server keeps in another list; back in the list it was taken from it waits again. */
  moved(
    { client, source }: Actor,
    from: BinaryText,
    to: BinaryText,
    element: Element,
    ends: { readonly from: End; readonly to: End },
  ): void {
    this.#forms.use(to, 'list');
    if (element.takenFrom === to && from !== to) {
      element.takenFrom = null;
      this.#tell(element, source, { kind: 'messageRequeued', detail: { place: shown(to), client } });
    } else {
      const redelivered = element.deliveryCount > 0;
      element.deliveryCount += 1;
      if (from !== to) element.takenFrom = from;
      const detail = { place: shown(from), client, redelivered, settled: false, at: ends.from };
      this.#tell(element, source, { kind: 'messageDelivered', detail });
    }
    this.#tell(element, source, { kind: 'messageStored', detail: { place: shown(to), at: ends.to } });
  }

  /** LREM: of an element that was handed out it is the acknowledgement. */
  removed({ client, source }: Actor, list: BinaryText, element: Element): void {
    if (element.takenFrom === null) this.dropped(list, element, 'deleted', source);
    else this.#tell(element, source, { kind: 'messageAcked', detail: { place: shown(list), client } });
  }

  /** A client puts a new member into a sorted set, before all others or behind; returns the message's id. */
  scheduled(
    { client, source }: Actor,
    sortedSet: BinaryText,
    member: BinaryText,
    { score, at }: { readonly score: number; readonly at: End },
  ): string {
    const message = { messageId: this.#environment.mintMessageId() };
    const place = shown(sortedSet);
    this.#forms.use(sortedSet, 'sortedSet');
    const text = textShown(binaryBytes(member));
    this.#tell(message, source, { kind: 'messagePublished', detail: { client, to: place, key: null, text } });
    this.#tell(message, source, { kind: 'messageStored', detail: { place, at, score } });
    return message.messageId;
  }

  /** A client gives a member that is there another score: it is stored anew. */
  rescheduled(
    { source }: Actor,
    sortedSet: BinaryText,
    message: Message,
    { score, at }: { readonly score: number; readonly at: End },
  ): void {
    this.#tell(message, source, { kind: 'messageStored', detail: { place: shown(sortedSet), at, score } });
  }

  /** A client pops a member of a sorted set, or takes out one that it has seen there: the job is its own. */
  claimed({ client, source }: Actor, sortedSet: BinaryText, message: Message): void {
    const detail = { place: shown(sortedSet), client, redelivered: false, settled: true };
    this.#tell(message, source, { kind: 'messageDelivered', detail });
  }

  /** A client has renamed a sorted set or a stream: it has all of it in hand, and the server keeps it under the other name. */
  carried({ client, source }: Actor, from: BinaryText, to: BinaryText, message: Message): void {
    const detail = { place: shown(from), client, redelivered: false, settled: false };
    this.#tell(message, source, { kind: 'messageDelivered', detail });
    this.#tell(message, source, { kind: 'messageStored', detail: { place: shown(to), at: 'tail' } });
  }

  /** A client publishes to a channel; returns the message's id. */
  sent({ client, source }: Actor, channel: BinaryText, bytes: Uint8Array): string {
    const messageId = this.#environment.mintMessageId();
    this.#forms.use(channel, 'channel');
    tell(this.#environment, messageId, source, {
      kind: 'messagePublished',
      detail: { client, to: shown(channel), key: null, text: textShown(bytes) },
    });
    return messageId;
  }

  listens({ client, source }: Actor, place: BinaryText, isPattern: boolean): void {
    if (!isPattern) this.#forms.use(place, 'channel');
    const detail = { client, place: shown(place), isPattern };
    this.#environment.record({ level: 'story', ...(source && { source }), kind: 'listenStarted', detail });
  }

  /** Also told when its connection is gone. */
  listensNoLonger({ client, source }: Actor, place: BinaryText, isPattern: boolean): void {
    const detail = { client, place: shown(place), isPattern };
    this.#environment.record({ level: 'story', ...(source && { source }), kind: 'listenEnded', detail });
  }

  /** One who listens has got it; nothing of it is left on the server. */
  heard(messageId: string, channel: BinaryText, client: string): void {
    const detail = { place: shown(channel), client, redelivered: false, settled: true };
    tell(this.#environment, messageId, undefined, { kind: 'messageDelivered', detail });
  }

  /** Nobody listened. */
  unheard(messageId: string, channel: BinaryText): void {
    tell(this.#environment, messageId, undefined, { kind: 'messageDropped', detail: { place: shown(channel), reason: 'noSubscriber' } });
  }

  dropped(key: BinaryText, message: Message, reason: DropReason, source?: SourceLine): void {
    if (this.holdsCopies) this.#tell(message, source, { kind: 'copyRemoved', detail: { place: shown(key) } });
    else this.#tell(message, source, { kind: 'messageDropped', detail: { place: shown(key), reason } });
  }

  /** It was on the disk and is in its place again, or is kept in a second one. */
  restored(key: BinaryText, message: Message): void {
    if (this.holdsCopies) this.#tell(message, undefined, { kind: 'messageCopied', detail: { place: shown(key), at: 'tail' } });
    else this.#tell(message, undefined, { kind: 'messageStored', detail: { place: shown(key), at: 'tail' } });
  }

  /** A master has it, and from now on its replica too. */
  copied(key: BinaryText, form: PlaceForm, message: Message, where: Omit<Details['messageCopied'], 'place'>): void {
    this.#forms.use(key, form);
    this.#tell(message, undefined, { kind: 'messageCopied', detail: { place: shown(key), ...where } });
  }

  expired(key: BinaryText, message: Message): void {
    this.#tell(message, undefined, { kind: 'messageExpired', detail: { place: shown(key) } });
  }

  #tell(message: Message, source: SourceLine | undefined, told: Told): void {
    tell(this.#environment, message.messageId, source, told);
  }
}

function textShown(bytes: Uint8Array): string {
  return preview(textOf(bytes.length > SHOWN_BYTES ? bytes.subarray(0, SHOWN_BYTES) : bytes));
}
