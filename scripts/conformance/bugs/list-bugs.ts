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
  {
    said: 'who waits is told of a value of another type',
    file: ROOM,
    text: 'database.find(key)?.type === wait.wants ? replyOf(() => wait.attempt(key)) : wait.whenGone',
    replacement: 'replyOf(() => wait.attempt(key)) ?? wait.whenGone',
  },
  {
    said: 'who was served goes on before the pusher is done',
    file: ROOM,
    text: '    this.#served.push(wait.client);\n    wait.client.outbox.reply(reply);',
    replacement: '    wait.client.outbox.reply(reply);\n    wait.client.outbox.resume();',
  },
  {
    said: 'LPOP with a count pops one too many',
    file: 'model/list.ts',
    text: 'while (popped.length < count)',
    replacement: 'while (popped.length <= count)',
  },
  {
    said: 'LPOP with a count on no list answers nil instead of a nil array',
    file: LIST,
    text: 'listAt(call) === undefined ? NIL_ARRAY :',
    replacement: 'listAt(call) === undefined ? NIL :',
  },
  {
    said: 'a list that became empty stays',
    file: 'model/list.ts',
    text: "  if (popped.length > 0) call.changed('list', POPS[from], key);\n",
    replacement: '',
  },
  {
    said: 'a blocking pop inside MULTI answers nil instead of a nil array',
    file: 'model/blocking.ts',
    text: 'if (!call.mayBlock) return onTimeout;',
    replacement: "if (!call.mayBlock) return { kind: 'nil' };",
  },
];
