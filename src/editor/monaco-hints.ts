/** Monaco's questions about a text (completions, hover, parameters), answered by the page's own type service. */
import type { Completion, Explanation } from '../../sandbox/compiler/type-hints.ts';
import { type editor, type IMarkdownString, type IRange, languages } from '../packages/monaco.ts';
import { askTypes } from '../runner/types.ts';

/** What the type service is asked with: the file of a model, and all files of its cell. */
export interface HintSource {
  readonly file: string;
  readonly files: () => Readonly<Record<string, string>>;
}

const sources = new WeakMap<editor.ITextModel, HintSource>();

export function giveHints(model: editor.ITextModel, source: HintSource): void {
  sources.set(model, source);
}

interface ListedCompletion extends languages.CompletionItem {
  readonly asked: { readonly source: HintSource; readonly offset: number; readonly name: string };
}

export function registerHints(language: string): void {
  languages.registerCompletionItemProvider(language, {
    triggerCharacters: ['.', '"', "'", '/', '#'],
    provideCompletionItems: async (model, position) => {
      const source = sources.get(model);
      if (source === undefined) return { suggestions: [] };
      const word = model.getWordUntilPosition(position);
      const range = {
        startLineNumber: position.lineNumber,
        startColumn: word.startColumn,
        endLineNumber: position.lineNumber,
        endColumn: word.endColumn,
      };
      const offset = model.getOffsetAt(position);
      const found = await askTypes(source.files(), { kind: 'completions', file: source.file, offset });
      return { suggestions: (found ?? []).map((one) => listed(one, range, { source, offset, name: one.name })) };
    },
    resolveCompletionItem: async (item) => {
      const { asked } = item as ListedCompletion;
      const { name, offset, source } = asked;
      const explanation = await askTypes(source.files(), { kind: 'completion', file: source.file, offset, name });
      if (explanation === null) return item;
      return { ...item, detail: explanation.declaration, documentation: { value: explanation.documentation } };
    },
  });
  languages.registerHoverProvider(language, {
    provideHover: async (model, position) => {
      const source = sources.get(model);
      if (source === undefined) return null;
      const offset = model.getOffsetAt(position);
      const explanation = await askTypes(source.files(), { kind: 'explanation', file: source.file, offset });
      if (explanation === null) return null;
      return { contents: explained(explanation), range: rangeOf(model, explanation) };
    },
  });
  languages.registerSignatureHelpProvider(language, {
    signatureHelpTriggerCharacters: ['(', ','],
    provideSignatureHelp: async (model, position) => {
      const source = sources.get(model);
      if (source === undefined) return null;
      const call = await askTypes(source.files(), { kind: 'call', file: source.file, offset: model.getOffsetAt(position) });
      if (call === null) return null;
      const signatures = call.signatures.map(({ label, parameters, documentation }) => ({
        label,
        documentation: { value: documentation },
        parameters: parameters.map((parameter) => ({ label: parameter })),
      }));
      return { value: { signatures, activeSignature: call.signature, activeParameter: call.parameter }, dispose: () => {} };
    },
  });
}

function listed(completion: Completion, range: IRange, asked: ListedCompletion['asked']): ListedCompletion {
  return {
    label: completion.name,
    kind: iconOf(completion.kind),
    sortText: completion.sortText,
    insertText: completion.insertText ?? completion.name,
    range,
    asked,
    ...(completion.isDeprecated ? { tags: [languages.CompletionItemTag.Deprecated] } : {}),
  };
}

function explained({ declaration, documentation }: Explanation): IMarkdownString[] {
  return [{ value: `\`\`\`typescript\n${declaration}\n\`\`\`` }, ...(documentation === '' ? [] : [{ value: documentation }])];
}

function rangeOf(model: editor.ITextModel, { start = 0, length = 0 }: Explanation): IRange {
  const from = model.getPositionAt(start);
  const to = model.getPositionAt(start + length);
  return { startLineNumber: from.lineNumber, startColumn: from.column, endLineNumber: to.lineNumber, endColumn: to.column };
}

/** TypeScript's words for what a name is, as Monaco's icons. */
function iconOf(kind: string): languages.CompletionItemKind {
  switch (kind) {
    case 'method':
    case 'construct':
      return languages.CompletionItemKind.Method;
    case 'function':
    case 'local function':
      return languages.CompletionItemKind.Function;
    case 'property':
    case 'getter':
    case 'setter':
      return languages.CompletionItemKind.Property;
    case 'class':
      return languages.CompletionItemKind.Class;
    case 'interface':
    case 'type':
      return languages.CompletionItemKind.Interface;
    case 'const':
    case 'string':
      return languages.CompletionItemKind.Constant;
    case 'keyword':
      return languages.CompletionItemKind.Keyword;
    case 'module':
    case 'external module name':
    case 'script':
      return languages.CompletionItemKind.Module;
    default:
      return languages.CompletionItemKind.Variable;
  }
}
