import { createServer } from 'node:http';

createServer(async (request, response) => {
  const customer = new URL(request.url ?? '', 'http://web').searchParams.get('customer');
  try {
    const answer = await fetch(`http://localhost:8081/check?customer=${customer}`);
    response.end(await answer.text());
  } catch {
    response.statusCode = 503;
    response.end('No login at the moment. Please try again later.');
  }
}).listen(8080);
