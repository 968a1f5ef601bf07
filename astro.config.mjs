/** The site: static files that any plain host can serve, also under a sub-path (`SITE_BASE=/course/`). */
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { packages } from './src/build/packages.ts';
import { sandboxAssets } from './src/build/sandbox-assets.ts';
import { codeTheme } from './src/editor/code-theme.ts';

export default defineConfig({
  base: process.env['SITE_BASE'] ?? '/',
  outDir: process.env['SITE_OUT'] ?? './dist',
  integrations: [mdx(), sandboxAssets(), packages()],
  // Code in the text looks like code in a cell, in light and in dark.
  markdown: { shikiConfig: { theme: codeTheme } },
  build: { inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  vite: {
    build: { assetsInlineLimit: 0, chunkSizeWarningLimit: 12_000 },
    worker: { format: 'es' },
  },
});
