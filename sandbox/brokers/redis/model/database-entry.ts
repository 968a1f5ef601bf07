/** What a database keeps for each key, and the parts of the server that it works with. */
import type { BrokerEnvironment } from '../../../engine/broker.ts';
import type { KeyspaceEvents } from './keyspace-events.ts';
import type { Story } from './story.ts';
import type { Value } from './value.ts';
import type { WaitingRoom } from './waiting-room.ts';

/** The parts of the server that hear of what happens in a database. */
export interface DatabaseParts {
  readonly environment: BrokerEnvironment;
  readonly story: Story;
  readonly waitingRoom: WaitingRoom;
  readonly keyspaceEvents: KeyspaceEvents;
}

export interface Entry {
  value: Value;
  expiry: Expiry | null;
}

interface Expiry {
  readonly atMicros: number;
  readonly cancel: () => void;
}
