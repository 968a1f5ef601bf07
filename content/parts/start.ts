/** Part 0: how a cell works, and the little of promises that the course needs. */
import type { PartText } from './part.ts';

export const start = {
  id: 'start',
  title: 'Before you start',
  lessons: [
    {
      id: 'start',
      title: 'How this course works',
      objectives: [
        {
          id: 'start-cell',
          statement: 'A cell is run, edited, stepped through and run again with another seed or fault. Its time is simulated.',
          misconception: 'A cell that shows 30 seconds takes 30 seconds, and every run of it differs.',
        },
        {
          id: 'start-await',
          statement: 'At an await the function stops and other code runs. A promise that nobody awaits goes on by itself.',
          misconception: 'await stops the whole program.',
        },
      ],
    },
    { id: 'machine', title: 'The machine: a first look at real clients', objectives: [], optional: true },
  ],
} as const satisfies PartText;
