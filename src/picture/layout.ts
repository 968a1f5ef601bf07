/** The layout: where boxes, queues and slots are. It depends on the whole run, so that nothing jumps while it plays. */
import type { BrokerKind } from '../../sandbox/engine/cell.ts';
import type { Form } from './place-form.ts';

export type Shape = 'wide' | 'narrow';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Rect extends Point {
  readonly width: number;
  readonly height: number;
}

export interface ProcessBox extends Rect {
  readonly name: string;
  /** Name and state on one line, or below each other where it is narrow. */
  readonly stacked: boolean;
  /** The middle of the first of its hands; the others follow to the right. */
  readonly hands: Point;
  readonly handSlots: number;
  /** Whether there is room for the words of a message beside it. */
  readonly roomy: boolean;
  /** Where the line that it printed last begins; null where there is no room. */
  readonly said: Point | null;
}

/** Several processes for which there is no room. */
export interface RestBox extends Rect {
  readonly names: readonly string[];
}

/** The box around the waiting messages of a queue, or the wire of a channel. */
export interface PlaceBox extends Rect {
  readonly id: string;
  readonly name: string;
  readonly form: Form;
  /** The names of the ends, where they have some. */
  readonly ends: readonly [left: string, right: string] | null;
  /** The line from the list for which this one keeps what is in work. */
  readonly hook: readonly Point[] | null;
  /** The slots from the end where messages leave. */
  readonly slots: readonly Point[];
  /** Where the rest is counted that has no slot. */
  readonly lump: Point;
  /** Where what is done, and what is lost, goes to. */
  readonly done: Point;
  readonly dropped: Point;
  /** Where publishers wait for room. */
  readonly chairs: Point;
  /** Where clients wait for a message, the first to be served first; or where those sit who listen. */
  readonly seats: readonly Rect[];
  /** Of a stream: what lies below its cells. */
  readonly groups?: readonly GroupBox[];
}

/** `x`, `y`: where the bar begins that says how far the group has read. */
export interface GroupBox extends Point {
  readonly name: string;
  readonly width: number;
  readonly trays: readonly TrayBox[];
  /** Consumers for which there is no tray. */
  readonly rest: number;
}

/** What a consumer has been given and not acked lies here. */
export interface TrayBox extends Rect {
  readonly consumer: string;
  readonly slots: readonly Point[];
}

export interface ExchangeMark extends Point {
  readonly name: string;
  readonly owner: string;
}

export interface BrokerBox extends Rect {
  readonly name: string;
  readonly kind: BrokerKind | null;
  readonly disk: string | null;
}

/** A line along which messages go. */
export interface Link {
  readonly from: Point;
  readonly to: Point;
  readonly process: string;
  /** The place, the process that is called, or the broker that is copied. */
  readonly other: string;
  readonly role: 'publishes' | 'consumes' | 'calls' | 'routes' | 'copies';
}

export interface Layout {
  readonly shape: Shape;
  readonly width: number;
  readonly height: number;
  readonly processes: ReadonlyMap<string, ProcessBox>;
  readonly rests: readonly RestBox[];
  readonly brokers: readonly BrokerBox[];
  readonly places: ReadonlyMap<string, PlaceBox>;
  readonly exchanges: readonly ExchangeMark[];
  readonly links: readonly Link[];
  /** Where what happened outside is listed. */
  readonly ledger: (Rect & { readonly columns: number; readonly rows: number }) | null;
}

export const TOKEN_WIDTH = 22;
/** From one token in a row to the next. */
export const PITCH = 25;
/** The width of a cell of a stream: there is an id below it. */
export const CELL = 32;

export function middleOf({ x, y, width, height }: Rect): Point {
  return { x: x + width / 2, y: y + height / 2 };
}
