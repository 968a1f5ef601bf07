/** Failures: why something could not be done, in words for the reader. Mostly it is a file of the site that was not there. */

/** What browsers say of a script of the page's own that they could not load. */
const NOT_LOADED = /dynamically imported module|module script failed|error loading/i;

export function failureWords(error: unknown): string {
  const said = error instanceof Error ? error.message : String(error);
  if (!navigator.onLine) return 'There is no connection, and this needs a file that was not loaded yet. Your text is kept.';
  if (NOT_LOADED.test(said))
    return 'A part of this page could not be loaded. Check the connection. If it is fine, the site was renewed meanwhile: reload the page. Your text is kept.';
  return said;
}
