/** Commands on strings as a whole: set, get, and both at once. */
import type { BinaryText } from '../binary-text.ts';
import { bulkOrNil, type Call, type Command, requirePairs } from '../command.ts';
import { EXPIRY_UNITS, type ExpiryUnit, expireTold, persist, positiveExpiryMicros } from '../expiry.ts';
import { array, integer, NIL, OK, type Reply, syntaxError } from '../reply.ts';

export const stringCommands: readonly Command[] = [
  { name: 'get', arity: 2, flags: ['readonly'], run: (call) => bulkOrNil(bytesAt(call)) },
  { name: 'set', arity: -3, flags: ['write'], run: set },
  { name: 'setnx', arity: 3, flags: ['write'], run: setIfMissing },
  { name: 'setex', arity: 4, flags: ['write'], run: (call) => setExpiring(call, 'EX', 'setex') },
  { name: 'psetex', arity: 4, flags: ['write'], run: (call) => setExpiring(call, 'PX', 'psetex') },
  { name: 'getset', arity: 3, flags: ['write'], run: getAndSet },
  { name: 'getdel', arity: 2, flags: ['write'], run: getAndDelete },
  { name: 'getex', arity: -2, flags: ['write'], run: getAndExpire },
  { name: 'mset', arity: -3, flags: ['write'], run: setSeveral },
  { name: 'msetnx', arity: -3, flags: ['write'], run: setSeveralIfMissing },
  { name: 'mget', arity: -2, flags: ['readonly'], run: getSeveral },
];

interface SetOptions {
  onlyIf: 'missing' | 'present' | null;
  expiresInMicros: number | null;
  keepExpiry: boolean;
  answersOld: boolean;
}

function set(call: Call): Reply {
  const key = call.text(1);
  const options = setOptions(call);
  const old = options.answersOld ? bulkOrNil(bytesAt(call)) : null;
  const exists = call.database.find(key) !== undefined;
  if ((options.onlyIf === 'missing' && exists) || (options.onlyIf === 'present' && !exists)) return old ?? NIL;
  put(call, key, call.bytes(2), options.keepExpiry);
  if (options.expiresInMicros !== null) expireNew(call, key, options.expiresInMicros);
  return old ?? OK;
}

function setOptions(call: Call): SetOptions {
  const options: SetOptions = { onlyIf: null, expiresInMicros: null, keepExpiry: false, answersOld: false };
  let expiry: ExpiryOption | null = null;
  for (let index = 3; index < call.args.length; index += 1) {
    const word = call.word(index);
    const unit = EXPIRY_UNITS[word];
    const onlyIf = word === 'NX' ? 'missing' : 'present';
    if ((word === 'NX' || word === 'XX') && (options.onlyIf === null || options.onlyIf === onlyIf)) {
      options.onlyIf = onlyIf;
    } else if (word === 'GET') {
      options.answersOld = true;
    } else if (word === 'KEEPTTL' && expiry === null) {
      options.keepExpiry = true;
    } else if (unit !== undefined && expiry === null && !options.keepExpiry && index + 1 < call.args.length) {
      index += 1;
      expiry = { unit, at: index };
    } else {
      throw syntaxError();
    }
  }
  if (expiry !== null) options.expiresInMicros = expiryOf(call, expiry, 'set');
  return options;
}

interface ExpiryOption {
  readonly unit: ExpiryUnit;
  /** Where its amount stands. */
  readonly at: number;
}

function expiryOf(call: Call, { unit, at }: ExpiryOption, command: string): number {
  return positiveExpiryMicros(call, call.integer(at), unit, command);
}

function setIfMissing(call: Call): Reply {
  if (call.database.find(call.text(1)) !== undefined) return integer(0);
  put(call, call.text(1), call.bytes(2));
  return integer(1);
}

function setExpiring(call: Call, unit: 'EX' | 'PX', command: string): Reply {
  const micros = expiryOf(call, { unit: EXPIRY_UNITS[unit] as ExpiryUnit, at: 2 }, command);
  put(call, call.text(1), call.bytes(3));
  expireNew(call, call.text(1), micros);
  return OK;
}

function getAndSet(call: Call): Reply {
  const old = bulkOrNil(bytesAt(call));
  put(call, call.text(1), call.bytes(2));
  return old;
}

function getAndDelete(call: Call): Reply {
  const old = bulkOrNil(bytesAt(call));
  if (call.database.remove(call.text(1), 'deleted')) call.tell('generic', 'del', call.text(1));
  return old;
}

function getAndExpire(call: Call): Reply {
  const option = call.args.length > 2 ? call.word(2) : null;
  const unit = option === null ? undefined : EXPIRY_UNITS[option];
  if (call.args.length > (unit === undefined ? 3 : 4) || (unit !== undefined && call.args.length === 3)) throw syntaxError();
  if (option !== null && unit === undefined && option !== 'PERSIST') throw syntaxError();
  const found = bytesAt(call);
  if (found === undefined) return NIL;
  if (unit !== undefined) expireTold(call, call.text(1), expiryOf(call, { unit, at: 3 }, 'getex'));
  else if (option !== null) persist(call, call.text(1));
  return bulkOrNil(found);
}

function setSeveral(call: Call): Reply {
  requirePairs(call, 1, 'mset');
  for (let index = 1; index < call.args.length; index += 2) put(call, call.text(index), call.bytes(index + 1));
  return OK;
}

/** All or nothing. */
function setSeveralIfMissing(call: Call): Reply {
  requirePairs(call, 1, 'msetnx');
  for (let index = 1; index < call.args.length; index += 2) if (call.database.find(call.text(index)) !== undefined) return integer(0);
  setSeveral(call);
  return integer(1);
}

/** What is no string counts as missing here. */
function getSeveral(call: Call): Reply {
  return array(
    call.texts(1).map((key) => {
      const value = call.read(key);
      return bulkOrNil(value?.type === 'string' ? value.bytes : undefined);
    }),
  );
}

function put(call: Call, key: BinaryText, bytes: Uint8Array, keepExpiry = false): void {
  call.database.put(key, { type: 'string', bytes }, { keepExpiry, source: call.source });
  call.tell('string', 'set', key);
}

/** What was just set expires, also when its time is over already. */
function expireNew(call: Call, key: BinaryText, delayMicros: number): void {
  const stays = call.database.expireAfter(key, delayMicros);
  call.tell('generic', 'expire', key);
  if (!stays) call.tell('expired', 'expired', key);
}

function bytesAt(call: Call): Uint8Array | undefined {
  return call.readAs(call.text(1), 'string')?.bytes;
}
