/** The static server answers as a plain host does and never leaves its folder. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type StaticSite, serveStatic } from '../../scripts/serve-static.ts';

const place = mkdtempSync(join(tmpdir(), 'site-'));
const folder = join(place, 'dist');
let site: StaticSite;

beforeAll(async () => {
  mkdirSync(join(folder, 'lesson'), { recursive: true });
  writeFileSync(join(place, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'index.html'), 'home');
  writeFileSync(join(folder, '404.html'), 'nothing here');
  writeFileSync(join(folder, 'lesson', 'index.html'), 'lesson');
  writeFileSync(join(folder, 'a b.js'), 'code');
  site = await serveStatic(folder);
});

afterAll(async () => {
  await site.close();
  rmSync(place, { recursive: true });
});

/** Sends the path as it is: `fetch` would tidy up `..` first. */
function ask(path: string, base = site.url): Promise<{ status: number; type: string; location: string; text: string }> {
  const { hostname, port } = new URL(base);
  return new Promise((done, fail) => {
    get({ hostname, port, path }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      const { 'content-type': type = '', location = '' } = response.headers;
      response.on('end', () => done({ status: response.statusCode ?? 0, type, location, text }));
    }).on('error', fail);
  });
}

describe('the static server', () => {
  test('gives the page of a folder', async () => {
    expect(await ask('/')).toMatchObject({ status: 200, type: 'text/html; charset=utf-8', text: 'home' });
    expect(await ask('/lesson/?from=mail')).toMatchObject({ status: 200, text: 'lesson' });
  });

  test('adds the slash that relative links need', async () => {
    expect(await ask('/lesson')).toMatchObject({ status: 301, location: '/lesson/' });
  });

  test('decodes names', async () => {
    expect(await ask('/a%20b.js')).toMatchObject({ status: 200, type: 'text/javascript; charset=utf-8', text: 'code' });
  });

  test.each(['/missing', '/a%ZZ', '/%00', '/lesson/..%2f..%2fsecret.txt', '/../secret.txt', '/..%5csecret.txt'])(
    'does not find %s',
    async (path) => {
      expect(await ask(path)).toMatchObject({ status: 404, text: 'nothing here' });
    },
  );

  test('works under a sub-path and finds nothing outside it', async () => {
    const below = await serveStatic(folder, { basePath: '/course/' });
    expect(await ask('/course/lesson/', below.url)).toMatchObject({ status: 200, text: 'lesson' });
    expect(await ask('/lesson/', below.url)).toMatchObject({ status: 404 });
    await below.close();
  });

  test('steps over a port that is taken', async () => {
    const port = Number(new URL(site.url).port);
    const next = await serveStatic(folder, { port });
    expect(Number(new URL(next.url).port)).toBeGreaterThan(port);
    await next.close();
  });
});
