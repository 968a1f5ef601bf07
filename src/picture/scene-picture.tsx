/** The picture of a scene: processes, queues, and messages on their way, as one drawing. */
import type { ComponentChildren } from 'preact';
import { BrokerPicture, LinkPicture } from './broker-picture.tsx';
import type { Facts } from './facts.ts';
import type { Layout } from './layout.ts';
import { LedgerPicture } from './ledger-picture.tsx';
import { LinkFault } from './link-fault.tsx';
import { TokenMark } from './marks.tsx';
import { lookOf } from './messages.ts';
import { PlacePicture } from './place-picture.tsx';
import { ProcessPicture, RestPicture } from './process-picture.tsx';
import type { Scene } from './scene.ts';
import { type DrawnToken, tokensOf } from './tokens.ts';

export interface ScenePictureProps {
  readonly scene: Scene;
  /** The scene one step before: what moved since then leaves a trail. */
  readonly before?: Scene | null;
  readonly facts: Facts;
  readonly layout: Layout;
  /** What a screen reader says of the picture. */
  readonly label: string;
  /** Drawn over all else. */
  readonly children?: ComponentChildren;
}

export function ScenePicture({ scene, before = null, facts, layout, label, children }: ScenePictureProps) {
  const { tokens, lumps } = tokensOf(scene, layout, facts);
  const trails = before === null ? [] : trailsBetween(tokensOf(before, layout, facts).tokens, tokens);
  return (
    <svg class={`scene ${layout.shape}`} viewBox={`-1 -1 ${layout.width + 2} ${layout.height + 2}`} role="img" aria-label={label}>
      {layout.brokers.map((box) => (
        <BrokerPicture
          key={box.name}
          box={box}
          scene={scene}
          isEmpty={![...layout.places.values()].some(({ id }) => id.startsWith(`${box.name}/`))}
        />
      ))}
      {layout.links.map((link) => (
        <LinkPicture key={`${link.role} ${link.process} ${link.other}`} link={link} scene={scene} facts={facts} />
      ))}
      {[...layout.processes.values()].map((box) => (
        <ProcessPicture key={box.name} box={box} scene={scene} facts={facts} />
      ))}
      {layout.rests.map((box) => (
        <RestPicture key={box.names.join()} box={box} />
      ))}
      {layout.exchanges.map(({ name, owner, x, y }) => (
        <g key={`${owner} ${name}`} class="exchange">
          <path d={`M ${x} ${y - 15} L ${x + 15} ${y} L ${x} ${y + 15} L ${x - 15} ${y} Z`} />
          <text x={x} y={y + 29}>
            {name}
          </text>
        </g>
      ))}
      {[...layout.places.values()].map((box) => (
        <PlacePicture key={box.id} box={box} scene={scene} facts={facts} />
      ))}
      {layout.links.map((link) => (
        <LinkFault key={`fault ${link.role} ${link.process} ${link.other}`} link={link} scene={scene} facts={facts} shape={layout.shape} />
      ))}
      {layout.ledger !== null && <LedgerPicture box={layout.ledger} scene={scene} />}
      {trails.map(({ key, d }) => (
        <path key={`trail ${key}`} class="trail" d={d} />
      ))}
      {lumps.map(({ key, x, y, count }) => (
        <text key={`lump ${key}`} class="lump" x={x} y={y + 4}>
          +{count}
        </text>
      ))}
      {tokens.map(({ key, messageId, x, y, origin: _, ...state }) => (
        <g key={key} class="at" style={{ transform: `translate(${x}px, ${y}px)` }}>
          <TokenMark look={lookOf(facts.messages, messageId)} state={state} />
        </g>
      ))}
      {children}
    </svg>
  );
}

/** From where a token was to where it is, for all that moved. */
function trailsBetween(before: readonly DrawnToken[], after: readonly DrawnToken[]): readonly { key: string; d: string }[] {
  const earlier = new Map(before.map((token) => [token.key, token]));
  return after.flatMap(({ key, x, y, origin }) => {
    const from = earlier.get(key) ?? earlier.get(origin ?? '');
    const length = from === undefined ? 0 : Math.hypot(x - from.x, y - from.y);
    if (from === undefined || length < 40) return [];
    const [ux, uy] = [(x - from.x) / length, (y - from.y) / length];
    const tip = { x: x - ux * 14, y: y - uy * 14 };
    const wing = (side: 1 | -1): string => `${tip.x - ux * 6 - side * uy * 4} ${tip.y - uy * 6 + side * ux * 4}`;
    return [{ key, d: `M ${from.x} ${from.y} L ${tip.x} ${tip.y} M ${wing(1)} L ${tip.x} ${tip.y} L ${wing(-1)}` }];
  });
}
