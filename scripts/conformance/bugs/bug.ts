/** A bug that is put into the model to see whether the comparison finds it. */

export interface Bug {
  /** What is wrong then, in words. */
  readonly said: string;
  /** From the model's folder. */
  readonly file: string;
  /** Must stand in the file once. */
  readonly text: string;
  readonly replacement: string;
}

/** The file's text with the bug in it; throws when the bug no longer fits. */
export function withBug(source: string, { said, file, text, replacement }: Bug): string {
  const parts = source.split(text);
  if (parts.length !== 2) throw new Error(`The bug "${said}" does not fit ${file}: its text stands there ${parts.length - 1} times.`);
  return parts.join(replacement);
}
