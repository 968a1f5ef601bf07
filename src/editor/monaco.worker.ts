/** Monaco's own worker, which computes what would hold up the page. */
import 'monaco-editor/editor/editor.worker.js';
