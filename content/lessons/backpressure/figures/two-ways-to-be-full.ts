/** Two full queues over one run: the one makes its producer wait, the other throws away. */
import type { Figure } from '../../../figure.ts';

export const figure: Figure = {
  title: 'Two ways to be full',
  cell: 'full',
  picture: 'depth',
  frames: [
    {
      at: 'end',
      said: 'Both queues reach their limit of three. Above, each small bar is an order for which the shop had to wait. Below, each cross is a reading that was thrown away. The curve below the queue is the wait of the oldest: it stays short where the old ones are dropped, until no new ones come.',
    },
  ],
};
