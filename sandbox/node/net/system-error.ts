/** Network errors as Node words them. */
import type { SystemError } from '../../engine/process.ts';

/** Linux's numbers, negative as libuv gives them (deps/uv/docs/src/errors.rst). */
const ERRNO: Readonly<Record<SystemError['code'], number>> = {
  ECONNREFUSED: -111,
  ECONNRESET: -104,
  ETIMEDOUT: -110,
  ENOTFOUND: -3008,
  EPIPE: -32,
  EADDRINUSE: -98,
};

export interface NetworkError extends Error {
  readonly code: string;
  readonly errno: number;
  readonly syscall: string;
  readonly address?: string;
  readonly port?: number;
  readonly hostname?: string;
}

/** `connect ECONNREFUSED 127.0.0.1:6379`, `getaddrinfo ENOTFOUND redis`, `read ECONNRESET`, … */
export function networkError(error: SystemError): NetworkError {
  const made = errorOf(error);
  // In Node such an error is made by the system: none of its frames is of the program, and those of this machine are nobody's business.
  Object.defineProperty(made, 'stack', { value: `${made.name}: ${made.message}`, writable: true, configurable: true });
  return made;
}

function errorOf({ code, syscall, address, port }: SystemError): NetworkError {
  const errno = ERRNO[code];
  switch (syscall) {
    case 'connect':
      return Object.assign(new Error(`connect ${code} ${address}:${port}`), { errno, code, syscall, address, port });
    case 'listen':
      return Object.assign(new Error(`listen ${code}: address already in use :::${port}`), { code, errno, syscall, address, port });
    case 'getaddrinfo':
      return Object.assign(new Error(`getaddrinfo ${code} ${address}`), { errno, code, syscall, hostname: address });
    case 'read':
    case 'write':
      return Object.assign(new Error(`${syscall} ${code}`), { errno, code, syscall });
  }
  return syscall satisfies never;
}
