import { createServer } from 'node:http';

// A place for large things: PUT keeps one, GET gives it back.
const kept = new Map<string, string>();

const server = createServer(async (request, response) => {
  const name = request.url ?? '';
  if (request.method === 'PUT') {
    let body = '';
    for await (const piece of request) body += piece;
    kept.set(name, body);
  }
  response.end(request.method === 'GET' ? kept.get(name) : '');
});

server.listen(9000);
