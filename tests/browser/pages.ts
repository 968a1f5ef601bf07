/** Every kind of page of the site, for tests that hold on all of them. */

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/root.ts';

/** Addresses below the site's own. */
export const everyKind: readonly string[] = [
  '',
  'start/',
  'machine/',
  'glossary/',
  'cheat-sheet/',
  'checked/',
  'at-home/',
  'progress/',
  'search/?q=ack',
  'parts/why/skip/',
  'no-such-page/',
];

/** Those, and every lesson. */
export const everyPage: readonly string[] = [
  ...new Set([...everyKind, ...readdirSync(join(root, 'content/lessons')).map((lesson) => `${lesson}/`)]),
];
