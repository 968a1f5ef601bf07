/** The kinds of event that the page knows, with the fields of each and the types that a field may have. */
import type { Details, Kind, Level } from '../../sandbox/trace/event.ts';

/** `undefined`: the field may be missing. */
type TypeName = 'string' | 'number' | 'boolean' | 'null' | 'undefined';
type FieldsOf<K extends Kind> = Readonly<Record<keyof Details[K], readonly TypeName[]>>;

const S: readonly TypeName[] = ['string'];
const N: readonly TypeName[] = ['number'];
const B: readonly TypeName[] = ['boolean'];
const MAYBE: readonly TypeName[] = ['string', 'undefined'];

/** The compiler holds this table complete: a new kind or field of the trace does not compile without its row. */
const FIELDS: { readonly [K in Kind]: FieldsOf<K> } = {
  processStarted: { incarnation: N },
  processCrashed: { cause: S, said: S },
  processRestarted: { incarnation: N },
  processExited: { code: N },
  processBlocked: { forMicros: N },
  console: { method: S, text: S },
  effect: { effect: S, key: S, value: S },
  fault: { fault: S, said: S, at: S, other: ['string', 'null'], forMicros: ['number', 'null'] },
  connectionOpened: { connection: S, client: S, server: S },
  connectionClosed: { connection: S, client: S, server: S, said: S },
  messagePublished: { client: S, to: S, key: ['string', 'null'], text: S },
  publishBlocked: { client: S, place: S, text: S },
  publishRefused: { client: S, place: S, text: S },
  placeLimited: { place: S, capacity: N },
  placeMade: { place: S, form: S },
  waitStarted: { client: S, place: S, text: S },
  waitEnded: { client: S, place: S },
  listenStarted: { client: S, place: S, isPattern: B },
  listenEnded: { client: S, place: S, isPattern: B },
  messageRouted: { from: S, place: S },
  messageStored: { place: S, at: S, id: MAYBE, score: ['number', 'undefined'] },
  messageCopied: { place: S, at: S, id: MAYBE, score: ['number', 'undefined'] },
  copyRemoved: { place: S },
  roleChanged: { role: S, of: ['string', 'null'] },
  messageDelivered: {
    place: S,
    client: S,
    redelivered: B,
    settled: B,
    group: MAYBE,
    consumer: MAYBE,
    deliveries: ['number', 'undefined'],
    at: MAYBE,
  },
  messageAcked: { place: S, client: S, group: MAYBE, consumer: MAYBE },
  messageRequeued: { place: S, client: S },
  messageExpired: { place: S },
  messageDeadLettered: { place: S, to: S, reason: S },
  messageDropped: { place: S, reason: S },
  memberJoined: { group: S, member: S, place: MAYBE },
  memberLeft: { group: S, member: S, place: MAYBE },
  positionMoved: { place: S, group: S, position: S },
  request: { client: S, text: S },
  reply: { client: S, text: S },
};

export const KINDS: ReadonlyMap<Kind, readonly [name: string, types: readonly TypeName[]][]> = new Map(
  Object.entries(FIELDS).map(([kind, fields]) => [kind as Kind, Object.entries(fields)]),
);

export const LEVELS: ReadonlySet<Level> = new Set(['story', 'wire', 'kernel']);
