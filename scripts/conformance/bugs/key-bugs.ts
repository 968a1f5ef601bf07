/** Bugs in keys, strings, hashes and sets. */
import type { Bug } from './bug.ts';

const KEY = 'model/commands/key-commands.ts';
const EXPIRY = 'model/commands/expiry-commands.ts';
const STRING = 'model/commands/string-commands.ts';
const DATABASE = 'model/database.ts';

export const keyBugs: readonly Bug[] = [
  {
    said: 'a change in place clears the expiry',
    file: DATABASE,
    text: 'options.keepExpiry === true) {',
    replacement: 'options.keepExpiry === undefined) {',
  },
  {
    said: 'EXPIRE in the past leaves the key',
    file: DATABASE,
    text: "      this.remove(key, 'deleted');\n      return false;",
    replacement: '      return true;',
  },
  {
    said: 'EXISTS counts a key that is named twice only once',
    file: KEY,
    text: 'return integer(call.texts(1).filter((key) => call.read(key) !== undefined).length);',
    replacement: 'return integer(new Set(call.texts(1).filter((key) => call.read(key) !== undefined)).size);',
  },
  {
    said: 'a watcher is not told of an expiry that is set',
    file: DATABASE,
    text: 'nowMicros() + delayMicros);\n    this.#tellWatchers(key);',
    replacement: 'nowMicros() + delayMicros);',
  },
  { said: 'SET with GET answers OK', file: STRING, text: '  return old ?? OK;', replacement: '  return OK;' },
  {
    said: 'HDEL leaves an empty hash',
    file: 'model/commands/hash-commands.ts',
    text: "  if (removed > 0) call.changed('hash', 'hdel', call.text(1));",
    replacement: '',
  },
  { said: 'numbers with a leading zero are taken', file: 'model/number-text.ts', text: '-?[1-9]\\d{0,18}', replacement: '-?\\d{1,19}' },
  {
    said: 'EXPIRE GT applies to a key without expiry',
    file: EXPIRY,
    text: "conditions.has('GT') && (!has || later <= 0)",
    replacement: "conditions.has('GT') && has && later <= 0",
  },
  {
    said: 'PERSIST always says that it did something',
    file: EXPIRY,
    text: 'persist(call, call.text(1)) ? 1 : 0',
    replacement: 'persist(call, call.text(1)) ? 1 : 1',
  },
  {
    said: 'a counter wraps around',
    file: 'model/commands/string-change-commands.ts',
    text: "  if (!fitsInteger(value)) throw new CommandError('ERR increment or decrement would overflow');\n",
    replacement: '',
  },
  {
    said: 'SADD counts what was there already',
    file: 'model/commands/set-commands.ts',
    text: '.filter((member) => members.add(member)).length;',
    replacement: '.filter((member) => [members.add(member)]).length;',
  },
];
