/** Redis with snapshots, before and after a restart. */
import type { Figure } from '../../../figure.ts';

export const figure: Figure = {
  title: 'Snapshots',
  cell: 'restart-snapshot',
  frames: [
    {
      at: { on: 'console', process: 'shop', text: 'added order-10' },
      said: 'The same ten orders. The last snapshot was taken after the sixth.',
    },
    { at: 'end', said: 'After the restart the stream is what it was at the last snapshot: six orders.' },
  ],
};
