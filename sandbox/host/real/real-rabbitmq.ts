/** The RabbitMQ that runs here, with a virtual host of our own: what others keep in it is never touched. */
import { execFileSync } from 'node:child_process';
import { amqpRewrite } from './amqp-rewrite.ts';
import { answers } from './answers.ts';
import { atExit } from './at-exit.ts';
import { RealError } from './real-error.ts';
import type { RealServer } from './real-server.ts';

const DEFAULT_PORT = 5672;

/** Looks on this machine, at the port that AMQP_PORT names. Throws a RealError when nothing can be run there. */
export async function openRabbitmq(): Promise<RealServer> {
  const port = Number(process.env['AMQP_PORT'] ?? DEFAULT_PORT);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new RealError(`AMQP_PORT is "${process.env['AMQP_PORT']}", which is no port.`);
  if (!(await answers('127.0.0.1', port))) {
    throw new RealError(`No RabbitMQ answers at localhost:${port}. Start one, or name its port in AMQP_PORT.`);
  }
  const virtualHost = `inflight-${process.pid}-${Date.now()}`;
  const forget = atExit(() => control('delete_vhost', virtualHost));
  if (!control('add_vhost', virtualHost) || !control('set_permissions', '-p', virtualHost, 'guest', '.*', '.*', '.*')) {
    forget();
    throw new RealError(
      'The run needs a virtual host of its own, and rabbitmqctl could not make one. It must be installed and allowed to.',
    );
  }
  return { port, rewrite: amqpRewrite(virtualHost), restart: null, close: async () => forget() };
}

function control(...parameters: readonly string[]): boolean {
  try {
    execFileSync('rabbitmqctl', ['--quiet', ...parameters], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
