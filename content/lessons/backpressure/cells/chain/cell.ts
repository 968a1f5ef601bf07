/** A chain of three: the archive at its end is slow, and the camera at its beginning is stopped, although nobody told it. */
import type { Cell } from '../../../../../sandbox/engine/cell.ts';
import { eventsOf, linesAfter } from '../../../../story.ts';

export const cell: Cell = {
  title: 'A chain of three and a slow end',
  objectives: ['bp-tcp'],
  processes: [
    { name: 'archive', file: 'archive.ts' },
    { name: 'relay', file: 'relay.ts' },
    { name: 'camera', file: 'camera.ts', startAt: 100 },
  ],
  brokers: [],
  network: { latencyMs: [1, 5] },
  faults: [],
  deadlineMs: 20_000,
  eventBudget: 10_000,
  seed: 1,
  shows: {
  },
  real: 'skipped: the socket buffers of a real computer are larger, and they grow by themselves',
};
