/** Leads connections to a broker's default port on localhost to where that broker really answers. */
import net from 'node:net';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '::1']);

/** Changes `net.Socket` of this process, which every client uses in the end. */
export function mapPorts(ports: Readonly<Record<number, number>>): void {
  const connect = net.Socket.prototype.connect;
  net.Socket.prototype.connect = function (this: net.Socket, ...values: unknown[]) {
    // net.connect hands over its parameters as one array whose first item holds the options; a direct call hands over options or a port.
    const first = Array.isArray(values[0]) ? (values[0] as unknown[])[0] : values[0];
    if (typeof first === 'object' && first !== null) redirect(first as { host?: string; port?: number }, ports);
    return Reflect.apply(connect, this, values) as net.Socket;
  };
}

function redirect(options: { host?: string; port?: number | string }, ports: Readonly<Record<number, number>>): void {
  const port = ports[Number(options.port)];
  if (port === undefined || !LOOPBACK.has(options.host ?? 'localhost')) return;
  options.port = port;
  options.host = '127.0.0.1';
}
