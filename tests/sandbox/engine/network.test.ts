/** The network carries bytes in order, late, and not at all when it is cut. */
import { expect, test } from 'vitest';
import type { Endpoint } from '../../../sandbox/engine/process.ts';
import { type Actor, bytesOf, lines, pause, perform, say, talkative } from './stage.ts';

/** Listens on port 80 and answers every text with `re: text`. */
const echo: Actor = (process) => {
  process.listen(80, (endpoint) => ({
    ...talkative(
      () => endpoint,
      (text) => endpoint.write(bytesOf(`re: ${text}`), () => {}),
    ),
    ended: () => endpoint.destroy(),
  }));
};

/** Connects to port 80 and sends each text, one event apart. */
function sends(...texts: string[]): Actor {
  return async (process) => {
    await pause(1);
    const endpoint: Endpoint = process.connect(
      'localhost',
      80,
      talkative(() => endpoint),
    );
    for (const text of texts) {
      await pause(5);
      endpoint.write(bytesOf(text), () => {});
    }
  };
}

test('a connection opens after a round trip and carries bytes both ways', async () => {
  const report = await perform({ actors: { server: echo, client: sends('hello') } });
  expect(lines(report)).toEqual(['server@2 opened', 'client@3 opened', 'server@7 received hello', 'client@8 received re: hello']);
});

test('what one event writes travels as one segment', async () => {
  const report = await perform({
    actors: {
      server: echo,
      client: async (process) => {
        await pause(1);
        const endpoint: Endpoint = process.connect(
          'localhost',
          80,
          talkative(() => endpoint),
        );
        await pause(5);
        endpoint.write(bytesOf('a'), () => {});
        endpoint.write(bytesOf('b'), () => {});
      },
    },
  });
  expect(lines(report)).toContain('server@7 received ab');
});

test('nobody listens: refused', async () => {
  const report = await perform({ actors: { client: sends('hello') } });
  expect(lines(report)).toEqual(['client@3 closed ECONNREFUSED']);
});

test('an unknown host: not found', async () => {
  const report = await perform({
    actors: {
      client: (process) => {
        const endpoint: Endpoint = process.connect(
          'example.org',
          80,
          talkative(() => endpoint),
        );
      },
    },
  });
  expect(lines(report)).toEqual(['client@2 closed ENOTFOUND']);
});

test('random latencies never reorder a connection', async () => {
  const report = await perform({ actors: { server: echo, client: sends('1', '2', '3', '4', '5', '6') }, latencyMs: [1, 50] });
  const heard = lines(report).filter((line) => line.startsWith('server') && line.includes('received'));
  expect(heard.map((line) => line.replace(/.*received /, '')).join('')).toBe('123456');
});

test('with a limit on bytes, a large segment takes long and the one behind it waits', async () => {
  const large = 'x'.repeat(50);
  const report = await perform({ actors: { server: echo, client: sends(large, 'y') }, bytesPerMs: 1 });
  const heard = lines(report).filter((line) => line.startsWith('server') && line.includes('received'));
  expect(heard).toEqual([`server@57 received ${large}`, 'server@58 received y']);
});

test('a cut resets both sides and loses what is on its way', async () => {
  const report = await perform({
    actors: { server: echo, client: sends('hello') },
    faults: [{ kind: 'cut', between: ['client', 'server'], when: { atMs: 6.5 } }],
  });
  expect(lines(report).slice(2)).toEqual(['client@6.5 closed ECONNRESET', 'server@6.5 closed ECONNRESET']);
});

test('a partition delays, keeps the order and loses nothing', async () => {
  const report = await perform({
    actors: { server: echo, client: sends('1', '2', '3') },
    faults: [{ kind: 'partition', between: ['client', 'server'], when: { atMs: 5 }, forMs: 100 }],
  });
  const heard = lines(report).filter((line) => line.startsWith('server') && line.includes('received'));
  expect(heard).toEqual(['server@106 received 1', 'server@106 received 2', 'server@106 received 3']);
});

test('a slower link takes longer for as long as it is slow', async () => {
  const report = await perform({
    actors: { server: echo, client: sends('1') },
    faults: [{ kind: 'latency', between: ['client', 'server'], when: { atMs: 4 }, forMs: 3, latencyMs: [40, 40] }],
  });
  expect(lines(report)).toContain('server@46 received 1');
});

test('a lost ack: the bytes vanish and the connection is reset', async () => {
  const report = await perform({
    actors: { server: echo, client: sends('1', '2') },
    faults: [{ kind: 'loseAck', process: 'client', broker: 'server', when: { atMs: 9 } }],
  });
  expect(lines(report).slice(2)).toEqual([
    'server@7 received 1',
    'client@8 received re: 1',
    'client@11 closed ECONNRESET',
    'server@11 closed ECONNRESET',
  ]);
});

test('what a process wrote before it crashed still arrives, then its connection ends', async () => {
  const report = await perform({
    actors: {
      server: (process) => {
        process.listen(80, (endpoint) => talkative(() => endpoint));
      },
      client: async (process) => {
        await pause(1);
        const endpoint: Endpoint = process.connect(
          'localhost',
          80,
          talkative(() => endpoint),
        );
        await pause(5);
        endpoint.write(bytesOf('last words'), () => {});
        say('written');
        say('never said');
      },
    },
    faults: [{ kind: 'crash', process: 'client', when: { on: 'console', process: 'client', nth: 2 } }],
  });
  expect(lines(report).slice(2)).toEqual(['client@6 written', 'server@7 received last words', 'server@7 ended', 'server@7 closed']);
});

test('a reader that does not consume makes the writer wait', async () => {
  const report = await perform({
    actors: {
      server: (process) => {
        process.listen(80, (endpoint) => ({
          ...talkative(() => endpoint),
          received: (bytes) => void process.schedule(50_000, () => endpoint.consumed(bytes.length)),
        }));
      },
      client: async (process) => {
        await pause(1);
        const endpoint: Endpoint = process.connect(
          'localhost',
          80,
          talkative(() => endpoint),
        );
        await pause(5);
        endpoint.write(new Uint8Array(100_000), () => say('room again'));
      },
    },
  });
  expect(lines(report)).toContain('client@58 room again');
});

test('a taken port is refused to the second who wants it', async () => {
  const report = await perform({
    actors: {
      server: (process) => {
        process.listen(80, (endpoint) => talkative(() => endpoint));
        try {
          process.listen(80, (endpoint) => talkative(() => endpoint));
        } catch (error) {
          say((error as { code: string }).code);
        }
      },
    },
  });
  expect(lines(report)).toEqual(['server@0 EADDRINUSE']);
});

test('a server that crashes takes the connections along that it had accepted', async () => {
  const report = await perform({
    actors: { server: echo, client: sends('hello') },
    faults: [{ kind: 'crash', process: 'server', when: { atMs: 20 } }],
  });
  expect(lines(report).slice(-2)).toEqual(['client@21 ended', 'client@21 closed']);
});

test('who asks a paused server for a connection learns that it crashed', async () => {
  const report = await perform({
    actors: { server: echo, client: sends() },
    faults: [
      { kind: 'pause', process: 'server', when: { atMs: 1 }, forMs: 50 },
      { kind: 'crash', process: 'server', when: { atMs: 20 } },
    ],
  });
  expect(lines(report)).toEqual(['client@21 closed ECONNREFUSED']);
});
