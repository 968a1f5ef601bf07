/** Groups: independent of each other, and their members share. */
import type { Figure } from '../../../figure.ts';

export const figure: Figure = {
  title: 'Groups: a copy for each group, shared by its members',
  cell: 'groups',
  frames: [
    { at: { on: 'messageDelivered', process: 'mail-2' }, said: 'In the group mail each order goes to one of two members.' },
    {
      at: { on: 'messageStored', text: 'order-6', nth: 2 },
      said: 'The group stock stands still. Its copies wait, and the group mail goes on.',
    },
  ],
};
