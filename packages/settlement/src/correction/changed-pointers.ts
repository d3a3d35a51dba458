type JsonObject = Readonly<Record<string, unknown>>;

/**
 * Where two plain values differ: JSON pointers to the members that one has and the other has not, or has
 * otherwise. Items of a list that have an `id` are compared with their namesakes and stand at their place in
 * the later list, or in the earlier one once they are gone.
 *
 * @example
 * changedPointers({ a: 1, b: [{ id: "x", n: 1 }] }, { a: 1, b: [{ id: "w" }, { id: "x", n: 2 }] });
 * // => ["/b/0", "/b/1/n"]
 */
export function changedPointers(before: unknown, after: unknown, pointer = ""): readonly string[] {
  if (before === after) return [];
  if (!isObject(before) || !isObject(after) || Array.isArray(before) !== Array.isArray(after))
    return [pointer];
  return pairsOf(before, after).flatMap(([key, left, right]) => {
    const token = key.replaceAll("~", "~0").replaceAll("/", "~1");
    return changedPointers(left, right, `${pointer}/${token}`);
  });
}

type Pair = readonly [key: string, before: unknown, after: unknown];

function pairsOf(before: JsonObject, after: JsonObject): readonly Pair[] {
  const hasIds = [before, after].every((list) => Array.isArray(list) && list.every(hasId));
  if (!hasIds) {
    const keys = new Set([...Object.keys(after), ...Object.keys(before)]);
    return Array.from(keys, (key) => [key, before[key], after[key]]);
  }
  const earlier = new Map(Object.values(before).map((item) => [idOf(item), item]));
  const ids = new Set(Object.values(after).map(idOf));
  return [
    ...Object.entries(after).map(([key, item]): Pair => [key, earlier.get(idOf(item)), item]),
    ...Object.entries(before).flatMap(([key, item]): readonly Pair[] =>
      ids.has(idOf(item)) ? [] : [[key, item, undefined]],
    ),
  ];
}

function hasId(item: unknown): boolean {
  return typeof idOf(item) === "string";
}

function idOf(item: unknown): unknown {
  return isObject(item) ? item["id"] : undefined;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null;
}
