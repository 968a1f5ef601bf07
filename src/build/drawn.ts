/** Pictures of recorded runs, kept by content: a run is drawn again when it, or anything that draws, has changed. */
import type { PictureKind } from '../../sandbox/engine/cell.ts';
import type { TraceEvent } from '../../sandbox/trace/event.ts';
import type { At, MarkupOptions } from '../picture/markup.ts';
import { Kept } from './kept.ts';

/** All that a picture could be made of. */
const kept = new Kept('drawn', ['sandbox', 'src']);

/** See `sceneMarkup` and `depthMarkup`. */
export function drawn(picture: PictureKind, trace: readonly TraceEvent[], at: At, options: MarkupOptions): Promise<string> {
  return kept.text([JSON.stringify(trace), JSON.stringify([picture, at, options])], async () => {
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
