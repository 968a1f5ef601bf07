/** The Monaco surface: takes over exactly where the static code stood, for readers with a mouse. */
import type { CompileProblem } from '../../sandbox/engine/program.ts';
import { KeyCode, MarkerSeverity, Range, Uri } from '../packages/monaco.ts';
import { element } from '../views/dom.ts';
import { editor, LANGUAGE, THEME } from './monaco.ts';
import { giveHints } from './monaco-hints.ts';
import { LONGEST_TEXT, type Span, type Surface, type SurfaceInput, type SurfaceListener, TOO_LONG } from './surface.ts';

const OWNER = 'inflight';
/** Lines whose colours are worked out before the takeover: more than a window shows. */
const COLOURED_AT_ONCE = 100;
/** Boxes that Escape closes; while one is open it does not let the Tab key go. */
const OPEN_BOXES = '.suggest-widget.visible, .parameter-hints-widget.visible, .find-widget.visible, .monaco-hover:not(.hidden)';

export class MonacoSurface implements Surface {
  readonly #host: HTMLElement;
  readonly #editor: editor.IStandaloneCodeEditor;
  readonly #model: editor.ITextModel;
  readonly #marks: editor.IEditorDecorationsCollection;
  /** The text is being set by us, which is no edit. */
  #isSetting = false;

  constructor(input: SurfaceInput, listener: SurfaceListener) {
    const { box, bench, file, isGiven, text, label } = input;
    const look = lookOf(box);
    const { scrollTop, scrollLeft } = box;
    this.#host = element('div', { class: 'editor-host' });
    box.append(this.#host);
    this.#model = editor.createModel(text, LANGUAGE, Uri.from({ scheme: 'cell', path: `/${bench}/${file}` }));
    this.#model.updateOptions({ tabSize: 2, insertSpaces: true });
    giveHints(this.#model, input);
    this.#editor = editor.create(this.#host, {
      ...OPTIONS,
      ...look.font,
      padding: look.padding,
      model: this.#model,
      readOnly: isGiven,
      ariaLabel: `${label}. Escape, then Tab leaves it.`,
    });
    // The digits of the line numbers are as wide as the browser says; what is left of the static gutter stands beside them.
    const { lineNumbersWidth } = this.#editor.getLayoutInfo();
    this.#editor.updateOptions({ lineDecorationsWidth: Math.max(0, look.gutterPx - lineNumbersWidth) });
    this.#marks = this.#editor.createDecorationsCollection();
    // Else the first lines are painted before they are coloured.
    editor.colorizeModelLine(this.#model, Math.min(this.#model.getLineCount(), COLOURED_AT_ONCE));
    this.#editor.render(true);
    this.#editor.setScrollPosition({ scrollTop, scrollLeft });
    box.scrollTo(0, 0);
    this.#listen(listener);
  }

  get text(): string {
    return this.#model.getValue();
  }

  set text(text: string) {
    this.#isSetting = true;
    if (this.#editor.getRawOptions().readOnly === true) this.#model.setValue(text);
    else {
      this.#editor.pushUndoStop();
      this.#editor.executeEdits(OWNER, [{ range: this.#model.getFullModelRange(), text }]);
      this.#editor.pushUndoStop();
    }
    this.#isSetting = false;
  }

  get selection(): Span {
    const range = this.#editor.getSelection() ?? new Range(1, 1, 1, 1);
    return { start: this.#model.getOffsetAt(range.getStartPosition()), end: this.#model.getOffsetAt(range.getEndPosition()) };
  }

  set selection({ start, end }: Span) {
    this.#editor.setSelection(Range.fromPositions(this.#model.getPositionAt(start), this.#model.getPositionAt(end)));
  }

  get hasFocus(): boolean {
    return this.#editor.hasTextFocus();
  }

  focus(): void {
    this.#editor.focus();
  }

  mark(line: number | null): void {
    const options = { isWholeLine: true, className: 'marked-line', marginClassName: 'marked-line' };
    this.#marks.set(line === null ? [] : [{ range: new Range(line, 1, line, 1), options }]);
  }

  reveal(line: number): void {
    this.#editor.revealLineInCenterIfOutsideViewport(line, editor.ScrollType.Immediate);
  }

  showProblems(problems: readonly CompileProblem[]): void {
    const marker = ({ line, column, said }: CompileProblem): editor.IMarkerData => {
      const lineNumber = Math.min(line, this.#model.getLineCount());
      const word = this.#model.getWordAtPosition({ lineNumber, column });
      const endColumn = word === null ? column + 1 : word.endColumn;
      return {
        severity: MarkerSeverity.Error,
        message: said,
        startLineNumber: lineNumber,
        startColumn: column,
        endLineNumber: lineNumber,
        endColumn,
      };
    };
    editor.setModelMarkers(this.#model, OWNER, problems.map(marker));
  }

  async atRest(): Promise<void> {}

  remove(): void {
    this.#editor.dispose();
    this.#model.dispose();
    this.#host.remove();
  }

  #listen(listener: SurfaceListener): void {
    this.#model.onDidChangeContent(() => {
      if (this.#isSetting) return;
      if (this.#model.getValueLength() > LONGEST_TEXT) {
        // The change is on the undo stack only after this event.
        setTimeout(() => this.#editor.trigger(OWNER, 'undo', null));
        return listener.refused(TOO_LONG);
      }
      listener.changed();
    });
    this.#editor.onDidFocusEditorText(() => listener.focused());
    this.#editor.onDidBlurEditorText(() => {
      this.#editor.updateOptions({ tabFocusMode: false });
      listener.left();
    });
    this.#editor.onKeyDown((event) => {
      if (event.keyCode === KeyCode.Enter && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        event.stopPropagation();
        return listener.run();
      }
      // Escape lets the next Tab go on through the page, as in CodeMirror; any other key takes that back.
      if (event.keyCode === KeyCode.Escape) this.#editor.updateOptions({ tabFocusMode: this.#host.querySelector(OPEN_BOXES) === null });
      else if (![KeyCode.Tab, KeyCode.Shift].includes(event.keyCode)) this.#editor.updateOptions({ tabFocusMode: false });
    });
  }
}

const OPTIONS: editor.IStandaloneEditorConstructionOptions = {
  theme: THEME,
  automaticLayout: true,
  accessibilitySupport: 'auto',
  autoIndent: 'full',
  codeLens: false,
  contextmenu: false,
  cursorBlinking: 'smooth',
  fixedOverflowWidgets: true,
  folding: false,
  glyphMargin: false,
  guides: { indentation: false, bracketPairs: false },
  hideCursorInOverviewRuler: true,
  hover: { delay: 350 },
  inlayHints: { enabled: 'off' },
  lineNumbersMinChars: 3,
  links: false,
  minimap: { enabled: false },
  overviewRulerBorder: false,
  overviewRulerLanes: 0,
  quickSuggestions: { other: true, comments: false, strings: false },
  readOnlyMessage: { value: 'This file is given: it can be read and run, not changed.' },
  occurrencesHighlight: 'off',
  renderFinalNewline: 'on',
  renderLineHighlight: 'none',
  renderValidationDecorations: 'on',
  scrollBeyondLastColumn: 0,
  scrollBeyondLastLine: false,
  scrollbar: { alwaysConsumeMouseWheel: false, useShadows: false, horizontalScrollbarSize: 10, verticalScrollbarSize: 10 },
  stickyScroll: { enabled: false },
  tabSize: 2,
  unicodeHighlight: { ambiguousCharacters: false, invisibleCharacters: true },
  wordBasedSuggestions: 'off',
};

/** Font, room and gutter of the static code, so that every letter stays where it is. */
function lookOf(box: HTMLElement) {
  const code = box.querySelector<HTMLElement>('.code');
  const line = code?.querySelector<HTMLElement>('.line');
  if (code === null || line === undefined || line === null) throw new Error('There is no static code to take over from.');
  const style = getComputedStyle(code);
  const room = Number.parseFloat(style.paddingTop);
  return {
    font: {
      fontFamily: style.fontFamily,
      fontSize: Number.parseFloat(style.fontSize),
      lineHeight: Number.parseFloat(style.lineHeight),
      fontLigatures: false,
      letterSpacing: 0,
    },
    padding: { top: room, bottom: room },
    gutterPx: Number.parseFloat(getComputedStyle(line, '::before').width),
  };
}
