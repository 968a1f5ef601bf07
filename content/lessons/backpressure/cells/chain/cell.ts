/** A chain of three: the archive at its end is slow, and the camera at its beginning is stopped, although nobody told it. */
import type { Cell } from '../../../../../sandbox/engine/cell.ts';
import { eventsOf, linesAfter } from '../../../../story.ts';

/** A disk that is quicker than the camera. */
const quickArchive = `import net from 'node:net';

const server = net.createServer(async (relay) => {
  let storedKb = 0;
  for await (const piece of relay) {
    storedKb += piece.length / 1024;
    console.log('stored ' + storedKb + ' KB');
  }
  console.log('the film is complete');
});

server.listen(7002);
`;

export const cell: Cell = {
  title: 'A chain of three with a slow end',
  objectives: ['bp-tcp'],
  processes: [
    { name: 'camera', file: 'camera.ts', startAt: 100 },
    { name: 'relay', file: 'relay.ts' },
    { name: 'archive', file: 'archive.ts' },
  ],
  brokers: [],
  network: { latencyMs: [1, 5] },
  faults: [],
  deadlineMs: 20_000,
  eventBudget: 10_000,
  seed: 1,
  moments: [
    {
      at: { on: 'console', process: 'archive', text: 'stored 8 KB' },
      label: 'the first piece',
      caption: 'One piece is on the disk. The camera has made several more meanwhile, and all of them went out at once.',
    },
    {
      at: { on: 'console', process: 'camera', text: 'the camera stops' },
      label: 'write says false',
      caption:
        'The buffers between archive and relay are full, so the relay reads no more. Then those between relay and camera filled up too.',
    },
    {
      at: { on: 'console', process: 'camera', text: 'room again' },
      label: 'room again',
      caption: 'The archive has read some pieces, so the relay could send and then read, and the camera may go on.',
    },
    {
      at: { on: 'console', process: 'camera', text: 'the camera stops', nth: 4 },
      label: 'the same again',
      caption: 'From now on the camera works as fast as the archive does, in fits and starts.',
    },
    {
      at: { on: 'console', process: 'camera', text: 'all pieces are sent' },
      label: 'the camera is done',
      caption: 'It would have needed 400 ms. What has left it and is not stored yet fits into the buffers along the way.',
    },
    {
      at: { on: 'console', process: 'archive', text: 'complete' },
      label: 'nothing was lost',
      caption: 'All 640 KB are there. Nobody dropped anything, and no program in the chain had to count.',
    },
  ],
  shows: {
    'bp-tcp': {
      holds: (trace) => {
        const sent = eventsOf(trace, 'console').find(({ detail }) => detail.text === 'all pieces are sent');
        const stoppedCount = linesAfter(trace, 'piece ').length;
        return (
          sent !== undefined &&
          sent.atMicros > 1_000_000 &&
          stoppedCount >= 4 &&
          linesAfter(trace, 'stored ').at(-1) === '640 KB' &&
          linesAfter(trace, 'the film is complete').length === 1
        );
      },
      counterRun: {
        name: 'With an archive that keeps up the camera is never stopped.',
        change: {},
        files: { 'archive.ts': quickArchive },
      },
    },
  },
  real: 'skipped: the socket buffers of a real computer are larger, and they grow by themselves',
};
