/** What to say to a learner whose import cannot be satisfied. */

/** An import that is neither a file of the cell nor a module that cells may import. `allowed` are the names of those. */
export function unknownModule(name: string, allowed: readonly string[]): string {
  const close = closest(name, allowed);
  const hint = close === undefined ? '' : ` Did you mean "${close}"?`;
  return `"${name}" cannot be imported here.${hint} A cell can import its own files, ${listed(offered(allowed))}.`;
}

/** The packages by name, and a few of Node's built-ins for all of them: each of those is listed with and without `node:`. */
function offered(allowed: readonly string[]): string[] {
  const packages = allowed.filter((name) => !name.startsWith('node:') && !allowed.includes(`node:${name}`)).toSorted();
  const builtIns = allowed.filter((name) => name.startsWith('node:') && !name.includes('/'));
  return builtIns.length === 0 ? packages : [...packages, `modules of Node such as ${builtIns.slice(0, 3).join(', ')}`];
}

export function missingExport(module: string, name: string, exported: readonly string[]): string {
  const close = closest(name, exported);
  const hint = close === undefined ? exports(exported) : `Did you mean "${close}"?`;
  return `"${module}" does not export "${name}". ${hint}`;
}

export function missingDefault(module: string, exported: readonly string[]): string {
  return `"${module}" has no default export. Import what you need by name, in braces. ${exports(exported)}`;
}

/** A relative import that names no file of the cell. */
export function missingFile(specifier: string, importer: string, files: readonly string[], suggestion: string | undefined): string {
  if (suggestion !== undefined) return `There is no file for "${specifier}". Imports name the file as it is: write "${suggestion}".`;
  const others = files.filter((file) => file !== importer);
  return `There is no file for "${specifier}". ${others.length === 0 ? 'This cell has no other file.' : `The cell's other files are ${listed(others)}.`}`;
}

/** An import of JSON without the attribute that Node asks for. */
export function plainJson(specifier: string): string {
  return `Node imports JSON only when it is told to: write with { type: 'json' } after "${specifier}".`;
}

export function missingEntry(entry: string, files: readonly string[]): string {
  return `The cell runs "${entry}", but it has no such file. ${files.length === 0 ? 'It has no files.' : `Its files are ${listed(files)}.`}`;
}

function exports(exported: readonly string[]): string {
  const names = exported.filter((name) => name !== 'default' && name !== '__esModule');
  if (names.length === 0) return 'It exports nothing by name.';
  const shown = names.slice(0, 12);
  return names.length > shown.length
    ? `It exports ${shown.join(', ')} and ${names.length - shown.length} more.`
    : `It exports ${listed(shown)}.`;
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** The candidate that a slip of the fingers would turn into `word`: the same but for case, or within two changed letters. */
function closest(word: string, candidates: readonly string[]): string | undefined {
  const ranked = candidates
    .map((candidate) => ({ candidate, distance: distanceBetween(word.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ candidate, distance }) => distance <= 2 && distance < Math.min(word.length, candidate.length) / 2)
    .sort((one, other) => one.distance - other.distance);
  return ranked[0]?.candidate;
}

/** Levenshtein's distance: how many letters to insert, delete or change. */
function distanceBetween(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
