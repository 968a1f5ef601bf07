/** The settings that CONFIG GET tells and CONFIG SET changes: those that a client may ask for, with the defaults of 7.0. */
import type { Durability } from '../../../engine/broker.ts';
import type { KeyspaceEvents } from './keyspace-events.ts';
import { CommandError } from './reply.ts';
import { type SettingKind, settingText } from './setting-kind.ts';

const LONG = { kind: 'integer', least: 0, most: 2n ** 63n - 1n } as const;
const INT = { kind: 'integer', least: 0, most: 2n ** 31n - 1n } as const;
const MEMORY = { kind: 'memory' } as const;
const SWITCH = { kind: 'switch' } as const;
const FIXED = { kind: 'fixed' } as const;
const POLICIES = 'volatile-lru, volatile-lfu, volatile-random, volatile-ttl, allkeys-lru, allkeys-lfu, allkeys-random, noeviction'.split(
  ', ',
);

const SETTINGS: Readonly<Record<string, readonly [kind: SettingKind, initial: string]>> = {
  maxmemory: [MEMORY, '0'],
  'maxmemory-policy': [{ kind: 'choice', choices: POLICIES }, 'noeviction'],
  'maxmemory-samples': [{ ...INT, least: 1 }, '5'],
  maxclients: [{ ...INT, least: 1 }, '10000'],
  timeout: [INT, '0'],
  'tcp-keepalive': [INT, '300'],
  appendonly: [SWITCH, 'no'],
  appendfsync: [{ kind: 'choice', choices: ['everysec', 'always', 'no'] }, 'everysec'],
  save: [{ kind: 'save' }, ''],
  'notify-keyspace-events': [{ kind: 'events' }, ''],
  'stream-node-max-entries': [LONG, '100'],
  'stream-node-max-bytes': [MEMORY, '4096'],
  'hash-max-listpack-entries': [LONG, '512'],
  'hash-max-listpack-value': [MEMORY, '64'],
  'zset-max-listpack-entries': [LONG, '128'],
  'zset-max-listpack-value': [MEMORY, '64'],
  'set-max-intset-entries': [LONG, '512'],
  'list-max-listpack-size': [{ kind: 'integer', least: -(2n ** 31n), most: 2n ** 31n - 1n }, '-2'],
  'slowlog-max-len': [LONG, '128'],
  'slowlog-log-slower-than': [{ ...LONG, least: -1 }, '10000'],
  'proto-max-bulk-len': [FIXED, '536870912'],
  requirepass: [FIXED, ''],
  port: [FIXED, '6379'],
  databases: [FIXED, '16'],
  'cluster-enabled': [FIXED, 'no'],
};

export class Settings {
  readonly #durability: Durability;
  readonly #port: number;
  readonly #keyspaceEvents: KeyspaceEvents;
  readonly #values = new Map<string, string>();

  constructor(durability: Durability, port: number, keyspaceEvents: KeyspaceEvents) {
    this.#durability = durability;
    this.#port = port;
    this.#keyspaceEvents = keyspaceEvents;
    this.reset();
  }

  /** As the server starts: what was changed meanwhile is written nowhere. What the cell says of the disk is told as Redis would be configured for it. */
  reset(): void {
    for (const [name, [, initial]] of Object.entries(SETTINGS)) this.#values.set(name, initial);
    this.#values.set('port', String(this.#port));
    this.#keyspaceEvents.choose('');
    if (this.#durability === 'none') return;
    if ('appendOnly' in this.#durability) {
      this.#values.set('appendonly', 'yes');
      this.#values.set('appendfsync', this.#durability.appendOnly);
    } else {
      this.#values.set('save', `${Math.max(Math.round(this.#durability.snapshotEveryMs / 1000), 1)} 1`);
    }
  }

  /** Name and value of each. */
  entries(): Iterable<readonly [string, string]> {
    return this.#values;
  }

  get(name: string): string | undefined {
    return this.#values.get(name);
  }

  /** Changes all of them or, when one is wrong, none; throws the error to answer. */
  set(pairs: readonly (readonly [name: string, text: string])[]): void {
    const changes = new Map<string, string>();
    const kindOf = (name: string) => SETTINGS[name]?.[0];
    for (const [given] of pairs) {
      const name = given.toLowerCase();
      const kind = kindOf(name);
      if (kind === undefined) throw new CommandError(`ERR Unknown option or number of arguments for CONFIG SET - '${given}'`);
      if (kind.kind === 'fixed') throw failure(name, "can't set immutable config");
      if (changes.has(name)) throw failure(given, 'duplicate parameter');
      changes.set(name, '');
    }
    for (const [given, text] of pairs) {
      const name = given.toLowerCase();
      const read = settingText(kindOf(name) as SettingKind, text);
      if (typeof read !== 'string') throw failure(name, read.complaint);
      changes.set(name, read);
    }
    for (const [name, text] of changes) this.#values.set(name, text);
    const events = pairs.find(([given]) => given.toLowerCase() === 'notify-keyspace-events');
    if (events !== undefined) this.#keyspaceEvents.choose(events[1]);
  }
}

function failure(name: string, complaint: string): CommandError {
  return new CommandError(`ERR CONFIG SET failed (possibly related to argument '${name}') - ${complaint}`);
}
