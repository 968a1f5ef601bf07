/** Local files: which file of the cell a relative import names. */
import { missingFile } from './module-problems.ts';

export type Files = Readonly<Record<string, string>>;

export type Resolved = { readonly path: string } | { readonly said: string };

export function isLocal(specifier: string): boolean {
  return /^\.{0,2}\//.test(specifier) || specifier === '.' || specifier === '..';
}

/** Files are named as they are, extension included, as Node wants it. */
export function resolveLocal(specifier: string, importer: string, files: Files): Resolved {
  const path = joined(importer, specifier);
  if (Object.hasOwn(files, path)) return { path };
  const spelled = [path.replace(/\.js$/, '.ts'), `${path}.ts`, `${path}/index.ts`].find((candidate) => Object.hasOwn(files, candidate));
  const suggestion = spelled === undefined ? undefined : relative(importer, spelled);
  return { said: missingFile(specifier, importer, Object.keys(files), suggestion) };
}

function joined(importer: string, specifier: string): string {
  const parts = importer.split('/').slice(0, -1);
  for (const part of specifier.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

function relative(importer: string, path: string): string {
  const from = importer.split('/').slice(0, -1);
  const to = path.split('/');
  while (from.length > 0 && from[0] === to[0]) {
    from.shift();
    to.shift();
  }
  return from.length === 0 ? `./${to.join('/')}` : [...from.map(() => '..'), ...to].join('/');
}
