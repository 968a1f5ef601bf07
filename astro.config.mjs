/** The site: static files that any plain host can serve, also under a sub-path (`SITE_BASE=/course/`). */
import mdx from '@astrojs/mdx';
import { browserBundles } from './src/build/browser-bundles.ts';
import { sandboxAssets } from './src/build/sandbox-assets.ts';

// Astro would tell its makers about each build.
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';

// Not by defineConfig, which only returns what it gets and takes a tenth of a second to load.
/** @type {import('astro').AstroUserConfig} */
export default {
  base: process.env['SITE_BASE'] ?? '/',
  outDir: process.env['SITE_OUT'] ?? './dist',
  integrations: [mdx(), sandboxAssets(), browserBundles()],
  // Code in the text is highlighted like that of cells: components/fence.astro.
  markdown: { syntaxHighlight: false },
  build: { inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  vite: {
    build: { assetsInlineLimit: 0 },
    worker: { format: 'es' },
  },
};
