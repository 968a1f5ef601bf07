/** The rules about a file's shape: its opening sentence, size, name, exports, and what its text must not hold. */
import ts from 'typescript';
import { isLearnerText, isTypeScript, type SourceText } from './source-files.ts';

export const LONGEST_FILE_LINES = 300;

/** Every source file opens with one doc comment that says in a sentence what the file is; in CSS any comment is one. */
export function openingProblems({ path, text }: SourceText): string[] {
  if (!/\.(ts|mts|mjs|js|astro|css)$/u.test(path) || isLearnerText(path)) return [];
  const code = path.endsWith('.astro') ? text.replace(/^---\r?\n/u, '') : text;
  const opening = (path.endsWith('.css') ? /^\/\*(?<said>[\s\S]*?)\*\//u : /^\/\*\*(?<said>[\s\S]*?)\*\//u).exec(code)?.groups?.said ?? '';
  return /[a-z].*[.:!?`)]\s*$/isu.test(opening) ? [] : [`${path} does not open with a sentence in /** … */.`];
}

/** A file above the limit is a question; `answered` holds the files for which there is an answer. */
export function sizeProblems({ path, text }: SourceText, answered: Readonly<Record<string, string>> = {}): string[] {
  const lineCount = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
  if (!/\.(ts|mts|mjs|js|astro|css|html)$/u.test(path) || lineCount <= LONGEST_FILE_LINES || answered[path] !== undefined) return [];
  return [`${path} has ${lineCount} lines; above ${LONGEST_FILE_LINES} it needs to be split, or a reason in the test.`];
}

/** Names are kebab-case; Astro's `[name]` pages, dot folders and the documents that everyone knows by name are exceptions. */
export function nameProblems({ path }: SourceText): string[] {
  const isNamed = (segment: string) =>
    /^\.?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*$/u.test(segment) || /^\[(\.\.\.)?[a-z-]+\](\.astro)?$/u.test(segment);
  const known = new Set(['README.md', 'ARCHITECTURE.md', 'LICENSE']);
  return path.split('/').every((segment) => isNamed(segment) || known.has(segment)) ? [] : [`${path} is not in kebab-case.`];
}

/** Exports have names, so that they are called the same everywhere; configurations are read by tools that want a default. */
export function exportProblems({ path, text }: SourceText): string[] {
  if (!isTypeScript(path) || /\.config\.(ts|mts|mjs)$|\.d\.ts$/u.test(path)) return [];
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
  return file.statements.some(isDefaultExport) ? [`${path} has a default export; give it a name.`] : [];
}

function isDefaultExport(statement: ts.Statement): boolean {
  if (ts.isExportAssignment(statement)) return true;
  if (ts.isExportDeclaration(statement) && statement.exportClause !== undefined && ts.isNamedExports(statement.exportClause)) {
    return statement.exportClause.elements.some((element) => element.name.text === 'default');
  }
  return ts.canHaveModifiers(statement) && (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword);
}

/** Where somebody's own files lie, on the systems we know; `/home/app` is the home that simulated processes see. */
const machinePath = /(^|[\s'"`(=:])(\/(work|root|home(?!\/app\b)|tmp|Users)\/[\w.]|[A-Z]:\\Users\\)/mu;

export function machinePathProblems({ path, text }: SourceText): string[] {
  const found = machinePath.exec(text);
  return found === null ? [] : [`${path} holds a path of one machine: ${found[0].trim()}…`];
}

/** Packages come from whichever registry npm is set to. */
const registryHost = /https?:\/\/[^\s"'/]*(registry|npmmirror|artifactory|verdaccio)|"resolved"\s*:/iu;

export function registryProblems({ path, text }: SourceText): string[] {
  const found = registryHost.exec(text);
  return found === null ? [] : [`${path} names a package registry: ${found[0]}`];
}
