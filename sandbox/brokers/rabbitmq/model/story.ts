/** The story: events in the life of a message. */
import type { BrokerEnvironment } from '../../../engine/broker.ts';
import type { SourceLine } from '../../../trace/event.ts';
import { type Told, tell } from '../../parts/tell.ts';
import type { Message } from './message.ts';

export class Story {
  readonly #environment: BrokerEnvironment;

  constructor(environment: BrokerEnvironment) {
    this.#environment = environment;
  }

  /** `source`: the line that asked for it, undefined for what merely follows. */
  tell(message: Message, source: SourceLine | undefined, told: Told): void {
    tell(this.#environment, message.id, source, told);
  }
}
