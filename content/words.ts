/** Words that the checks of exercises share. */

/** At most three names, then how many more: `order-1, order-2 and order-3`, `order-1, order-2, order-3 and 4 more`. */
export function listed(names: readonly string[]): string {
  const more = names.length - 3;
  return more > 0 ? `${names.slice(0, 3).join(', ')} and ${more} more` : names.join(', ').replace(/, (?=[^,]*$)/, ' and ');
}
