/** The version of a lesson's text: it changes when the text does, so that a reader who comes back is told. */
const texts = import.meta.glob<string>('../../content/lessons/*/lesson.mdx', { eager: true, query: '?raw', import: 'default' });

/** Eight digits of a hash (FNV-1a) of the lesson's text without its frontmatter. */
export function versionOf(lesson: string): string {
  const text = (texts[`../../content/lessons/${lesson}/lesson.mdx`] ?? '').replace(/^---[\s\S]*?\n---\n/, '');
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
