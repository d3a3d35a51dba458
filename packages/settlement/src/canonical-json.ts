/**
 * Writes plain data as canonical JSON (RFC 8785): members sorted by UTF-16 code units, no white space,
 * numbers as ECMAScript prints them.
 *
 * Members that are undefined are left out, as in `JSON.stringify`.
 *
 * @throws RangeError for what JSON cannot hold, such as a number that is not finite
 * @example
 * canonicalJson({ b: 1, a: ["张三", null] }); // => '{"a":["张三",null],"b":1}'
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === "boolean" || typeof value === "string") return JSON.stringify(value);
  if (typeof value === "number" && Number.isFinite(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object") throw new RangeError(`JSON cannot hold a ${typeof value}`);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(",")}}`;
}
