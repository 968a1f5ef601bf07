/** What CodeMirror draws over its text: the same colours as everywhere, and the marked line. */
import {
  Decoration,
  type DecorationSet,
  type EditorState,
  EditorView,
  type Range,
  StateEffect,
  StateField,
} from '../packages/codemirror.ts';
import { tokensOf } from './highlighter.ts';

/** A line from 1, or none. */
export const markLine = StateEffect.define<number | null>();

export const markedLine = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (marks, transaction) => {
    const effect = transaction.effects.findLast((one) => one.is(markLine));
    if (effect === undefined) return marks.map(transaction.changes);
    const line = effect.value as number | null;
    const { doc } = transaction.state;
    if (line === null || line > doc.lines) return Decoration.none;
    return Decoration.set([Decoration.line({ class: 'marked-line' }).range(doc.line(line).from)]);
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** A cell's file is short: all of it is coloured anew at every change. */
export const sameColors = StateField.define<DecorationSet>({
  create: colored,
  update: (colors, transaction) => (transaction.docChanged ? colored(transaction.state) : colors),
  provide: (field) => EditorView.decorations.from(field),
});

function colored(state: EditorState): DecorationSet {
  const ranges: Range<Decoration>[] = [];
  let at = 0;
  for (const line of tokensOf(state.doc.toString())) {
    for (const { text, kind } of line) {
      if (kind !== 'text' && text.length > 0) ranges.push(Decoration.mark({ class: `t-${kind}` }).range(at, at + text.length));
      at += text.length;
    }
    at += 1;
  }
  return Decoration.set(ranges);
}
