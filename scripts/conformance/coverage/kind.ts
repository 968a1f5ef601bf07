/** The kind of a reply: what one must have seen of a command before one can say that it was compared. */
import type { Frame } from '../wire/frame.ts';

const NAMES: Readonly<Record<string, string>> = {
  $: 'text',
  '=': 'verbatim',
  '*': 'array',
  '~': 'set',
  '%': 'map',
  '>': 'push',
  ',': 'double',
  '#': 'boolean',
  '(': 'big number',
};

/** `integer 0`, `nil`, `empty array`, `WRONGTYPE …`: what differs from call to call is left out. */
export function kindOf({ sign, text, items }: Frame): string {
  switch (sign) {
    case '+':
      return text ?? '';
    case '-':
      return errorKind(text ?? '');
    case ':':
      return text === '0' ? 'zero' : text?.startsWith('-') ? 'negative' : 'integer';
    case '_':
      return 'nil';
    default: {
      const name = NAMES[sign] ?? sign;
      if (text === null && items === null) return sign === '*' ? 'nil array' : 'nil';
      return text === '' || items?.length === 0 ? `empty ${name}` : name;
    }
  }
}

/** The error's text without what it repeats of the command. The quote in "can't" opens nothing. */
export function errorKind(text: string): string {
  return text.replace(/(?<![a-z])'[^']*'/g, "'…'").replace(/(args beginning with:).*/, '$1 …');
}

/** A command by its name, with its second word where that is part of it. */
export function nameOf(args: readonly string[], containers: ReadonlySet<string>): string {
  const name = args[0]?.toLowerCase() ?? '';
  return containers.has(name) && args[1] !== undefined ? `${name} ${args[1].toLowerCase()}` : name;
}

export const CONTAINERS: ReadonlySet<string> = new Set([
  'acl',
  'client',
  'pubsub',
  'xinfo',
  'xgroup',
  'object',
  'config',
  'command',
  'debug',
  'memory',
  'script',
  'latency',
]);
