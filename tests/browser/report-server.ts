/** The report server: hands on the site and takes the report that its page posts, for browsers that nobody drives. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface SelfReport {
  readonly agent: string;
  /** Trace hashes by seed, from 1, by cell or solution. */
  readonly hashes: Readonly<Record<string, readonly string[]>>;
  readonly failed?: string;
}

export interface ReportServer {
  readonly url: string;
  readonly report: Promise<SelfReport>;
  close(): void;
}

/** `site` is where the site itself is served. */
export async function reportServer(site: string): Promise<ReportServer> {
  let take: (report: SelfReport) => void = () => {};
  const report = new Promise<SelfReport>((resolve) => {
    take = resolve;
  });
  const server = createServer(async (request, response) => {
    if (request.method === 'POST') {
      take(JSON.parse(await textOf(request)) as SelfReport);
      response.writeHead(204).end();
      return;
    }
    const answer = await fetch(new URL(request.url ?? '/', site));
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'text/plain' });
    response.end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, report, close: () => void server.close() };
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of request.setEncoding('utf8')) text += part;
  return text;
}
