/** TCP between simulated processes. */
import { expect, test } from 'vitest';
import { runProgram, runPrograms } from './run-program.ts';

const echoServer = `
  import net from 'node:net';
  const server = net.createServer((socket) => {
    console.log('connection from', socket.remoteAddress);
    socket.on('data', (bytes) => socket.write(bytes.toString().toUpperCase()));
    socket.on('end', () => console.log('client ended'));
    socket.on('close', (hadError) => { console.log('closed', hadError); server.close(() => console.log('server closed')); });
  });
  server.listen(7000, () => console.log('listening on', server.address().port));
`;

test('a client talks to a server and both end in order', async () => {
  const client = `
    import net from 'node:net';
    const socket = net.connect({ port: 7000 }, () => { console.log('connected', socket.readyState, socket.remotePort); socket.write('hello'); });
    console.log(socket.connecting, socket.readyState);
    socket.setEncoding('utf8');
    socket.once('data', (text) => { console.log(text, socket.bytesRead, socket.bytesWritten); socket.end(); });
    socket.on('end', () => console.log('end'));
    socket.on('close', (hadError) => console.log('close', hadError, socket.destroyed));
  `;
  const { lines, report } = await runPrograms({ server: echoServer, client });
  expect(lines['client']).toEqual(['true opening', 'connected open 7000', 'HELLO 5 5', 'end', 'close false true']);
  expect(lines['server']).toEqual(['listening on 7000', 'connection from 127.0.0.1', 'client ended', 'closed false', 'server closed']);
  expect(report.processes.map(({ state }) => state)).toEqual(['exited', 'exited']);
});

test('nobody listening: the error is the one of Node', async () => {
  const lines = await runProgram(`
    import net from 'node:net';
    net.connect(6379, 'localhost')
      .on('error', (error) => console.log(error.message, error.code, error.errno, error.syscall, error.address, error.port))
      .on('close', (hadError) => console.log('close', hadError));
  `);
  expect(lines).toEqual(['connect ECONNREFUSED 127.0.0.1:6379 ECONNREFUSED -111 connect 127.0.0.1 6379', 'close true']);
});

test('an unknown host is not found, and an unheard error ends the process', async () => {
  expect(await runProgram(`import net from 'node:net'; net.connect(80, 'example.com');`)).toEqual([
    'crashed: Error: getaddrinfo ENOTFOUND example.com',
  ]);
});

test('a port that is taken', async () => {
  const lines = await runProgram(`
    import net from 'node:net';
    const first = net.createServer().listen(7000, () => {
      net.createServer().listen(7000).on('error', (error) => { console.log(error.message, error.code); first.close(); });
    });
  `);
  expect(lines).toEqual(['listen EADDRINUSE: address already in use :::7000 EADDRINUSE']);
});

test('what is written before the connection is open is sent once it is', async () => {
  const client = `
    import net from 'node:net';
    const socket = net.connect(7000);
    socket.write('a'); socket.write('b'); socket.end('c');
    socket.on('data', (bytes) => console.log(bytes.toString()));
  `;
  expect((await runPrograms({ server: echoServer, client })).lines['client']).toEqual(['ABC']);
});

test('a slow reader holds up the writer', async () => {
  const server = `
    import net from 'node:net';
    const server = net.createServer((socket) => {
      socket.pause();
      setTimeout(() => { console.log('reads'); socket.resume(); }, 500);
      let total = 0;
      socket.on('data', (bytes) => { total += bytes.length; });
      socket.on('end', () => { console.log(total); server.close(); });
    }).listen(7000);
  `;
  const client = `
    import net from 'node:net';
    const socket = net.connect(7000);
    let writes = 0;
    const more = () => {
      while (writes < 100) { writes += 1; if (!socket.write(Buffer.alloc(10_000))) return; }
      socket.end();
    };
    let drains = 0;
    socket.on('drain', () => { drains += 1; more(); });
    setTimeout(() => console.log('held up', writes < 40), 400);
    socket.on('close', () => console.log(writes, drains > 5));
    more();
  `;
  const { lines } = await runPrograms({ server, client });
  expect(lines).toEqual({ server: ['reads', '1000000'], client: ['held up true', '100 true'] });
});

test('a socket that hears nothing for long says so, and stays open', async () => {
  const server = `import net from 'node:net'; const server = net.createServer((socket) => socket.on('close', () => server.close())).listen(7000);`;
  const client = `
    import net from 'node:net';
    const socket = net.connect(7000);
    socket.setTimeout(200, () => { console.log('timeout', socket.readyState, Math.round(performance.now() / 10)); socket.destroy(); });
  `;
  expect((await runPrograms({ server, client })).lines['client']).toEqual(['timeout open 20']);
});

test('the other side goes away in mid-sentence', async () => {
  const server = `import net from 'node:net'; const server = net.createServer((socket) => { socket.destroy(); server.close(); }).listen(7000);`;
  const client = `
    import net from 'node:net';
    const socket = net.connect(7000);
    socket.on('data', () => {}).on('end', () => console.log('end')).on('close', (hadError) => console.log('close', hadError));
  `;
  expect((await runPrograms({ server, client })).lines['client']).toEqual(['end', 'close false']);
});

test('isIP', async () => {
  const lines = await runProgram(`
    import { isIP } from 'node:net';
    console.log(['127.0.0.1', '256.1.1.1', '::1', 'fe80::1%eth0', '1:2:3:4:5:6:7:8', '::ffff:10.0.0.1', 'localhost', '1::2::3', ''].map(isIP));
  `);
  expect(lines).toEqual(['[\n  4, 0, 6, 6, 6,\n  6, 0, 0, 0\n]']);
});

test('TLS is refused in a sentence', async () => {
  expect((await runProgram(`import tls from 'node:tls'; tls.connect(443);`))[0]).toContain('TLS is not available in the sandbox');
});
