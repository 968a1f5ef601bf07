/** Pictures of recorded runs, kept by content: a run is drawn again when it, or anything that draws, has changed. */
import type { PictureKind } from '../../sandbox/engine/cell.ts';
import type { TraceEvent } from '../../sandbox/trace/event.ts';
import type { At, MarkupOptions } from '../picture/markup.ts';
import { hashOf, Kept } from './kept.ts';

/** All that a picture could be made of. */
const kept = new Kept('drawn', ['sandbox', 'src']);

const hashes = new WeakMap<readonly TraceEvent[], string>();

/** See `sceneMarkup` and `depthMarkup`. */
export function drawn(picture: PictureKind, trace: readonly TraceEvent[], at: At, options: MarkupOptions): Promise<string> {
  const hash = hashes.get(trace) ?? hashOf([JSON.stringify(trace)]);
  hashes.set(trace, hash);
  return kept.text([hash, JSON.stringify([picture, at, options])], async () => {
    // Loaded only for a picture that is new.
    const { depthMarkup, sceneMarkup } = await import('../picture/markup.ts');
    switch (picture) {
      case 'scene':
        return sceneMarkup(trace, at, options);
      case 'depth':
        return depthMarkup(trace, at, options);
    }
  });
}
