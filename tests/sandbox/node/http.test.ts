/** HTTP between simulated processes: `node:http` and `fetch`. */
import { expect, test } from 'vitest';
import { runProgram, runPrograms } from './run-program.ts';

const shop = `
  import { createServer } from 'node:http';
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (text) => { body += text; });
    request.on('end', () => {
      console.log(request.method, request.url, request.headers['content-type'] ?? '-', body);
      if (request.url === '/gone') response.writeHead(404, { 'Content-Type': 'text/plain' }).end('no such order');
      else if (request.url === '/moved') response.writeHead(302, { Location: '/orders' }).end();
      else if (request.url === '/slow') setTimeout(() => response.end('late'), 1000);
      else if (request.url === '/parts') { response.write('one '); setTimeout(() => response.end('two'), 50); }
      else if (request.url === '/empty') response.writeHead(204).end();
      else if (request.url === '/hang-up') request.socket.destroy();
      else { response.statusCode = 201; response.setHeader('X-Tag', ['a', 'b']); response.end(JSON.stringify({ got: body })); }
      if (request.headers['x-last']) server.close();
    });
  });
  server.listen(8080);
`;

test('fetch posts JSON and reads the answer', async () => {
  const client = `
    const response = await fetch('http://localhost:8080/orders?x=1', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ id: 1 }) });
    console.log(response.status, response.ok, response.statusText, response.headers.get('x-tag'), await response.json());
    const gone = await fetch(new URL('http://localhost:8080/gone'), { headers: { 'x-last': '1' } });
    console.log(gone.status, gone.ok, await gone.text());
  `;
  const { lines, report } = await runPrograms({ shop, client });
  expect(lines['client']).toEqual([`201 true Created a, b { got: '{"id":1}' }`, '404 false no such order']);
  expect(lines['shop']).toEqual(['POST /orders?x=1 application/json {"id":1}', 'GET /gone - ']);
  expect(report.processes.map(({ state }) => state)).toEqual(['exited', 'exited']);
});

test('redirects, no content, and a body in parts', async () => {
  const client = `
    const moved = await fetch('http://localhost:8080/moved');
    console.log(moved.status, moved.url, moved.redirected);
    const empty = await fetch('http://localhost:8080/empty');
    console.log(empty.status, JSON.stringify(await empty.text()));
    const parts = await fetch('http://localhost:8080/parts', { headers: { 'x-last': '1' } });
    for await (const part of parts.body) console.log(new TextDecoder().decode(part));
    console.log(parts.headers.get('transfer-encoding'));
  `;
  expect((await runPrograms({ shop, client })).lines['client']).toEqual([
    '201 http://localhost:8080/orders true',
    '204 ""',
    'one ',
    'two',
    'chunked',
  ]);
});

test('a caller that waits no longer', async () => {
  const client = `
    try { await fetch('http://localhost:8080/slow', { signal: AbortSignal.timeout(100), headers: { 'x-last': '1' } }); }
    catch (error) { console.log(error.name, Math.round(performance.now())); }
  `;
  expect((await runPrograms({ shop, client })).lines['client']?.[0]).toMatch(/^TimeoutError 10\d$/);
});

test('what can go wrong is a TypeError with a cause', async () => {
  const client = `
    for (const url of ['http://localhost:8080/hang-up', 'http://localhost:9', 'http://example.com/', 'https://localhost:8080/']) {
      try { await fetch(url); } catch (error) { console.log(error.name, error.message, '|', error.cause.message); }
    }
    await fetch('http://localhost:8080/', { headers: { 'x-last': '1' } });
  `;
  const { lines } = await runPrograms({ shop, client });
  expect(lines['client']).toEqual([
    'TypeError fetch failed | socket hang up',
    'TypeError fetch failed | connect ECONNREFUSED 127.0.0.1:9',
    "TypeError fetch failed | the sandbox has no internet; example.com is not one of this cell's hosts. Fetch from http://localhost or a host of the cell.",
    "TypeError fetch failed | the sandbox has no internet; https://localhost is not one of this cell's hosts. Fetch from http://localhost or a host of the cell.",
  ]);
});

test('http.request and http.get', async () => {
  const client = `
    import http from 'node:http';
    const request = http.request({ port: 8080, path: '/orders', method: 'PUT', headers: { 'Content-Type': 'text/plain' } }, (response) => {
      console.log(response.statusCode, response.headers['x-tag'], response.rawHeaders.length > 4);
      response.resume().on('end', () => {
        http.get('http://localhost:8080/gone', { headers: { 'X-Last': '1' } }, async (second) => {
          let body = '';
          for await (const part of second) body += part;
          console.log(second.statusCode, second.statusMessage, body, second.complete);
        });
      });
    });
    request.write('first ');
    request.end('second');
  `;
  const { lines } = await runPrograms({ shop, client });
  expect(lines['client']).toEqual(['201 a, b true', '404 Not Found no such order true']);
  expect(lines['shop']?.[0]).toBe('PUT /orders text/plain first second');
});

test('requests over one connection are answered in order', async () => {
  const client = `
    import net from 'node:net';
    const socket = net.connect(8080);
    socket.setEncoding('utf8');
    let all = '';
    socket.on('data', (text) => { all += text; }).on('end', () => console.log(all.replaceAll('\\r\\n', '|').replace(/Date: [^|]*/g, 'Date')));
    socket.write('GET /slow HTTP/1.1\\r\\nHost: localhost\\r\\n\\r\\nGET /gone HTTP/1.1\\r\\nHost: localhost\\r\\nConnection: close\\r\\nX-Last: 1\\r\\n\\r\\n');
  `;
  expect((await runPrograms({ shop, client })).lines['client']).toEqual([
    'HTTP/1.1 200 OK|Content-Length: 4|Date|Connection: keep-alive||lateHTTP/1.1 404 Not Found|Content-Type: text/plain|Content-Length: 13|Date|Connection: close||no such order',
  ]);
});

test('a response says when it is finished, or that its caller went away', async () => {
  const lines = await runProgram(`
    import { createServer } from 'node:http';
    const server = createServer((request, response) => {
      for (const name of ['finish', 'close']) response.on(name, () => console.log(request.url, name, response.writableFinished));
      if (request.url === '/quick') response.end('ok');
      else { response.write('part'); server.close(); }
    }).listen(8080);
    await (await fetch('http://localhost:8080/quick')).text();
    await fetch('http://localhost:8080/never', { signal: AbortSignal.timeout(20) }).then((response) => response.text()).catch((error) => console.log(error.name));
  `);
  expect(lines).toEqual(['/quick finish true', '/quick close true', 'TimeoutError', '/never close false']);
});

test('headers cannot be changed once they are sent', async () => {
  const lines = await runProgram(`
    import { createServer } from 'node:http';
    const server = createServer((request, response) => {
      response.write('a');
      try { response.setHeader('a', 'b'); } catch (error) { console.log(error.code); }
      response.end();
      server.close();
    }).listen(8080);
    console.log(await (await fetch('http://localhost:8080')).text());
  `);
  expect(lines).toEqual(['ERR_HTTP_HEADERS_SENT', 'a']);
});

test('a server with many connections at once does not warn of a leak', async () => {
  const lines = await runProgram(`
    import { createServer } from 'node:http';
    const server = createServer((request, response) => setTimeout(() => response.end('ok'), 100)).listen(8080);
    const answers = await Promise.all(Array.from({ length: 12 }, () => fetch('http://localhost:8080')));
    console.log(answers.length);
    server.close();
  `);
  expect(lines).toEqual(['12']);
});
