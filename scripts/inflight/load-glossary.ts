/** Loads the glossary: `content/glossary.ts`, and the lists in `content/glossary/` that it takes in after its own terms. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Term } from '../../content/glossary.ts';
import { glossarySchema } from '../../content/schema.ts';
import { type ContentProblem, failure, type Loaded } from './problem.ts';
import { filesIn, readDescription } from './read-folder.ts';

/** `folder` is the one that holds `lessons/` too. */
export async function loadGlossary(folder: string): Promise<Loaded<readonly Term[]>> {
  const lists = filesIn(join(resolve(folder), 'glossary'), '.ts').map((name) => join(resolve(folder), 'glossary', `${name}.ts`));
  const listed: { readonly list: string; readonly ids: readonly string[] }[] = [];
  // Before the whole: a problem in one of them has its line there.
  for (const list of lists) {
    const described = await readDescription(list, 'terms', glossarySchema);
    if (!described.ok) return described;
    listed.push({ list, ids: described.value.map(({ id }) => id) });
  }
  const whole = join(resolve(folder), 'glossary.ts');
  const described = await readDescription(whole, 'glossary', glossarySchema);
  if (!described.ok) return described;
  const terms = described.value as unknown as readonly Term[];
  const forgotten = listed.filter(({ ids }) => ids.some((id) => !terms.some((term) => term.id === id)));
  if (forgotten.length > 0) {
    return failure(...forgotten.map(({ list }) => ({ file: list, line: 1, said: 'content/glossary.ts does not take this list in.' })));
  }
  const twice = terms.filter(({ id }, index) => terms.findIndex((term) => term.id === id) < index);
  if (twice.length > 0) return failure(...twice.map(({ id }) => twiceProblem(id, [whole, ...lists])));
  return { ok: true, value: terms };
}

/** At the last place where the id is written. */
function twiceProblem(id: string, files: readonly string[]): ContentProblem {
  const places = files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((text, index) => (text.includes(`id: '${id}'`) ? [{ file, line: index + 1 }] : [])),
  );
  const { file, line } = places.at(-1) ?? { file: files[0] ?? '', line: 1 };
  return { file, line, said: `The term "${id}" is there twice.` };
}
