/** Bugs in lists and in blocking. */
import type { Bug } from './bug.ts';

const LIST = 'model/commands/list-commands.ts';
const ROOM = 'model/waiting-room.ts';

export const listBugs: readonly Bug[] = [
  {
    said: 'LPUSH pushes at the tail',
    file: LIST,
    text: "push(call, call.text(1), call.args.slice(2), 'head')) },",
    replacement: "push(call, call.text(1), call.args.slice(2), 'tail')) },",
  },
  {
    said: 'LPOP with a count pops one too few',
    file: LIST,
    text: 'popSeveral(call, key, from, count).map',
    replacement: 'popSeveral(call, key, from, count - 1).map',
  },
  {
    said: 'LPOP with a count on no list answers nil instead of a nil array',
    file: LIST,
    text: '? NIL_ARRAY : array(popSeveral',
    replacement: '? NIL : array(popSeveral',
  },
  {
    said: 'LREM with a negative count removes from the head',
    file: LIST,
    text: 'let index = count < 0 ? elements.length - 1 : 0;',
    replacement: 'let index = 0;',
  },
  {
    said: 'LTRIM keeps one element too many behind',
    file: LIST,
    text: 'elements.length - 1 - last;',
    replacement: 'elements.length - 2 - last;',
  },
  {
    said: 'a move takes no notice of a target of another type',
    file: 'model/list.ts',
    text: "  database.findAs(target, 'list');\n",
    replacement: '',
  },
  {
    said: 'a list that became empty stays',
    file: 'model/list.ts',
    text: '  if (popped.length > 0) call.database.changed(key);\n',
    replacement: '',
  },
  {
    said: 'a push wakes nobody',
    file: 'model/list.ts',
    text: '  call.server.waitingRoom.signal(call.database, key);\n  return elements.length;',
    replacement: '  return elements.length;',
  },
  {
    said: 'the last who came is served first',
    file: ROOM,
    text: 'of [...this.#waits]) {\n      if',
    replacement: 'of [...this.#waits].reverse()) {\n      if',
  },
  { said: 'a waiter is woken in any database', file: ROOM, text: 'wait.database !== database || ', replacement: '' },
  {
    said: 'who was served goes on before the pusher is done',
    file: ROOM,
    text: '    this.#served.push(wait.client);\n    wait.client.outbox.reply(reply);',
    replacement: '    wait.client.outbox.reply(reply);\n    wait.client.outbox.resume();',
  },
  {
    said: 'a blocking pop inside MULTI answers nil instead of a nil array',
    file: 'model/blocking.ts',
    text: 'if (!call.mayBlock) return onTimeout;',
    replacement: "if (!call.mayBlock) return { kind: 'nil' };",
  },
];
