/** Terms of the programs in this course and of the cells that run them. */
import type { Term } from '../glossary.ts';

export const terms: readonly Term[] = [
  {
    id: 'process',
    term: 'process',
    said: 'One running program, with a memory of its own. What is in that memory no other process sees.',
    lesson: 'start',
  },
  {
    id: 'crash',
    term: 'crash',
    said: 'A process stops without having meant to. What was only in its memory is gone; what it had sent off is not.',
    lesson: 'start',
  },
  {
    id: 'promise',
    term: 'promise',
    said: 'An object that stands for a result which comes later. It is kept in the memory of its process.',
    lesson: 'start',
  },
  {
    id: 'await',
    term: 'await',
    said: 'It stops one call of one function until a promise is settled. Other code of the process runs meanwhile.',
    lesson: 'start',
  },
  {
    id: 'seed',
    term: 'seed',
    said: 'A number from which all chance in a run follows: how long a message travels, what Math.random() draws. The same text under the same seed gives the same run.',
    lesson: 'start',
  },
  {
    id: 'virtual-time',
    term: 'simulated time',
    said: 'The clock of a cell. Where nobody has anything to do, it jumps to the next thing that happens. So a run of an hour takes a moment.',
    lesson: 'start',
  },
  {
    id: 'fault',
    term: 'fault',
    said: 'Something that goes wrong on purpose, at a place that the cell names: a crash, a pause, a cut connection, a lost ack.',
    lesson: 'start',
  },
];
