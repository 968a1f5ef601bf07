/** What the client uses of `node:net`: Node's own when a program runs at work, the virtual machine's in a cell. */

declare module 'node:net' {
  export interface Socket {
    on(event: 'data', listener: (bytes: Uint8Array) => void): this;
    on(event: 'error', listener: (error: Error) => void): this;
    on(event: 'close', listener: () => void): this;
    once(event: 'error', listener: (error: Error) => void): this;
    once(event: 'connect', listener: () => void): this;
    off(event: 'error', listener: (error: Error) => void): this;
    write(bytes: Uint8Array): boolean;
    end(): this;
  }
  const net: { connect(options: { host: string; port: number }): Socket };
  export default net;
}
