/** Binds npm packages inside the machine's bundle to our own buffer, events and process instead of npm's copies. */
import { join } from 'node:path';
import { root } from '../root.ts';
import type { BuildOptions, Plugin } from './bundler.ts';

const node = join(root, 'sandbox', 'node');

/** What the packages ask for, and the file or text that they get. */
const FILES: Readonly<Record<string, string>> = {
  buffer: join(node, 'buffer.ts'),
  'safe-buffer': join(node, 'buffer.ts'),
  events: join(root, 'node_modules', 'events', 'events.js'),
  'string_decoder/': join(root, 'node_modules', 'string_decoder', 'lib', 'string_decoder.js'),
};

const TEXTS: Readonly<Record<string, string>> = {
  'process/': `export { virtualProcess as default } from ${JSON.stringify(join(node, 'process.ts'))};`,
  'abort-controller': 'export const AbortController = globalThis.AbortController, AbortSignal = globalThis.AbortSignal;',
  net: `export { net as default } from ${JSON.stringify(join(node, 'net.ts'))};`,
  assert: `export { assert as default } from ${JSON.stringify(join(node, 'assert.ts'))};`,
};

/** What our own modules ask for: they run on real Node too. */
const OWN: Readonly<Record<string, string>> = {
  'node:net': `export * from ${JSON.stringify(join(node, 'net.ts'))}; export { net as default } from ${JSON.stringify(join(node, 'net.ts'))};`,
};

const GLOBALS = `
export { Buffer } from ${JSON.stringify(join(node, 'buffer.ts'))};
export { virtualConsole as console } from ${JSON.stringify(join(node, 'console.ts'))};
export { virtualProcess as process } from ${JSON.stringify(join(node, 'process.ts'))};
`;

/** Packages, and the course's modules: on real Node the same files stand on the real built-ins. */
const STANDS_ON_NODE = /[\\/](node_modules|sandbox[\\/]course)[\\/]/;

export const virtualNode: Plugin = {
  name: 'virtual-node',
  setup(build) {
    build.onResolve({ filter: /^(node:)?[a-z_-]+\/?$/ }, ({ path, importer }) => {
      if (!STANDS_ON_NODE.test(importer)) return Object.hasOwn(OWN, path) ? { path, namespace: 'virtual-node' } : undefined;
      const name = path.replace(/^node:/, '');
      if (Object.hasOwn(FILES, name)) return { path: FILES[name] as string };
      return Object.hasOwn(TEXTS, name) ? { path: name, namespace: 'virtual-node' } : undefined;
    });
    build.onLoad({ filter: /.*/, namespace: 'virtual-node' }, ({ path }) => ({
      contents: TEXTS[path] ?? OWN[path] ?? '',
      resolveDir: root,
    }));
    build.onResolve({ filter: /^virtual-globals$/ }, ({ path }) => ({ path, namespace: 'virtual-globals' }));
    build.onLoad({ filter: /.*/, namespace: 'virtual-globals' }, () => ({ contents: GLOBALS, resolveDir: root }));
  },
};

/** Options for a bundle that stands on the virtual node; `console`, `Buffer` and `process` are the virtual ones. */
export const ON_VIRTUAL_NODE = { plugins: [virtualNode], inject: ['virtual-globals'] } satisfies BuildOptions;
