/** Loads the glossary: `content/glossary.ts`. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Term } from '../../content/glossary.ts';
import { glossarySchema } from '../../content/schema.ts';
import { lineOfProperty } from './locate.ts';
import { failure, type Loaded } from './problem.ts';
import { readDescription } from './read-folder.ts';

/** `folder` is the one that holds `lessons/` too. */
export async function loadGlossary(folder: string): Promise<Loaded<readonly Term[]>> {
  const file = join(resolve(folder), 'glossary.ts');
  const described = await readDescription(file, 'glossary', glossarySchema);
  if (!described.ok) return described;
  const terms = described.value as unknown as readonly Term[];
  const text = readFileSync(file, 'utf8');
  const twice = terms.flatMap(({ id }, index) =>
    terms.findIndex((term) => term.id === id) === index
      ? []
      : [{ file, line: lineOfProperty(text, 'glossary', [index, 'id']), said: `The term "${id}" is there twice.` }],
  );
  return twice.length > 0 ? failure(...twice) : { ok: true, value: terms };
}
