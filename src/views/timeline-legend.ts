/** The timeline's legend: each kind of mark that is in the picture, with a word for it. */
import { element } from './dom.ts';
import { drawSample } from './timeline-marks.ts';
import type { Mark } from './timeline-model.ts';

export function legendOf(marks: readonly Mark[]): HTMLElement {
  const samples = new Map<string, Mark>();
  for (const mark of marks) {
    const words = meaningOf(mark);
    if (!samples.has(words)) samples.set(words, mark);
  }
  const rows = [...samples].map(([words, mark]) => element('li', {}, drawSample(mark), words));
  return element('ul', { class: 'legend', 'aria-label': 'What the marks mean' }, ...rows, element('li', {}, 'Long waits are drawn short.'));
}

function meaningOf({ shape, state, event }: Mark): string {
  switch (shape) {
    case 'token':
      return state === null ? 'a message' : TOKENS[state];
    case 'tick':
      return 'an ack';
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
      return 'was blocked';
    case 'link':
      return 'connection';
    default:
      throw new Error(`Unknown shape: ${String(shape satisfies never)}.`);
  }
}

const TOKENS: Readonly<Record<NonNullable<Mark['state']>, string>> = {
  flight: 'a message, sent or not acked yet',
  ready: 'a message, stored or taken for good',
  again: 'a message, delivered again',
  lost: 'a message, thrown away',
  done: 'a message, done',
};
