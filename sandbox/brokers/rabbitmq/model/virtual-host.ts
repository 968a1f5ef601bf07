/** The virtual host: exchanges, queues, and the connections that use them. */
import type { BrokerEnvironment } from '../../../engine/broker.ts';
import type { Waiting } from '../../../trace/ended.ts';
import { Connection } from './connection.ts';
import { Exchanges } from './exchanges.ts';
import { Queues } from './queues.ts';
import { Story } from './story.ts';

export class VirtualHost {
  readonly environment: BrokerEnvironment;
  readonly story: Story;
  readonly exchanges = new Exchanges();
  readonly queues: Queues;
  readonly #connections = new Set<Connection>();

  constructor(environment: BrokerEnvironment) {
    this.environment = environment;
    this.story = new Story(environment);
    this.queues = new Queues(environment, this.exchanges, this.story);
  }

  connect(client: string): Connection {
    const connection = new Connection(client, this);
    this.#connections.add(connection);
    return connection;
  }

  disconnect(connection: Connection): void {
    this.#connections.delete(connection);
    connection.closed();
  }

  waiting(): Waiting[] {
    const consumers = [...this.#connections].flatMap(({ channels }) => [...channels].flatMap((channel) => [...channel.consumers]));
    return consumers.map(({ channel, queue }) => ({
      process: channel.connection.client,
      what: `a message on the queue ${queue.name} (consumer)`,
    }));
  }

  /** The server was killed: it keeps durable exchanges and queues, the bindings between them, and persistent messages. */
  restarted(): void {
    this.queues.loseTransient();
    this.exchanges.loseTransient();
  }
}
