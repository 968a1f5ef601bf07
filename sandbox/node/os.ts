/** `node:os`: a plain Linux machine, the same for everybody; its name is the process's host. */
import { currentProcess } from '../engine/process.ts';

export const os = {
  EOL: '\n',
  hostname: () => currentProcess().host,
  platform: () => 'linux',
  type: () => 'Linux',
  arch: () => 'x64',
  release: () => '6.1.0',
  homedir: () => '/home/app',
  tmpdir: () => '/tmp',
  endianness: () => 'LE',
  cpus: () => [{ model: 'virtual', speed: 1000, times: { user: 0, nice: 0, sys: 0, idle: 0, irq: 0 } }],
  availableParallelism: () => 1,
  totalmem: () => 2 ** 32,
  freemem: () => 2 ** 31,
  loadavg: () => [0, 0, 0],
  uptime: () => Math.floor(currentProcess().readClockMicros() / 1e6),
  networkInterfaces: () => ({}),
  userInfo: () => ({ username: 'app', uid: 1000, gid: 1000, shell: '/bin/sh', homedir: '/home/app' }),
  constants: { signals: { SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 } },
};
