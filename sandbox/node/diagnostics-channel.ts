/** `node:diagnostics_channel`: channels that nobody subscribes to. */

const silent = {
  hasSubscribers: false,
  publish: () => {},
  subscribe: () => {},
  unsubscribe: () => false,
};

function channel(name: string): object {
  return { name, ...silent };
}

type Traced = (...args: unknown[]) => unknown;

function tracingChannel(): object {
  const run = (traced: Traced, _context: unknown, self: unknown, ...args: unknown[]): unknown => traced.apply(self, args);
  return { hasSubscribers: false, subscribe: () => {}, unsubscribe: () => false, traceSync: run, tracePromise: run, traceCallback: run };
}

export const diagnosticsChannel = { channel, tracingChannel, hasSubscribers: () => false, subscribe: () => {}, unsubscribe: () => false };
