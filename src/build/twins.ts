/** Python twins as the site's build sees them: the program, what it printed when it was recorded, and the versions. */

const texts = import.meta.glob<string>('../../content/lessons/*/cells/*/twin/*.{py,txt}', {
  eager: true,
  query: '?raw',
  import: 'default',
});

export interface Twin {
  readonly name: string;
  readonly text: string;
  readonly output: string;
  /** Such as `Python 3.11.7, pika 1.3.2`. */
  readonly versions: string;
}

/** The twin of the cell in this folder, or null. */
export function twinIn(folder: string): Twin | null {
  const [program] = Object.keys(texts).filter((path) => path.startsWith(`${folder}/twin/`) && path.endsWith('.py'));
  if (program === undefined) return null;
  const read = (name: string): string => (texts[`${folder}/twin/${name}`] ?? '').trimEnd();
  const name = program.slice(program.lastIndexOf('/') + 1);
  return { name, text: read(name), output: read('output.txt'), versions: read('versions.txt').replaceAll('\n', ', ') };
}
