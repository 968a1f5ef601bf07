/** The timeline's legend: each kind of mark that is in the picture, with a word for it. */
import { Figure } from './timeline-mark.tsx';
import type { Mark } from './timeline-model.ts';

export function TimelineLegend({ marks }: { readonly marks: readonly Mark[] }) {
  const samples = new Map<string, Mark>();
  for (const mark of marks) {
    const words = meaningOf(mark);
    if (!samples.has(words)) samples.set(words, mark);
  }
  return (
    <ul class="legend" aria-label="What the marks mean">
      {[...samples].map(([words, { shape, state }]) => (
        <li key={words}>
          <svg width={30} height={28} viewBox="-15 -14 30 28" aria-hidden="true">
            <g class={`mark ${shape}`}>
              <Figure mark={{ shape, state, look: { label: '', hue: 0, letter: null } }} />
            </g>
          </svg>
          {words}
        </li>
      ))}
      <li>Long waits are drawn short.</li>
    </ul>
  );
}

function meaningOf({ shape, state, event }: Mark): string {
  switch (shape) {
    case 'token':
      if (state.end === 'done') return 'a message, acked: it is done';
      if (state.end === 'lost') return 'a message, thrown away';
      if (state.again) return 'a message, delivered again';
      return state.inFlight ? 'a message, sent or not acked yet' : 'a message, stored or taken for good';
    case 'dot':
      return 'prints a line';
    case 'effect':
      return event.kind === 'effect' ? `outside effect: ${event.detail.effect}` : 'outside effect';
    case 'start':
      return 'starts';
    case 'crash':
      return 'crashes';
    case 'exit':
      return 'ends';
    case 'fault':
      return 'planned fault';
    case 'blocked':
      return 'has to wait';
    case 'link':
      return 'connection';
    default:
      throw new Error(`Unknown shape: ${String(shape satisfies never)}.`);
  }
}
