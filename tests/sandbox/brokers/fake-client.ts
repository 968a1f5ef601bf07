/** A client of a broker without any network: bytes in, and what the broker sent. */
import type { Broker, BrokerSession } from '../../../sandbox/engine/broker.ts';
import type { SourceLine } from '../../../sandbox/trace/event.ts';

export class FakeClient {
  readonly sent: Uint8Array[] = [];
  isEnded = false;
  readonly #session: BrokerSession;

  constructor(broker: Broker, name: string) {
    this.#session = broker.accept({
      id: `${name}:1`,
      client: name,
      send: (bytes) => this.sent.push(bytes),
      end: () => {
        this.isEnded = true;
      },
    });
  }

  /** Sends bytes that were all made by the line `line` of `program.ts`, if one is given. */
  send(bytes: Uint8Array | string, line?: number): void {
    const source: SourceLine | undefined = line === undefined ? undefined : { file: 'program.ts', line };
    this.#session.received(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes, () => source);
  }

  /** Everything that the broker sent, as text. */
  get heard(): string {
    return this.sent.map((bytes) => new TextDecoder().decode(bytes)).join('');
  }

  disconnect(): void {
    this.#session.closed();
  }
}
