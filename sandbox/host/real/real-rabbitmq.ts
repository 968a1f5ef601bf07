/** The RabbitMQ that runs here, with a virtual host of our own where we may make one. */
import { execFileSync } from 'node:child_process';
import { connect } from 'amqplib';
import { amqpRewrite, type Declared } from './amqp-rewrite.ts';
import { answers } from './answers.ts';
import { atExit } from './at-exit.ts';
import { RealError } from './real-error.ts';
import type { RealServer } from './real-server.ts';

/** Takes the address from AMQP_URL, else localhost. A virtual host named there is used as it is, and cleaned afterwards. */
export async function openRabbitmq(): Promise<RealServer> {
  const url = new URL(process.env['AMQP_URL'] ?? 'amqp://localhost:5672');
  const port = Number(url.port || 5672);
  if (!(await answers(url.hostname, port))) {
    throw new RealError(`No RabbitMQ answers at ${url.hostname}:${port}. Start one, or name another in AMQP_URL.`);
  }
  const named = decodeURIComponent(url.pathname.slice(1));
  const own = named === '' ? makeVirtualHost(`inflight-${process.pid}-${Date.now()}`) : null;
  const virtualHost = own ?? (named || '/');
  const declared: Declared = { queues: new Set(), exchanges: new Set() };
  const forget = own === null ? null : atExit(() => control('delete_vhost', own));
  return {
    port,
    rewrite: amqpRewrite(virtualHost, declared),
    restart: null,
    async close() {
      if (forget !== null) forget();
      else await deleteDeclared(url, virtualHost, declared);
    },
  };
}

/** Its name, or null when `rabbitmqctl` is not there or not allowed. */
function makeVirtualHost(name: string): string | null {
  return control('add_vhost', name) && control('set_permissions', '-p', name, 'guest', '.*', '.*', '.*') ? name : null;
}

function control(...parameters: readonly string[]): boolean {
  try {
    execFileSync('rabbitmqctl', ['--quiet', ...parameters], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

async function deleteDeclared(url: URL, virtualHost: string, declared: Declared): Promise<void> {
  const address = new URL(url);
  address.pathname = encodeURIComponent(virtualHost);
  const connection = await connect(address.href);
  const channel = await connection.createChannel();
  for (const queue of declared.queues) await channel.deleteQueue(queue);
  for (const exchange of declared.exchanges) await channel.deleteExchange(exchange);
  await connection.close();
}
