/** Addresses: is this text an IP, and what a call to `connect` or `listen` asks for. */
import { invalidArgument, nodeError, refused } from '../errors.ts';

const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/;

export function isIPv4(text: unknown): boolean {
  return IPV4.test(String(text));
}

export function isIPv6(text: unknown): boolean {
  const [address = '', zone] = String(text).split('%');
  if (zone === '' || !/^[0-9a-f:.]+$/i.test(address)) return false;
  const halves = address.split('::');
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const last = groups.at(-1);
  const isMapped = last?.includes('.') === true;
  if (isMapped && !isIPv4(last)) return false;
  const count = groups.length + (isMapped ? 1 : 0);
  const wellFormed = groups.every((group, index) => /^[0-9a-f]{1,4}$/i.test(group) || (isMapped && index === groups.length - 1));
  return wellFormed && (halves.length === 2 ? count < 8 : count === 8);
}

/** 4, 6, or 0 when the text is no IP address. */
export function isIP(text: unknown): 0 | 4 | 6 {
  if (isIPv4(text)) return 4;
  return isIPv6(text) ? 6 : 0;
}

export interface ConnectOptions {
  readonly host?: string;
  readonly port: number;
  readonly timeout?: number;
  readonly noDelay?: boolean;
  readonly keepAlive?: boolean;
}

/** Sorts out the forms of `connect(options | port[, host][, listener])`. */
export function connectArguments(args: readonly unknown[]): { options: ConnectOptions; listener: (() => void) | undefined } {
  const last = args.at(-1);
  const listener = typeof last === 'function' ? (last as () => void) : undefined;
  const [first, second] = args;
  const asked =
    typeof first === 'object' && first !== null
      ? (first as { host?: string; port?: unknown; path?: unknown })
      : { port: first, ...(typeof second === 'string' ? { host: second } : {}) };
  if ('path' in asked && asked.path) throw refused(`The Unix socket ${String(asked.path)}`, 'connect to a host and port.');
  if (typeof asked.port === 'string' && Number.isNaN(Number(asked.port)))
    throw refused(`The Unix socket ${asked.port}`, 'connect to a host and port.');
  return { options: { ...asked, port: portNumber(asked.port) }, listener };
}

export function portNumber(port: unknown): number {
  if (port === undefined || port === null)
    throw nodeError(TypeError, 'ERR_MISSING_ARGS', 'The "options" or "port" or "path" argument must be specified');
  if (typeof port !== 'number' && typeof port !== 'string') throw invalidArgument('options.port', 'one of type number or string', port);
  const number = Number(port);
  if (Number.isInteger(number) && number >= 0 && number < 65_536 && String(port).trim() !== '') return number;
  throw nodeError(RangeError, 'ERR_SOCKET_BAD_PORT', `Port should be >= 0 and < 65536. Received type ${typeof port} (${String(port)}).`);
}
