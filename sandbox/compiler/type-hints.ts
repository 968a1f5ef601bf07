/** The type hints: what an editor asks about a place in a cell's files: completions, what a name is, a call's parameters. */
import type TypeScript from 'typescript';
import { languageServiceOf, type TypeCheckInput } from './type-check.ts';
import { CELL_FOLDER } from './types-pack.ts';

/** Where the caret is: a file of the cell, and characters from its start. */
export interface Caret {
  readonly file: string;
  readonly offset: number;
}

export interface Completion {
  readonly name: string;
  /** TypeScript's word for what it is, such as `method` or `const`. */
  readonly kind: string;
  /** The order in which they are shown. */
  readonly sortText: string;
  /** What is put in when it is not the name. */
  readonly insertText?: string;
  readonly isDeprecated: boolean;
}

/** What a name is: its declaration in one line or a few, and its documentation. */
export interface Explanation {
  readonly declaration: string;
  readonly documentation: string;
  /** Length of the name in the text, and where it starts; only for a name that stands in the text. */
  readonly start?: number;
  readonly length?: number;
}

export interface CallHint {
  readonly signatures: readonly {
    readonly label: string;
    /** Each parameter as it stands in the label. */
    readonly parameters: readonly string[];
    readonly documentation: string;
  }[];
  readonly signature: number;
  readonly parameter: number;
}

/** More would only be scrolled past. */
const MOST_COMPLETIONS = 2000;

export function completionsAt(typescript: typeof TypeScript, input: TypeCheckInput, { file, offset }: Caret): Completion[] {
  const options = { includeCompletionsForModuleExports: false, includeCompletionsWithInsertText: true };
  const found = languageServiceOf(typescript, input).getCompletionsAtPosition(CELL_FOLDER + file, offset, options);
  return (found?.entries ?? []).slice(0, MOST_COMPLETIONS).map(({ name, kind, sortText, insertText, kindModifiers }) => ({
    name,
    kind,
    sortText,
    ...(insertText === undefined ? {} : { insertText }),
    isDeprecated: kindModifiers?.split(',').includes('deprecated') ?? false,
  }));
}

/** What one of the completions is. */
export function explainCompletion(typescript: typeof TypeScript, input: TypeCheckInput, caret: Caret, name: string): Explanation | null {
  const service = languageServiceOf(typescript, input);
  const details = service.getCompletionEntryDetails(CELL_FOLDER + caret.file, caret.offset, name, {}, undefined, {}, undefined);
  if (details === undefined) return null;
  const { displayParts, documentation, tags } = details;
  return { declaration: typescript.displayPartsToString(displayParts), documentation: documented(typescript, documentation, tags) };
}

/** What the name at the place is. */
export function explanationAt(typescript: typeof TypeScript, input: TypeCheckInput, { file, offset }: Caret): Explanation | null {
  const info = languageServiceOf(typescript, input).getQuickInfoAtPosition(CELL_FOLDER + file, offset);
  if (info === undefined) return null;
  return {
    declaration: typescript.displayPartsToString(info.displayParts),
    documentation: documented(typescript, info.documentation, info.tags),
    start: info.textSpan.start,
    length: info.textSpan.length,
  };
}

/** The call around the place, and which parameter is being written. */
export function callAt(typescript: typeof TypeScript, input: TypeCheckInput, { file, offset }: Caret): CallHint | null {
  const help = languageServiceOf(typescript, input).getSignatureHelpItems(CELL_FOLDER + file, offset, undefined);
  if (help === undefined) return null;
  const text = (parts: TypeScript.SymbolDisplayPart[]): string => typescript.displayPartsToString(parts);
  const signatures = help.items.map((item) => {
    const parameters = item.parameters.map(({ displayParts }) => text(displayParts));
    return {
      label: text(item.prefixDisplayParts) + parameters.join(text(item.separatorDisplayParts)) + text(item.suffixDisplayParts),
      parameters,
      documentation: documented(typescript, item.documentation, []),
    };
  });
  return { signatures, signature: help.selectedItemIndex, parameter: help.argumentIndex };
}

/** The documentation as Markdown. */
function documented(
  typescript: typeof TypeScript,
  documentation: TypeScript.SymbolDisplayPart[] | undefined,
  tags: TypeScript.JSDocTagInfo[] | undefined,
): string {
  const lines = (tags ?? []).map(({ name, text }) => `*@${name}* ${typescript.displayPartsToString(text ?? [])}`.trim());
  return [typescript.displayPartsToString(documentation ?? []), ...lines].filter((one) => one !== '').join('\n\n');
}
