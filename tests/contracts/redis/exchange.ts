/** One exchange with a Redis server: a command, and its reply with line ends as `|`. Measured on Redis 7.0.15. */

export type Exchange = readonly [command: string, reply: string];
export type Stories = Readonly<Record<string, readonly Exchange[]>>;

export const WRONGTYPE = '-WRONGTYPE Operation against a key holding the wrong kind of value';
export const NOT_AN_INTEGER = '-ERR value is not an integer or out of range';
