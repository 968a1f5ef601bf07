/** Names in short: several processes in a few words. */

/** `mia, tom`; `worker-1 … worker-4` for a numbered row of three or more. */
export function namesInShort(names: readonly string[]): string {
  const [first, last] = [names[0] ?? '', names.at(-1) ?? ''];
  const stem = first.replace(/\d+$/, '');
  const start = Number(first.slice(stem.length));
  const isRow = names.length > 2 && stem !== first && names.every((name, index) => name === `${stem}${start + index}`);
  return isRow ? `${first} … ${last}` : names.join(', ');
}
