/** Where the real server is, and what is said when there is none to use. */
import { expect, test } from 'vitest';
import { freePort } from '../../../sandbox/host/real/answers.ts';
import { findReal } from '../../../scripts/conformance/wire/real-address.ts';

test('where nothing listens, the sentence names the address', async () => {
  const url = `redis://127.0.0.1:${await freePort()}`;
  expect(await findReal(url)).toBe(`No Redis answers at ${url}.`);
});

test('a server on another machine is left alone', async () => {
  expect(await findReal('redis://redis.example:6379')).toBe('redis://redis.example:6379 is not on this machine.');
});
