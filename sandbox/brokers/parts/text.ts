/** Text and bytes: UTF-8 both ways, and the short text that an event shows of a message. */

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** How much of a message an event shows, in characters. */
const PREVIEW_LENGTH = 120;

/** Below this length a loop beats the built-in decoder. */
const SHORT = 64;
/** So many characters are made in one call: adding them one by one makes a chain of texts that has to be joined later. */
const MOST_AT_ONCE = 1024;

export function bytesOf(text: string): Uint8Array {
  if (text.length > SHORT) return encoder.encode(text);
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code > 127) return encoder.encode(text);
    bytes[index] = code;
  }
  return bytes;
}

/** UTF-8 text; bytes that are not UTF-8 become U+FFFD. */
export function textOf(bytes: Uint8Array): string {
  if (bytes.length > SHORT) return decoder.decode(bytes);
  for (let index = 0; index < bytes.length; index += 1) if ((bytes[index] as number) > 127) return decoder.decode(bytes);
  return charactersOf(bytes);
}

/** One character for each byte. */
export function charactersOf(bytes: Uint8Array): string {
  if (bytes.length <= MOST_AT_ONCE) return String.fromCharCode.apply(null, bytes as unknown as number[]);
  let text = '';
  for (let from = 0; from < bytes.length; from += MOST_AT_ONCE) text += charactersOf(bytes.subarray(from, from + MOST_AT_ONCE));
  return text;
}

/** The beginning of a text, with an ellipsis where something is left out. Never cuts a surrogate pair. */
export function preview(text: string, length: number = PREVIEW_LENGTH): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length - 1);
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}
