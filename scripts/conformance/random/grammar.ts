/**
 * The grammar of random commands: a template such as `lpush L VALUE+` or `set T VALUE [nx|xx] [get]` as an arbitrary of
 * fast-check. Words in capitals come from the vocabulary, `[…]` may be left out, `(a|b)` is one of them, `…+` comes one to three times.
 */
import fc from 'fast-check';

export type Words = readonly string[];
export type Vocabulary = Readonly<Record<string, fc.Arbitrary<string>>>;

const TOKEN = /[()[\]|]\+?|[^\s()[\]|]+/g;

export function commandOf(template: string, vocabulary: Vocabulary): fc.Arbitrary<Words> {
  const tokens = template.match(TOKEN) ?? [];
  const reader = new TemplateReader(tokens, vocabulary);
  return reader.alternatives();
}

class TemplateReader {
  readonly #tokens: readonly string[];
  readonly #vocabulary: Vocabulary;
  #at = 0;

  constructor(tokens: readonly string[], vocabulary: Vocabulary) {
    this.#tokens = tokens;
    this.#vocabulary = vocabulary;
  }

  /** Sequences between bars, up to the bracket that closes. */
  alternatives(): fc.Arbitrary<Words> {
    const all = [this.#sequence()];
    while (this.#tokens[this.#at] === '|') {
      this.#at += 1;
      all.push(this.#sequence());
    }
    return all.length === 1 ? (all[0] as fc.Arbitrary<Words>) : fc.oneof(...all);
  }

  #sequence(): fc.Arbitrary<Words> {
    const parts: fc.Arbitrary<Words>[] = [];
    for (;;) {
      const token = this.#tokens[this.#at];
      if (token === undefined || '|)]'.includes(token[0] as string)) break;
      this.#at += 1;
      parts.push(token === '(' || token === '[' ? this.#group(token) : this.#word(token));
    }
    return fc.tuple(...parts).map((words) => words.flat());
  }

  #group(open: string): fc.Arbitrary<Words> {
    const inside = this.alternatives();
    const close = this.#tokens[this.#at] ?? '';
    this.#at += 1;
    if (open === '[') return fc.option(inside, { nil: [], freq: 1 });
    return close.endsWith('+') ? fc.array(inside, { minLength: 1, maxLength: 3 }).map((words) => words.flat()) : inside;
  }

  #word(token: string): fc.Arbitrary<Words> {
    const isMany = token.length > 1 && token.endsWith('+');
    const name = isMany ? token.slice(0, -1) : token;
    const word = this.#vocabulary[name] ?? fc.constant(name);
    return isMany ? fc.array(word, { minLength: 1, maxLength: 3 }) : word.map((only) => [only]);
  }
}
