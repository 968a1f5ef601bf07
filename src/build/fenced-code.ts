/** Fenced code in MDX, read back from what Astro makes of it: the text and the name after the ``` marks. */

export interface FencedCode {
  readonly text: string;
  /** As the author wrote it, such as `ts`; empty when nothing was written. */
  readonly language: string;
}

/** `inside` is the HTML inside a `<pre>`. */
export function fencedCode(inside: string): FencedCode {
  const found = /^<code(?: class="language-(?<language>[^"]*)")?>(?<html>.*?)\n?<\/code>$/su.exec(inside.trim())?.groups;
  if (found === undefined)
    throw new Error(`A <pre> in MDX must come from a block between lines of \`\`\`, but holds ${inside.slice(0, 80)}`);
  return { text: unescaped(found['html'] ?? ''), language: found['language'] ?? '' };
}

const CHARACTERS: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' };

function unescaped(html: string): string {
  return html.replaceAll(/&(?:lt|gt|quot|#39|amp);/gu, (escaped) => CHARACTERS[escaped] ?? escaped);
}
