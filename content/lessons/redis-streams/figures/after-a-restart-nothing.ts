/** Redis without persistence, before and after a restart. */
import type { Figure } from '../../../figure.ts';

export const figure: Figure = {
  title: 'Nothing on disk',
  cell: 'restart-nothing',
  frames: [
    {
      at: { on: 'console', process: 'shop', text: 'added order-10' },
      said: 'Ten orders are in the stream, and each was answered with an id.',
    },
    { at: 'end', said: 'After the restart Redis is empty. It kept everything in memory and wrote nothing to disk.' },
  ],
};
