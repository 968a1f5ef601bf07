/** CodeMirror, put together from the parts that a cell needs. */
export { autocompletion, type CompletionContext, type CompletionResult, closeBrackets } from '@codemirror/autocomplete';
export { defaultKeymap, history, historyKeymap, redo, undo } from '@codemirror/commands';
export { javascript } from '@codemirror/lang-javascript';
export { bracketMatching, indentOnInput, indentUnit } from '@codemirror/language';
export { setDiagnostics } from '@codemirror/lint';
export { Annotation, EditorState, Prec, type Range, StateEffect, StateField, Transaction } from '@codemirror/state';
export { Decoration, type DecorationSet, EditorView, keymap, lineNumbers } from '@codemirror/view';
