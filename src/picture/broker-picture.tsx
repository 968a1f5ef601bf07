/** Brokers, and the lines that lead to and from their places. */
import type { BrokerKind } from '../../sandbox/engine/cell.ts';
import type { Facts } from './facts.ts';
import { faultAtBox, faultOnLink } from './faults.ts';
import type { BrokerBox, Link } from './layout.ts';
import type { Scene } from './scene.ts';

const KINDS: Readonly<Record<BrokerKind, string>> = { fifo: 'queue server', redis: 'Redis', rabbitmq: 'RabbitMQ' };

export function BrokerPicture({ box, scene, isEmpty }: { readonly box: BrokerBox; readonly scene: Scene; readonly isEmpty: boolean }) {
  const { name, kind, disk, x, y, width, height } = box;
  const isDown = faultAtBox(name, scene) !== null;
  const kindName = kind === null || KINDS[kind].toLowerCase() === name ? '' : KINDS[kind];
  const role = scene.roles.get(name) ?? '';
  const words = disk === null ? [kindName, role] : [role, disk];
  const said = isDown ? 'down' : words.filter((word) => word !== '' && word !== name).join(', ');
  return (
    <g class={isDown ? 'broker down' : 'broker'}>
      <rect x={x} y={y} width={width} height={height} rx={12} />
      <text class="name" x={x + 10} y={y + 18}>
        {name}
      </text>
      <text class="note end" x={x + width - 10} y={y + 18}>
        {said}
      </text>
      {isEmpty && (
        <text class="note" x={x + 10} y={y + 50}>
          nothing in it
        </text>
      )}
    </g>
  );
}

/** It is thick while something moves along it. */
export function LinkPicture({ link, scene, facts }: { readonly link: Link; readonly scene: Scene; readonly facts: Facts }) {
  const { from, to } = link;
  if (link.role === 'copies' && scene.roles.get(link.process) === 'master') return null;
  const isAcross = isSideways(link);
  const bend = isAcross ? (to.x - from.x) / 2 : (to.y - from.y) / 2;
  const curve = isAcross
    ? `C ${from.x + bend} ${from.y}, ${to.x - bend} ${to.y}, ${to.x} ${to.y}`
    : `C ${from.x} ${from.y + bend}, ${to.x} ${to.y - bend}, ${to.x} ${to.y}`;
  const sign = Math.sign(bend) || 1;
  const head = isAcross
    ? `M ${to.x - 6 * sign} ${to.y - 4} L ${to.x} ${to.y} L ${to.x - 6 * sign} ${to.y + 4}`
    : `M ${to.x - 4} ${to.y - 6 * sign} L ${to.x} ${to.y} L ${to.x + 4} ${to.y - 6 * sign}`;
  const state = faultOnLink(link, scene, facts) !== null ? ' faulty' : isActive(link, scene) ? ' active' : '';
  return <path class={`link${state}`} d={`M ${from.x} ${from.y} ${curve} ${head}`} />;
}

/** Whether it leads from side to side rather than down. */
export function isSideways({ from, to, role }: Link): boolean {
  return Math.abs(to.x - from.x) >= Math.abs(to.y - from.y) || role === 'routes';
}

function isActive({ process, other, role }: Link, { event, connections, sent, pulse }: Scene): boolean {
  switch (role) {
    case 'calls':
      return [...connections.values()].some(({ client, server }) => client === process && server === other);
    case 'consumes':
      return event?.kind === 'messageDelivered' && event.detail.client === process && `${event.process}/${event.detail.place}` === other;
    case 'publishes':
      if (event?.kind === 'messagePublished' && event.detail.client === process && pulse?.place === other) return true;
      return sent.some((one) => one.client === process && (one.place ?? `${one.owner}/${one.to}`) === other);
    case 'copies':
      return (event?.kind === 'messageCopied' || event?.kind === 'copyRemoved') && event.process === process;
    case 'routes':
      return sent.some((one) => one.place === other);
    default:
      throw new Error(`Unknown role of a link: ${String(role satisfies never)}.`);
  }
}
