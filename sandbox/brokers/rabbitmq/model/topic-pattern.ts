/** The topic pattern: words between dots, where `*` is any one word and `#` any number of words, also none. */

/** Whether a routing key matches a binding's pattern. The empty key has no words, `a.` has two, the second empty. */
export function matchesTopic(pattern: string, routingKey: string): boolean {
  return matches(words(pattern), words(routingKey));
}

function words(text: string): string[] {
  return text === '' ? [] : text.split('.');
}

/** Goes through the key word by word with the set of places in the pattern where one can be: no backtracking. */
function matches(pattern: readonly string[], key: readonly string[]): boolean {
  let places = withSkipped(new Set([0]), pattern);
  for (const word of key) {
    const next = new Set<number>();
    for (const place of places) {
      const wanted = pattern[place];
      if (wanted === '#') next.add(place);
      else if (wanted === '*' || wanted === word) next.add(place + 1);
    }
    places = withSkipped(next, pattern);
  }
  return places.has(pattern.length);
}

/** A `#` may stand for no word: whoever is before it may also be behind it. */
function withSkipped(places: Set<number>, pattern: readonly string[]): Set<number> {
  for (const place of places) if (pattern[place] === '#') places.add(place + 1);
  return places;
}
