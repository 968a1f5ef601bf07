/** A topic: every subscriber has its own copy of each message. */
import type { Figure } from '../../../figure.ts';

export const figure: Figure = {
  title: 'Publish and subscribe: a copy for each',
  cell: 'a-topic',
  frames: [
    { at: { on: 'messagePublished', text: 'order-1' }, said: 'The shop publishes once, to a name.' },
    {
      at: { on: 'messageStored', text: 'order-1', nth: 2 },
      said: 'Each group that subscribed has a copy. Stock has taken its own out of its queue already.',
    },
  ],
};
