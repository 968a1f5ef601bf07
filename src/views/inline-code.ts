/** Inline code: in a sentence, what stands between backticks is code, as in the lessons' text. */
import { element } from './dom.ts';

export interface SentencePart {
  readonly text: string;
  readonly isCode: boolean;
}

/** A backtick without a partner is an ordinary character. */
export function sentenceParts(sentence: string): readonly SentencePart[] {
  return sentence
    .split(/(`[^`]+`)/)
    .filter((piece) => piece !== '')
    .map((piece) => (/^`[^`]+`$/.test(piece) ? { text: piece.slice(1, -1), isCode: true } : { text: piece, isCode: false }));
}

/** The same as nodes: text enters as text. */
export function sentenceNodes(sentence: string): readonly (Node | string)[] {
  return sentenceParts(sentence).map(({ text, isCode }) => (isCode ? element('code', {}, text) : text));
}

/** To be read aloud, or where only text can stand. */
export function plainSentence(sentence: string): string {
  return sentenceParts(sentence)
    .map(({ text }) => text)
    .join('');
}
