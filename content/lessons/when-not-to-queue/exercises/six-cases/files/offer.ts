import { createServer } from 'node:http';
import { connect } from '#course/broker';

/** Offers its work both ways: by a call, and from a queue. */
export async function offer(work: string, port: number, doIt: (what: string) => Promise<string>): Promise<void> {
  createServer(async (request, response) => {
    try {
      response.end(await doIt((request.url ?? '/').slice(1)));
    } catch (error) {
      response.statusCode = 503;
      response.end(String(error));
    }
  }).listen(port);

  const broker = await connect();
  for await (const message of broker.queue<string>(work).consume()) {
    await doIt(message.body);
    await message.ack();
  }
}
