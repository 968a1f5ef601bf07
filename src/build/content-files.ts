/** Finding content by its name, for the site's build: folders of a kind, whichever lesson they are in, and the texts in them. */
import { addresses } from 'virtual:sandbox-assets';

const texts = import.meta.glob<string>('../../content/lessons/*/*/*/{files,starter,solution}/**/*.ts', {
  eager: true,
  query: '?raw',
  import: 'default',
});

export interface Found<M> {
  /** As the modules of the build name it: `../../content/lessons/<lesson>/<kind>/<id>`. */
  readonly folder: string;
  readonly lesson: string;
  readonly module: M;
}

/** The one folder of this kind and name. `modules` are what lies in all of them, by path. */
export function find<M>(modules: Readonly<Record<string, M>>, kind: string, id: string): Found<M> {
  const matches = Object.entries(modules).filter(([path]) => path.split('/').at(-2) === id);
  const [match] = matches;
  if (match === undefined || matches.length > 1)
    throw new Error(`${matches.length === 0 ? 'No' : 'More than one'} folder ${kind}/${id} is in content/lessons.`);
  const folder = match[0].slice(0, match[0].lastIndexOf('/'));
  return { folder, lesson: lessonOf(folder), module: match[1] };
}

/** The lesson's name from any path inside it. */
export function lessonOf(path: string): string {
  return /\/content\/lessons\/([^/]+)\//.exec(`${path}/`)?.[1] ?? '';
}

/** Texts below a folder, such as `<folder>/files/`, by their path in it. */
export function filesIn(prefix: string): Record<string, string> {
  const inside = Object.entries(texts).filter(([path]) => path.startsWith(prefix));
  return Object.fromEntries(inside.map(([path, text]) => [path.slice(prefix.length), text]));
}

/** What was recorded of a folder, by its name below `.inflight`; null when nothing was. */
export function recordedOf(folder: string): string | null {
  const name = `recorded/${folder.slice(folder.indexOf('lessons/') + 'lessons/'.length)}.json`;
  return name in addresses ? name : null;
}
