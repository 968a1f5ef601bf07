/** The takeover: which editor takes the place of the static code, and how it is loaded. Nothing of it is loaded before somebody is about to edit. */
import type { OpenSurface } from './surface.ts';

export type SurfaceKind = 'monaco' | 'touch';

export interface LoadedSurface {
  readonly kind: SurfaceKind;
  readonly open: OpenSurface;
}

let loading: Promise<LoadedSurface> | null = null;

/** Loads the editor for this device, once. Rejects when it cannot be loaded; the next call tries again. */
export function loadSurface(): Promise<LoadedSurface> {
  loading ??= matchMedia('(pointer: coarse)').matches ? loadTouch() : loadMonaco();
  loading.catch(() => {
    loading = null;
  });
  return loading;
}

/** What the keys do, in a line under the code. */
export function keysOf(kind: SurfaceKind | 'plain' | 'failed'): string {
  const run = `${/mac|iphone|ipad/i.test(navigator.userAgent) ? '⌘' : 'Ctrl+'}Enter runs.`;
  switch (kind) {
    case 'monaco':
      return `${run} Tab indents; Esc, then Tab, leaves the editor.`;
    case 'touch':
    case 'plain':
      return `${run} Tab moves on.`;
    case 'failed':
      return `The full editor could not be loaded, so this is a plain one; everything works. ${run} Tab moves on.`;
  }
}

async function loadMonaco(): Promise<LoadedSurface> {
  // Both at once: the surface would ask for the package only when it is there itself.
  const [{ MonacoSurface }] = await Promise.all([import('./monaco-surface.ts'), import('../packages/monaco.ts')]);
  return { kind: 'monaco', open: (input, listener) => new MonacoSurface(input, listener) };
}

async function loadTouch(): Promise<LoadedSurface> {
  const [{ TouchSurface }] = await Promise.all([import('./touch-surface.ts'), import('../packages/codemirror.ts')]);
  return { kind: 'touch', open: (input, listener) => new TouchSurface(input, listener) };
}
