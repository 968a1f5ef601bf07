/** Stories of bytes that are no command, or one typed by hand: what is answered before the connection ends. */
import type { Program } from '../program.ts';
import { RAW } from '../wire/link.ts';

/** Longer than a line may be. */
const TOO_LONG = 'x'.repeat(66_000);

const raw = (name: string, bytes: string): Program => ({
  name,
  clients: [2],
  bare: true,
  steps: [{ client: 0, args: [RAW, bytes] }],
});

export const wireStories: readonly Program[] = [
  raw('an argument without its dollar', '*1\r\nping\r\n'),
  raw('a length that is no number', '*1\r\n$x\r\nping\r\n'),
  raw('a negative length', '*1\r\n$-5\r\n'),
  raw('a length beyond the limit', '*1\r\n$536870913\r\n'),
  raw('a count that is no number', '*x\r\n'),
  raw('a count beyond the limit', '*2147483648\r\n'),
  raw('quotes that do not end', 'get "a\r\n'),
  raw('quotes with something behind', 'get "a"b\r\n'),
  raw('a line without an end', TOO_LONG),
  raw('a count without an end', `*${TOO_LONG}`),
  raw('a length without an end', `*1\r\n$${TOO_LONG}`),
  raw('a command typed by hand', 'echo "a\\x41\\n" \r\n'),
  raw('a command typed by hand, with single quotes', "echo 'it\\'s'\n"),
  raw('nothing, then a command', '*0\r\n\r\n*1\r\n$4\r\nping\r\n'),
];
