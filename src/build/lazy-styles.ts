/** Lazy styles: an editor's style sheets come with its code. Astro would link them from every page, for readers who never edit. */
import type { AstroIntegration, ViteUserConfig } from 'astro';

const PREFIX = '\0lazy-style:';
/** Packages that are only loaded on demand. */
const LAZY = /node_modules\/monaco-editor\//;

export function lazyStyles(): AstroIntegration {
  return {
    name: 'lazy-styles',
    hooks: { 'astro:config:setup': ({ updateConfig }) => void updateConfig({ vite: { plugins: [plugin] } }) },
  };
}

const plugin: NonNullable<ViteUserConfig['plugins']>[number] = {
  name: 'lazy-styles',
  enforce: 'pre',
  async resolveId(source, importer) {
    if (!source.endsWith('.css') || importer === undefined || !LAZY.test(importer)) return null;
    const resolved = await this.resolve(source, importer, { skipSelf: true });
    // The ending must not be that of a style sheet, or it would be taken for one.
    return resolved === null ? null : `${PREFIX}${resolved.id}.js`;
  },
  load(id) {
    if (!id.startsWith(PREFIX)) return null;
    const path = id.slice(PREFIX.length, -'.js'.length);
    return `import text from ${JSON.stringify(`${path}?inline`)};
const style = document.createElement('style');
style.textContent = text;
document.head.append(style);`;
  },
};
