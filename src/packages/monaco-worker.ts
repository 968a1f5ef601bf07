/** Monaco's own worker, which computes what would hold up the page; importing it in a worker starts it. */
import 'monaco-editor/editor/editor.worker.js';
