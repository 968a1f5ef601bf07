/** The order of a cell's tabs: what matters most to the reader comes first, and leads to what it imports. */

/** The files named in `first`, in this order, then the others as they come. */
export function inOrder<Text>(files: Readonly<Record<string, Text>>, first: readonly string[]): Record<string, Text> {
  const leading = [...new Set(first)].filter((name) => Object.hasOwn(files, name));
  const others = Object.keys(files).filter((name) => !leading.includes(name));
  return Object.fromEntries([...leading, ...others].map((name) => [name, files[name] as Text]));
}
