/** Every kind of page of the site, for tests that hold on all of them. */

/** Addresses below the site's own. */
export const everyKind: readonly string[] = [
  '',
  'start/',
  'machine/',
  'glossary/',
  'cheat-sheet/',
  'progress/',
  'search/?q=ack',
  'parts/why/skip/',
  'no-such-page/',
];
