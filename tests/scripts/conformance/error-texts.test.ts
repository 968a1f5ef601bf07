/** Error texts are found in the source, whatever way they are put together. */
import { expect, test } from 'vitest';
import { errorTexts, errorTextsIn } from '../../../scripts/conformance/error-texts.ts';

test.each([
  ["throw new CommandError('ERR no such key')", 'ERR no such key'],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is source text.
  ['const gone = `NOGROUP No such key ${key} there`', 'NOGROUP No such key … there'],
  ["const LONG = 'ERR one ' + 'and two'", 'ERR one and two'],
  ["throw new RespError('invalid bulk length')", 'ERR Protocol error: invalid bulk length'],
  ["const one = { complaint: 'too large' }", "ERR CONFIG SET failed (possibly related to argument '…') - too large"],
])('in %s', (source, text) => {
  expect(errorTextsIn(source)).toEqual([text]);
});

test('what is only compared with, and names in capitals, are none', () => {
  expect(errorTextsIn("if (said.startsWith('ERR wrong number')) count(call, 'RETRYCOUNT option')")).toEqual([]);
});

test('what is put in at run time may be anything', () => {
  const unknown = errorTexts().find(({ text }) => text.startsWith('ERR unknown command'));
  expect("ERR unknown command 'x', with args beginning with: 'a' 'b' ").toMatch(unknown?.pattern as RegExp);
  expect('ERR unknown').not.toMatch(unknown?.pattern as RegExp);
});
