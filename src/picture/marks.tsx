/** Marks: how a message, an outside effect and a fault look, the same in every view. Hue is the key, outline the state. */
import type { MessageLook } from './messages.ts';

export interface TokenState {
  readonly inFlight: boolean;
  readonly again: boolean;
  readonly end: 'done' | 'lost' | null;
  readonly owed?: Owed;
}

/** Of a message that somebody was given and has not acked. */
export interface Owed {
  readonly deliveries: number;
  /** How long it lies idle, of the longest time in the run: 0 to 1. */
  readonly idle: number;
}

/** A token around the origin, 22 by 20. */
export function TokenMark({ look, state }: { readonly look: Pick<MessageLook, 'label' | 'hue' | 'letter'>; readonly state: TokenState }) {
  const { label, hue, letter } = look;
  return (
    <g class={tokenClass(hue, state)}>
      <rect class="body" x={-11} y={-10} width={22} height={20} rx={7} />
      {state.again && <path class="hatch" d="M -9.5 3 L -3 -9 M -5 8.5 L 4.5 -9 M 3 9 L 9.5 -3" />}
      <text class={label.length > 2 ? 'number long' : 'number'} y={4}>
        {label}
      </text>
      {letter !== null && (
        <g class="letter">
          <circle cx={10} cy={-9} r={5.5} />
          <text x={10} y={-6.2}>
            {letter}
          </text>
        </g>
      )}
      {state.owed !== undefined && <OwedMark owed={state.owed} />}
      {state.end === 'lost' && <path class="stroke" d="M -9 -8 L 9 8 M 9 -8 L -9 8" />}
      {state.end === 'done' && (
        <g class="tick">
          <circle cx={10} cy={8} r={6.5} />
          <path d="M 7 8 l 2.2 2.6 l 4 -5" />
        </g>
      )}
    </g>
  );
}

/** A ring that closes while nothing happens, and how often it was delivered when that is more than once. */
function OwedMark({ owed: { deliveries, idle } }: { readonly owed: Owed }) {
  const length = 2 * Math.PI * 5;
  return (
    <g class="owed">
      <circle class="clock" cx={11} cy={9} r={5} />
      <circle class="idle" cx={11} cy={9} r={5} stroke-dasharray={`${idle * length} ${length}`} transform="rotate(-90 11 9)" />
      {deliveries > 1 && (
        <text class="deliveries" x={12} y={-3}>
          ×{deliveries}
        </text>
      )}
    </g>
  );
}

export function tokenClass(hue: number, { inFlight, again, end }: TokenState): string {
  return ['token', `hue-${hue}`, inFlight ? 'flight' : '', again ? 'again' : '', end ?? ''].filter((name) => name !== '').join(' ');
}

/** An outside effect: a diamond. */
export function EffectMark() {
  return <path class="body" d="M 0 -7 L 7 0 L 0 7 L -7 0 Z" />;
}

/** A planned fault: a bolt. */
export function BoltMark() {
  return <path class="bolt" d="M 1.5 -9 L -5 1.5 h 4 L -2 9 L 5 -2 h -4 Z" />;
}
