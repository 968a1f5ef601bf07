/** Place forms: tells of each key and channel, when it is first used for messages, whether it is a list, a channel or something else. */
import type { BrokerEnvironment } from '../../../engine/broker.ts';
import type { PlaceForm } from '../../../trace/event.ts';
import { type BinaryText, shown } from './binary-text.ts';

export class PlaceForms {
  readonly #environment: BrokerEnvironment;
  readonly #known = new Map<BinaryText, PlaceForm>();

  constructor(environment: BrokerEnvironment) {
    this.#environment = environment;
  }

  /** A key that later holds another type is told anew. */
  use(name: BinaryText, form: PlaceForm): void {
    if (this.#known.get(name) === form) return;
    this.#known.set(name, form);
    this.#environment.recordWire(() => ({ level: 'wire', kind: 'placeMade', detail: { place: shown(name), form } }));
  }
}
