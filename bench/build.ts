/** The build's row: all steps but the recorded runs, against a bare Astro + MDX build of the same pages. */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../scripts/root.ts';
import { runNode } from '../scripts/run-node.ts';
import { interleave } from './measure.ts';
import { type Row, ratioRow } from './row.ts';

const LIMIT = 2;
const REPETITIONS = 3;
const BARE = join(root, '.inflight', 'bare-site');
const ASTRO = join(root, 'node_modules', 'astro', 'bin', 'astro.mjs');

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

/** Astro's smallest site with the text of every lesson, and a plain page for every other page of ours. */
function writeBareSite(): void {
  rmSync(BARE, { recursive: true, force: true });
  mkdirSync(join(BARE, 'src', 'pages'), { recursive: true });
  const write = (path: string, text: string): void => writeFileSync(join(BARE, path), text);
  write('package.json', '{ "type": "module", "private": true }');
  write('astro.config.mjs', "import mdx from '@astrojs/mdx';\nexport default { integrations: [mdx()] };\n");
  write('src/plain.astro', '<html lang="en"><head><title>Bare</title></head><body><slot /></body></html>\n');
  write('src/box.astro', '<div><slot /></div>\n');
  const lessons = join(root, 'content', 'lessons');
  for (const lesson of readdirSync(lessons)) {
    mkdirSync(join(BARE, 'src', 'lessons'), { recursive: true });
    cpSync(join(lessons, lesson, 'lesson.mdx'), join(BARE, 'src', 'lessons', `${lesson}.mdx`));
    const names = new Set([...readFileSync(join(lessons, lesson, 'lesson.mdx'), 'utf8').matchAll(/<([A-Z]\w*)/gu)].map(([, name]) => name));
    write(
      `src/pages/${lesson}.astro`,
      `---\nimport Plain from '../plain.astro';\nimport Box from '../box.astro';\nimport { Content } from '../lessons/${lesson}.mdx';\n---\n<Plain><Content components={{ ${[...names].map((name) => `${name}: Box`).join(', ')} }} /></Plain>\n`,
    );
  }
  for (const page of ['index', 'glossary', 'cheat-sheet', 'progress', 'search', '404'])
    write(`src/pages/${page}.astro`, `---\nimport Plain from '../plain.astro';\n---\n<Plain><h1>${page}</h1></Plain>\n`);
}
