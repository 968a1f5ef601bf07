/** The static server: serves `dist/` as any plain host would, with no special headers. */
import { createReadStream, statSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { root } from './root.ts';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

export interface StaticSite {
  /** Where the site is, with the base path and a slash at the end. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves a folder on this machine only. A taken port is stepped over; port 0 asks for any free one.
 * `basePath` (such as `/course/`) puts the site under a sub-path; everything outside it is not found.
 */
export async function serveStatic(folder: string, options: { port?: number; basePath?: string } = {}): Promise<StaticSite> {
  const basePath = options.basePath ?? '/';
  const handle = (path: string, response: ServerResponse) => answer(folder, basePath, path, response);
  for (let port = options.port ?? 0; port < 65_536; port += 1) {
    const servers = await listenEverywhere(port, handle);
    if (servers === null) continue;
    const address = servers[0]?.address();
    if (typeof address !== 'object' || address === null) throw new Error('The server has no address.');
    return {
      url: `http://localhost:${address.port}${basePath}`,
      close: async () => {
        await Promise.all(servers.map(closeServer));
      },
    };
  }
  throw new Error(`No port is free from ${options.port} on.`);
}

/** A browser tries `::1` before `127.0.0.1` for `localhost`, so a port counts as free only when it is free on both. */
async function listenEverywhere(port: number, handle: (path: string, response: ServerResponse) => void): Promise<Server[] | null> {
  const servers: Server[] = [];
  for (const host of ['127.0.0.1', '::1']) {
    const first = servers[0]?.address();
    const wanted = typeof first === 'object' && first !== null ? first.port : port;
    const opened = await listen(wanted, host, handle);
    if (typeof opened !== 'string') servers.push(opened);
    else if (opened === 'EADDRINUSE' || opened === 'EACCES') {
      await Promise.all(servers.map(closeServer));
      return null;
    } else if (host === '127.0.0.1') throw new Error(`Cannot listen on port ${port}: ${opened}`);
  }
  return servers;
}

/** Resolves to the server, or to the error code when it cannot listen. */
function listen(port: number, host: string, handle: (path: string, response: ServerResponse) => void): Promise<Server | string> {
  return new Promise((done) => {
    const server = createServer((request, response) => handle(request.url ?? '/', response));
    server.once('error', (error: NodeJS.ErrnoException) => done(error.code ?? 'unknown'));
    server.listen(port, host, () => done(server));
  });
}

function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((done) => server.close(() => done()));
}

function answer(folder: string, basePath: string, requested: string, response: ServerResponse): void {
  const place = placeInside(folder, basePath, requested);
  if (place !== null && !place.endsWith(sep) && existingFile(join(place, 'index.html')) !== null) {
    response.writeHead(301, { location: `${requested.split(/[?#]/u)[0]}/` }).end();
    return;
  }
  const file = place === null ? null : existingFile(place.endsWith(sep) ? join(place, 'index.html') : place);
  const shown = file ?? existingFile(join(folder, '404.html'));
  if (shown === null) {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Not found.\n');
    return;
  }
  response.writeHead(file === null ? 404 : 200, {
    'content-type': contentTypes[extname(shown)] ?? 'application/octet-stream',
    'content-length': statSync(shown).size,
    'cache-control': 'no-cache',
  });
  createReadStream(shown).pipe(response);
}

/** The place in the folder that a URL path means, or null. Never one outside the folder. */
function placeInside(folder: string, basePath: string, requested: string): string | null {
  const path = decoded(requested.split(/[?#]/u)[0] ?? '/');
  if (path === null || path.includes('\0') || !path.startsWith(basePath)) return null;
  const inside = join(folder, path.slice(basePath.length), path.endsWith('/') ? sep : '');
  return inside.startsWith(normalize(folder + sep)) ? inside : null;
}

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

function existingFile(path: string): string | null {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ? path : null;
}

if (import.meta.main) {
  const site = await serveStatic(join(root, 'dist'), { port: Number(process.env.PORT ?? 4321) });
  console.log(`Inflight is at ${site.url.replace(/\/$/u, '')} (Ctrl+C stops it).`);
}
