/** The build's row: all steps but the recorded runs, against a bare Astro + MDX build of the same pages. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { finishedParts } from '../scripts/gate/course-gate.ts';
import { root } from '../scripts/root.ts';
import { runNode } from '../scripts/run-node.ts';
import { interleave } from './measure.ts';
import { type Row, ratioRow } from './row.ts';

const LIMIT = 2;
const REPETITIONS = 7;
const BARE = join(root, '.inflight', 'bare-site');
const LESSONS = join(root, 'content', 'lessons');
const ASTRO = join(root, 'node_modules', 'astro', 'bin', 'astro.mjs');

/** Like ours it tells nobody about the build. */
const BARE_CONFIG = `import mdx from '@astrojs/mdx';
process.env.ASTRO_TELEMETRY_DISABLED = '1';
export default { integrations: [mdx()] };
`;

export async function buildRows(): Promise<Row[]> {
  writeBareSite();
  const [full, bare] = await interleave(
    [
      { name: 'full build without the recorded runs', unit: 's', sample: fullSeconds },
      {
        name: 'bare Astro + MDX build of the same pages',
        unit: 's',
        sample: async () => (await timed([ASTRO, 'build', '--root', BARE])).seconds,
      },
    ],
    REPETITIONS,
  );
  if (full === undefined || bare === undefined) throw new Error('Nothing was measured.');
  return [ratioRow('full build', LIMIT, full, bare)];
}

/** What `npm run build` takes when nothing but content changed, less its own figure for the recorded runs, which are cached by content. */
async function fullSeconds(): Promise<number> {
  const { seconds, output } = await timed([join(root, 'scripts', 'build.ts')]);
  const recorded = /^built: recorded runs \((?<seconds>[\d.]+) s\)$/mu.exec(output)?.groups?.['seconds'];
  if (recorded === undefined) throw new Error(`The build did not say how long the recorded runs took.\n${output}`);
  return seconds - Number(recorded);
}

async function timed(command: readonly string[]): Promise<{ readonly seconds: number; readonly output: string }> {
  const startedAt = performance.now();
  const { code, output } = await runNode(command);
  if (code !== 0) throw new Error(output);
  return { seconds: (performance.now() - startedAt) / 1000, output };
}

/** Astro's smallest site with the text of every lesson and exercise, and a plain page for every other page of ours. */
function writeBareSite(): void {
  rmSync(BARE, { recursive: true, force: true });
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(BARE, path)), { recursive: true });
    writeFileSync(join(BARE, path), text);
  };
  write('package.json', '{ "type": "module", "private": true }');
  write('astro.config.mjs', BARE_CONFIG);
  write('src/plain.astro', '<html lang="en"><head><title>Bare</title></head><body><slot /></body></html>\n');
  write('src/box.astro', '<div><slot /></div>\n');
  for (const lesson of readdirSync(LESSONS)) {
    const texts = mdxOf(lesson);
    for (const path of texts) write(`src/lessons/${lesson}/${path}`, readFileSync(join(LESSONS, lesson, path), 'utf8'));
    write(`src/pages/${lesson}.astro`, barePage(lesson, texts));
  }
  const skips = finishedParts.map((part) => `parts/${part}/skip`);
  for (const page of ['index', 'glossary', 'cheat-sheet', 'progress', 'search', 'self-report', '404', ...skips])
    write(`src/pages/${page}.astro`, `<html lang="en"><head><title>Bare</title></head><body><h1>${page}</h1></body></html>\n`);
}

/** The lesson's text, then what its exercises ask; paths in its folder. */
function mdxOf(lesson: string): string[] {
  const paths = readdirSync(join(LESSONS, lesson), { recursive: true, encoding: 'utf8' });
  return ['lesson.mdx', ...paths.filter((path) => path.endsWith('prompt.mdx'))];
}

/** A page of these texts, in which every component of ours is a box. */
function barePage(lesson: string, texts: readonly string[]): string {
  const all = texts.map((path) => readFileSync(join(LESSONS, lesson, path), 'utf8')).join('\n');
  const names = new Set([...all.matchAll(/<([A-Z]\w*)/gu)].map(([, name]) => `${name}: Box`));
  const imports = texts.map((path, index) => `import { Content as Text${index} } from '../lessons/${lesson}/${path}';`);
  const shown = texts.map((_, index) => `<Text${index} components={{ ${[...names].join(', ')} }} />`);
  return `---\nimport Plain from '../plain.astro';\nimport Box from '../box.astro';\n${imports.join('\n')}\n---\n<Plain>${shown.join('')}</Plain>\n`;
}
