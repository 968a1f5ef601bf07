/** Fenced code comes back from Astro's HTML as the author wrote it. */
import { expect, test } from 'vitest';
import { fencedCode } from '../../../src/build/fenced-code.ts';

test('the text without its last line break, and the language', () => {
  const inside = '<code class="language-ts">queue&lt;string&gt;(&#39;videos&#39;);\n\n// &quot;a &amp;&amp; b&quot;, &amp;lt;\n</code>';
  expect(fencedCode(inside)).toEqual({ text: `queue<string>('videos');\n\n// "a && b", &lt;`, language: 'ts' });
});

test('no language', () => {
  expect(fencedCode('<code>a\n</code>')).toEqual({ text: 'a', language: '' });
});

test('a <pre> that was written by hand is refused', () => {
  expect(() => fencedCode('<b>a</b>')).toThrow('between lines of ```');
});
