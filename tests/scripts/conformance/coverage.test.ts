/** Coverage: which kinds of reply and error were seen, and what must have been. */
import { describe, expect, test } from 'vitest';
import { Coverage, notSeen } from '../../../scripts/conformance/coverage/coverage.ts';
import { coverageText } from '../../../scripts/conformance/coverage/coverage-text.ts';
import { readDeclared } from '../../../scripts/conformance/coverage/declared.ts';
import { errorKind, kindOf } from '../../../scripts/conformance/coverage/kind.ts';
import { gapsIn } from '../../../scripts/conformance/coverage/requirements.ts';
import { errorTexts } from '../../../scripts/conformance/error-texts.ts';
import { frame } from './frames.ts';

test.each([
  ['+OK', 'OK'],
  [':0', 'zero'],
  [':-2', 'negative'],
  [':12', 'integer'],
  ['$-1', 'nil'],
  ['_', 'nil'],
  ['*-1', 'nil array'],
  ['$0|', 'empty text'],
  ['$1|a', 'text'],
  ['*0', 'empty array'],
  ['*1|:1', 'array'],
  ['%1|+a|:1', 'map'],
  [',1.5', 'double'],
  ["-ERR unknown command 'x', with args beginning with: 'a' ", "ERR unknown command '…', with args beginning with: …"],
])('%s is of the kind %s', (reply, kind) => {
  expect(kindOf(frame(reply))).toBe(kind);
});

test('what an error repeats of the command does not count, and a quote inside a word opens nothing', () => {
  expect(errorKind("ERR Can't execute 'get': only PING")).toBe("ERR Can't execute '…': only PING");
  expect(errorKind("NOGROUP No such key 'a' or consumer group 'g'")).toBe("NOGROUP No such key '…' or consumer group '…'");
});

describe('counting', () => {
  const coverage = new Coverage();
  coverage.add({
    replies: [
      { args: ['GET', 'k'], frame: frame('$1|a') },
      { args: ['get', 'k'], frame: frame('$-1') },
      { args: ['get', 'k'], frame: frame('$-1') },
      { args: ['XINFO', 'STREAM', 'x'], frame: frame('-ERR no such key') },
    ],
    waited: [['blpop', 'l', '0']],
  });

  test('each command with each kind, containers with their second word', () => {
    expect(coverage.seen()).toEqual({
      blpop: { waits: 1 },
      get: { nil: 2, text: 1 },
      'xinfo stream': { 'ERR no such key': 1 },
    });
    expect([...coverage.errors]).toEqual(['ERR no such key']);
  });

  test('is told in a line for each command', () => {
    expect(coverageText(coverage.seen())).toBe('blpop: waits ×1\nget: nil ×2, text ×1\nxinfo stream: ERR no such key ×1');
  });

  test('what was declared and not seen is told', () => {
    expect(notSeen({ get: ['nil', 'text', 'empty text'], set: ['OK'] }, coverage.seen())).toEqual(['get: empty text', 'set: OK']);
  });
});

describe('gaps', () => {
  const declared = readDeclared();
  const seen = Object.fromEntries(
    Object.entries(declared).map(([name, kinds]) => [name, Object.fromEntries(kinds.map((kind) => [kind, 1]))]),
  );
  const errors = new Set(errorTexts().map(({ text }) => text));

  test('there is none when all was seen', () => {
    expect(gapsIn(seen, declared, errors)).toEqual([]);
  });

  test('a kind that was not seen, a command that is not declared, and an error that was not heard are gaps', () => {
    const { get, ...others } = declared;
    expect(get).toContain('nil');
    expect(gapsIn({ ...seen, get: { text: 1 } }, { get: ['nil'], ...others }, errors)).toEqual(['get: nil was not seen.']);
    expect(gapsIn(seen, others, errors)).toEqual([expect.stringMatching(/^get is in the model, but not in the declared coverage/)]);
    errors.delete('ERR no such key');
    expect(gapsIn(seen, declared, errors)).toEqual(['The model can answer "ERR no such key", which the real server never did.']);
  });
});
