/** The touch surface: CodeMirror, for phones and tablets, in the same place and with the same colours. */
import type { CompileProblem } from '../../sandbox/engine/program.ts';
import {
  Annotation,
  autocompletion,
  bracketMatching,
  type CompletionContext,
  type CompletionResult,
  closeBrackets,
  defaultKeymap,
  EditorState,
  EditorView,
  history,
  historyKeymap,
  indentOnInput,
  indentUnit,
  javascript,
  keymap,
  lineNumbers,
  Prec,
  redo,
  setDiagnostics,
  Transaction,
  undo,
} from '../packages/codemirror.ts';
import { askTypes } from '../runner/types.ts';
import { element } from '../views/dom.ts';
import { KeyBar } from './key-bar.ts';
import { LONGEST_TEXT, offsetOf, type Span, type Surface, type SurfaceInput, type SurfaceListener, TOO_LONG } from './surface.ts';
import { markedLine, markLine, sameColors } from './touch-decorations.ts';

/** The text is set by us, which is no edit. */
const ours = Annotation.define<boolean>();

export class TouchSurface implements Surface {
  readonly #view: EditorView;
  readonly #host: HTMLElement;
  readonly #keyBar: KeyBar;

  constructor(input: SurfaceInput, listener: SurfaceListener) {
    const { box, isGiven, text } = input;
    const { scrollTop, scrollLeft } = box;
    this.#keyBar = new KeyBar({
      insert: (words, back) => this.#insert(words, back),
      undo: () => undo(this.#view),
      redo: () => redo(this.#view),
    });
    this.#host = element('div', { class: 'editor-host' });
    box.append(this.#host);
    this.#view = new EditorView({
      parent: this.#host,
      state: EditorState.create({
        doc: text,
        extensions: [...EXTENSIONS, isGiven ? EditorState.readOnly.of(true) : [], this.#extensions(input, listener)],
      }),
    });
    this.#view.scrollDOM.scrollTo(scrollLeft, scrollTop);
    box.scrollTo(0, 0);
  }

  get text(): string {
    return this.#view.state.doc.toString();
  }

  set text(text: string) {
    this.#view.dispatch({
      changes: { from: 0, to: this.#view.state.doc.length, insert: text },
      annotations: [ours.of(true), Transaction.userEvent.of('input.set')],
    });
  }

  get selection(): Span {
    const { from, to } = this.#view.state.selection.main;
    return { start: from, end: to };
  }

  set selection({ start, end }: Span) {
    this.#view.dispatch({ selection: { anchor: start, head: end } });
  }

  get hasFocus(): boolean {
    return this.#view.hasFocus;
  }

  focus(): void {
    this.#view.contentDOM.focus({ preventScroll: true });
  }

  mark(line: number | null): void {
    this.#view.dispatch({ effects: markLine.of(line) });
  }

  reveal(line: number): void {
    const { scrollDOM } = this.#view;
    const { top, height } = this.#view.lineBlockAt(offsetOf(this.text, line, 1));
    const isSeen = top >= scrollDOM.scrollTop && top + height <= scrollDOM.scrollTop + scrollDOM.clientHeight;
    if (!isSeen) scrollDOM.scrollTop = top - scrollDOM.clientHeight / 2;
  }

  showProblems(problems: readonly CompileProblem[]): void {
    const { doc } = this.#view.state;
    const diagnostics = problems.map(({ line, column, said }) => {
      const from = offsetOf(this.text, line, column);
      const word = this.#view.state.wordAt(from);
      return { from, to: Math.max(word?.to ?? 0, Math.min(from + 1, doc.length)), severity: 'error' as const, message: said };
    });
    this.#view.dispatch(setDiagnostics(this.#view.state, diagnostics));
  }

  async atRest(): Promise<void> {}

  remove(): void {
    this.#keyBar.remove();
    this.#view.destroy();
    this.#host.remove();
  }

  #insert(words: string, back: number): void {
    const { from, to } = this.#view.state.selection.main;
    this.#view.dispatch({
      changes: { from, to, insert: words },
      selection: { anchor: from + words.length - back },
      userEvent: 'input.type',
    });
    this.focus();
  }

  #extensions({ label, describedBy, file, files }: SurfaceInput, listener: SurfaceListener) {
    const runs = Prec.highest(
      keymap.of([
        {
          key: 'Mod-Enter',
          run: () => {
            listener.run();
            return true;
          },
        },
      ]),
    );
    return [
      runs,
      autocompletion({ override: [(context) => completions(context, file, files)], icons: false }),
      EditorView.contentAttributes.of({
        'aria-label': label,
        'aria-describedby': describedBy,
        autocapitalize: 'off',
        autocorrect: 'off',
        spellcheck: 'false',
      }),
      EditorState.transactionFilter.of((transaction) => {
        if (!transaction.docChanged || transaction.newDoc.length <= LONGEST_TEXT) return transaction;
        listener.refused(TOO_LONG);
        return [];
      }),
      EditorView.updateListener.of((update) => {
        if (update.docChanged && !update.transactions.some((transaction) => transaction.annotation(ours) === true)) listener.changed();
        if (!update.focusChanged) return;
        this.#keyBar.show(update.view.hasFocus && !update.state.readOnly);
        if (update.view.hasFocus) listener.focused();
        else listener.left();
      }),
    ];
  }
}

/** The Tab key is left alone: it moves on. */
const EXTENSIONS = [
  lineNumbers(),
  EditorView.lineWrapping,
  history(),
  bracketMatching(),
  closeBrackets(),
  indentOnInput(),
  indentUnit.of('  '),
  EditorState.tabSize.of(2),
  javascript({ typescript: true }),
  keymap.of([...defaultKeymap, ...historyKeymap]),
  markedLine,
  sameColors,
];

async function completions(context: CompletionContext, file: string, files: SurfaceInput['files']): Promise<CompletionResult | null> {
  const word = context.matchBefore(/[\w$]+/);
  const isAfterDot = context.matchBefore(/\.[\w$]*/) !== null;
  if (word === null && !isAfterDot && !context.explicit) return null;
  const found = await askTypes(files(), { kind: 'completions', file, offset: context.pos });
  return {
    from: word?.from ?? context.pos,
    options: (found ?? []).map(({ name, kind }) => ({ label: name, detail: kind })),
    validFor: /^[\w$]*$/,
  };
}
