/**
 * Puts items with the same key together, keys and items in the order in which they come.
 *
 * @example
 * [...groupBy(["b1", "a1", "b2"], (item) => item.at(0))]; // => [["b", ["b1", "b2"]], ["a", ["a1"]]]
 */
export function groupBy<Key, Item>(
  items: Iterable<Item>,
  keyOf: (item: Item) => Key,
): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
