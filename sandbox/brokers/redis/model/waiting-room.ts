/** The waiting room: clients in a blocking command, who get what arrives in the order in which they came. */
import type { BrokerEnvironment } from '../../../engine/broker.ts';
import type { Waiting } from '../../../trace/ended.ts';
import type { PlaceForm, SourceLine } from '../../../trace/event.ts';
import { type BinaryText, shown } from './binary-text.ts';
import type { Client } from './client.ts';
import type { Database } from './database.ts';
import type { PlaceForms } from './place-forms.ts';
import { type Reply, replyOf } from './reply.ts';

/** A blocking command that has found nothing yet. */
export interface Wait {
  readonly client: Client;
  readonly database: Database;
  readonly keys: readonly BinaryText[];
  /** In upper case: `BRPOP`. */
  readonly command: string;
  readonly source: SourceLine | undefined;
  /** What a key must hold to be of use; WAIT wants no key but replicas. */
  readonly wants: 'list' | 'zset' | 'stream' | 'replica';
  /** Does the command at a key that has got something now; undefined when it was not what the client waits for. */
  readonly attempt: (key: BinaryText) => Reply | undefined;
  readonly onTimeout: () => Reply;
  /** What is answered when the key holds no such thing any more; without it the client waits on. */
  readonly whenGone?: Reply;
  cancelTimeout: () => void;
}

const FORMS: Readonly<Record<Exclude<Wait['wants'], 'replica'>, PlaceForm>> = { list: 'list', zset: 'sortedSet', stream: 'stream' };

export class WaitingRoom {
  readonly #environment: BrokerEnvironment;
  readonly #forms: PlaceForms;
  /** Everyone who waits, the longest first. */
  readonly #waits = new Set<Wait>();
  /** Clients that have their answer, but have not gone on yet. */
  readonly #served: Client[] = [];
  #isResuming = false;
  #ready: { readonly database: Database; readonly key: BinaryText }[] = [];

  constructor(environment: BrokerEnvironment, forms: PlaceForms) {
    this.#environment = environment;
    this.#forms = forms;
  }

  /** Blocks the client. `timeoutMicros` 0 is without end. */
  enter(wait: Omit<Wait, 'cancelTimeout'>, timeoutMicros: number): void {
    const entered: Wait = { ...wait, cancelTimeout: () => {} };
    if (timeoutMicros > 0) {
      entered.cancelTimeout = this.#environment.schedule(timeoutMicros, () => {
        this.#finish(entered, wait.onTimeout());
        this.resumeServed();
      });
    }
    this.#waits.add(entered);
    wait.client.wait = entered;
    this.#tellStart(entered);
  }

  /** Takes the client out without an answer. */
  leave(client: Client): void {
    const { wait } = client;
    if (wait === null) return;
    wait.cancelTimeout();
    this.#waits.delete(wait);
    client.wait = null;
    this.#tellEnd(wait);
  }

  /** Lets a client out with an answer; it goes on after the running command. False when it is not blocked. */
  release(client: Client, reply: (wait: Wait) => Reply): boolean {
    const { wait } = client;
    if (wait === null) return false;
    this.#finish(wait, reply(wait));
    return true;
  }

  /** Something was put at the key. It is handed out by `serve`, when the running command is done. */
  signal(database: Database, key: BinaryText): void {
    if (this.#waits.size > 0) this.#ready.push({ database, key });
  }

  /** A stream is gone from the key. As in 7.0 nobody is told, whatever lies there now, unless somebody waits for some stream. */
  signalGone(database: Database, key: BinaryText): void {
    if ([...this.#waits].some(({ wants }) => wants === 'stream')) this.#ready.push({ database, key });
  }

  /** Everything in the database may be new. */
  signalAll(database: Database): void {
    for (const wait of this.#waits) if (wait.database === database) for (const key of wait.keys) this.signal(database, key);
  }

  /** Hands out what was signalled: key by key, the longest waiter first (handleClientsBlockedOnKeys in blocked.c). */
  serve(): void {
    while (this.#ready.length > 0) {
      const ready = this.#ready;
      this.#ready = [];
      for (const { database, key } of ready) this.#serveKey(database, key);
    }
  }

  /** Replicas have acknowledged something: whoever waited for that gets the answer. */
  serveAcked(): void {
    for (const wait of [...this.#waits]) {
      const reply = wait.wants === 'replica' ? wait.attempt('') : undefined;
      if (reply !== undefined) this.#finish(wait, reply);
    }
  }

  /**
   * Whoever was served goes on with what it sent meanwhile. To be called when the client that brought it has done all that it
   * sent in one go, not before (processUnblockedClients in blocked.c).
   */
  resumeServed(): void {
    if (this.#isResuming) return;
    this.#isResuming = true;
    for (let client = this.#served.shift(); client !== undefined; client = this.#served.shift()) client.outbox.resume();
    this.#isResuming = false;
  }

  waiting(): Waiting[] {
    return [...this.#waits].map(({ client, keys, command, wants }) => {
      if (wants === 'replica') return { process: client.outbox.client, what: 'replicas that have everything (WAIT)' };
      const noun = wants === 'zset' ? 'sorted set' : wants;
      const names = keys.map(shown).join(' or ');
      return { process: client.outbox.client, what: `a message on the ${noun}${keys.length === 1 ? '' : 's'} ${names} (${command})` };
    });
  }

  #serveKey(database: Database, key: BinaryText): void {
    for (const wait of [...this.#waits]) {
      if (wait.database !== database || !wait.keys.includes(key)) continue;
      const reply = database.find(key)?.type === wait.wants ? replyOf(() => wait.attempt(key)) : wait.whenGone;
      if (reply !== undefined) this.#finish(wait, reply);
    }
  }

  /** One step for the reader, however many keys it waits at. */
  #tellStart({ client, keys, command, wants, source }: Wait): void {
    if (wants === 'replica') return;
    keys.forEach((key, index) => {
      this.#forms.use(key, FORMS[wants]);
      const detail = { client: client.outbox.client, place: shown(key), text: command };
      const happening = { kind: 'waitStarted', ...(source && { source }), detail } as const;
      if (index === 0) this.#environment.record({ level: 'story', ...happening });
      else this.#environment.recordWire(() => ({ level: 'wire', ...happening }));
    });
  }

  #tellEnd({ client, keys }: Wait): void {
    for (const key of keys) {
      this.#environment.recordWire(() => ({
        level: 'wire',
        kind: 'waitEnded',
        detail: { client: client.outbox.client, place: shown(key) },
      }));
    }
  }

  #finish(wait: Wait, reply: Reply): void {
    this.leave(wait.client);
    this.#served.push(wait.client);
    wait.client.outbox.reply(reply);
  }
}
