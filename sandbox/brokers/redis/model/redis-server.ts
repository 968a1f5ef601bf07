/** The Redis server's state and its way of running commands: one at a time, then whoever waited for what they brought. */
import type { BrokerEnvironment, BrokerSettings } from '../../../engine/broker.ts';
import type { Waiting } from '../../../trace/ended.ts';
import type { SourceLine } from '../../../trace/event.ts';
import { binaryText } from './binary-text.ts';
import { Client, type Outbox } from './client.ts';
import { ANSWERED, BLOCKED, Call } from './command.ts';
import { COMMAND_TABLE, type CommandTable, findCommand } from './command-table.ts';
import { Database } from './database.ts';
import { KeyspaceEvents } from './keyspace-events.ts';
import { Persistence } from './persistence.ts';
import { PlaceForms } from './place-forms.ts';
import { PubSub } from './pubsub.ts';
import { Copies } from './replication/copies.ts';
import { Followers } from './replication/followers.ts';
import { type Dial, Following, type Master } from './replication/following.ts';
import { CommandError, QUEUED, type Reply, replyOf } from './reply.ts';
import { Settings } from './settings.ts';
import { Story } from './story.ts';
import { StreamStory } from './stream/stream-story.ts';
import { WaitingRoom } from './waiting-room.ts';

const DATABASE_COUNT = 16;

/** What the cell says of a server. */
export interface ServerSetup extends Required<Pick<BrokerSettings, 'durability' | 'port'>> {
  /** Whose replica it is whenever it starts. */
  readonly replicaOf: Master | null;
}

export class RedisServer {
  readonly environment: BrokerEnvironment;
  readonly story: Story;
  readonly streamStory: StreamStory;
  readonly waitingRoom: WaitingRoom;
  readonly pubsub: PubSub;
  readonly keyspaceEvents: KeyspaceEvents;
  readonly databases: readonly Database[];
  readonly clients = new Set<Client>();
  readonly settings: Settings;
  readonly port: number;
  readonly followers: Followers;
  readonly following: Following;
  readonly copies: Copies;
  /** It copies another server and takes no writes of its own. */
  isReplica = false;
  readonly commands: CommandTable = COMMAND_TABLE;
  /** Since the server started. */
  commandCount = 0;
  readonly #persistence: Persistence;
  readonly #startsAsReplicaOf: Master | null;
  #nextClientId = 1;

  constructor(environment: BrokerEnvironment, { durability, port, replicaOf }: ServerSetup, dial: Dial) {
    this.environment = environment;
    this.port = port;
    this.#startsAsReplicaOf = replicaOf;
    const forms = new PlaceForms(environment);
    this.story = new Story(environment, forms);
    this.streamStory = new StreamStory(environment, forms);
    this.waitingRoom = new WaitingRoom(environment, forms);
    this.pubsub = new PubSub(this.story, environment.name);
    this.keyspaceEvents = new KeyspaceEvents(this.pubsub);
    this.settings = new Settings(durability, port, this.keyspaceEvents);
    const { story, waitingRoom, keyspaceEvents } = this;
    const parts = { environment, story, waitingRoom, keyspaceEvents };
    this.databases = Array.from({ length: DATABASE_COUNT }, (_, index) => new Database(index, parts));
    this.#persistence = new Persistence(environment, this.story, this.databases, durability);
    this.followers = new Followers(environment, this.databases);
    this.following = new Following(this, dial);
    this.copies = new Copies(this.story);
    this.pubsub.onPublish = (command, channel, bytes, messageId) => {
      if (this.followers.isOn) this.followers.published(command, channel, bytes, messageId);
    };
    if (replicaOf !== null) this.#startAsReplicaOf(replicaOf);
  }

  /** Milliseconds since 1970, as the server's clock shows them. */
  get nowMs(): number {
    const { epochMs } = this.environment;
    return Math.floor(epochMs + this.environment.nowMicros() / 1000);
  }

  /** How many clients ever came. */
  get connectionCount(): number {
    return this.#nextClientId - 1;
  }

  connect(outbox: Outbox): Client {
    const client = new Client(this.#nextClientId++, outbox, this.database(0), this.environment.nowMicros());
    this.clients.add(client);
    return client;
  }

  disconnect(client: Client): void {
    this.waitingRoom.leave(client);
    this.forgetWatches(client);
    this.pubsub.leave(client);
    this.followers.remove(client);
    this.clients.delete(client);
  }

  /** Hangs up on a client, whatever it is doing. */
  kill(client: Client): void {
    client.outbox.end();
    this.disconnect(client);
  }

  /** The database of that number, which must exist. */
  database(index: number): Database {
    const database = this.databases[index];
    if (database === undefined) throw new Error(`There is no database ${index}.`);
    return database;
  }

  /** Runs one command of a client that is not blocked. `args[0]` is the name. */
  execute(client: Client, args: readonly Uint8Array[], source: SourceLine | undefined): void {
    this.commandCount += 1;
    const reply = this.#answer(client, args, source);
    if (reply !== BLOCKED && reply !== ANSWERED) client.outbox.reply(reply);
    if (this.followers.isOn) this.followers.executed(client, args);
    this.waitingRoom.serve();
  }

  /** It becomes a replica: whoever is blocked is sent away, and its data will be replaced (replicationSetMaster in replication.c). */
  follow(master: Master): void {
    for (const client of this.clients) {
      if (client.wait === null) continue;
      client.outbox.endAfterReply();
      this.waitingRoom.release(client, () => ({ kind: 'error', text: FORCED_OUT }));
    }
    this.environment.record({ level: 'story', kind: 'roleChanged', detail: { role: 'replica', of: nameOf(master) } });
    this.#copy(master);
  }

  /** Its data is about to be another's: its own replicas have to ask anew (disconnectSlaves in replication.c). */
  dismissReplicas(): void {
    for (const { client } of this.followers.all) this.kill(client);
  }

  /** A replica becomes a master, with what it has. */
  promote(): void {
    this.following.leave();
    this.#own();
    this.followers.renew();
    this.environment.record({ level: 'story', kind: 'roleChanged', detail: { role: 'master', of: null } });
  }

  forgetWatches(client: Client): void {
    for (const database of this.databases) database.watchers.forget(client);
    client.transaction.spoiled = false;
  }

  waiting(): Waiting[] {
    return this.waitingRoom.waiting();
  }

  killed(): void {
    this.#persistence.killed();
    this.following.killed();
  }

  restarted(): void {
    this.settings.reset();
    this.#persistence.restore();
    this.following.leave();
    this.followers.forgetAll();
    this.#own();
    if (this.#startsAsReplicaOf !== null) this.#startAsReplicaOf(this.#startsAsReplicaOf);
  }

  /** Nobody has done it: it is so from the start. */
  #startAsReplicaOf(master: Master): void {
    this.story.holdsCopies = true;
    this.#copy(master);
  }

  #copy(master: Master): void {
    this.isReplica = true;
    this.followers.counts = false;
    this.followers.begin();
    for (const database of this.databases) database.keepsExpired = true;
    this.following.follow(master);
  }

  #own(): void {
    this.isReplica = false;
    this.followers.counts = true;
    this.story.holdsCopies = false;
    for (const database of this.databases) database.keepExpiredNoLonger();
  }

  #answer(client: Client, args: readonly Uint8Array[], source: SourceLine | undefined): Reply | typeof BLOCKED | typeof ANSWERED {
    const { transaction } = client;
    return replyOf(() => {
      const command = findCommand(args);
      if (command instanceof CommandError) throw this.#refused(client, args, command);
      if (this.isReplica && command.flags.includes('write')) throw this.#refused(client, args, READ_ONLY);
      client.lastCommand = { name: command.name, atMicros: this.environment.nowMicros() };
      if (client.protocol === 2 && client.isListening && !command.flags.includes('listening')) throw busyListening(command.name);
      if (!transaction.isOpen || command.flags.includes('immediate')) return command.run(new Call(this, client, args, source, true));
      transaction.add({ command, args, source });
      return QUEUED;
    });
  }

  /** A mistake spoils a transaction that is open; a mistaken EXEC ends it (rejectCommand in server.c). */
  #refused(client: Client, args: readonly Uint8Array[], error: CommandError): CommandError {
    const { transaction } = client;
    if (binaryText(args[0] ?? new Uint8Array(0)).toLowerCase() !== 'exec') {
      if (transaction.isOpen) transaction.isBroken = true;
      return error;
    }
    transaction.close();
    this.forgetWatches(client);
    return new CommandError(`EXECABORT Transaction discarded because of: ${error.message.replace(/^ERR /, '')}`);
  }
}

const READ_ONLY = new CommandError("READONLY You can't write against a read only replica.");
const FORCED_OUT = 'UNBLOCKED force unblock from blocking operation, instance state changed (master -> replica?)';

function nameOf({ host, port }: Master): string {
  return `${host}:${port}`;
}

/** A RESP2 connection that listens cannot tell a reply from a message (processCommand in server.c). */
function busyListening(command: string): CommandError {
  const allowed = '(P|S)SUBSCRIBE / (P|S)UNSUBSCRIBE / PING / QUIT / RESET';
  return new CommandError(`ERR Can't execute '${command}': only ${allowed} are allowed in this context`);
}
