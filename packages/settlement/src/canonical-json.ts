type JsonObject = Readonly<Record<string, unknown>>;

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
  if (typeof value === "number" && Number.isFinite(value)) return `${value}`;
  if (typeof value === "string" || typeof value === "boolean" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (!isObject(value)) throw new RangeError(`JSON cannot hold a ${typeof value}`);
  let text = "";
  for (const key of sortedKeys(value)) {
    text += `${text === "" ? "" : ","}${JSON.stringify(key)}:${canonicalJson(value[key])}`;
  }
  return `{${text}}`;
}

/** Length at which a piece of a long text is handed on. */
const pieceLength = 65_536;

/** Levels that are written part by part: a document, its lists, and the items of those. */
const levelsApart = 3;

/**
 * {@link canonicalJson}, handed on in pieces that end between tokens, for texts too long to hold as one.
 */
export function writeCanonicalJson(value: unknown, onPiece: (piece: string) => void): void {
  let text = "";
  const write = (token: string): void => {
    text += token;
    if (text.length < pieceLength) return;
    onPiece(text);
    text = "";
  };
  writeApart(value, write, levelsApart);
  onPiece(text);
}

function writeApart(value: unknown, write: (token: string) => void, levels: number): void {
  if (levels === 0 || !isObject(value)) {
    write(canonicalJson(value));
    return;
  }
  const isList = Array.isArray(value);
  let sign = isList ? "[" : "{";
  for (const key of isList ? Object.keys(value) : sortedKeys(value)) {
    write(isList ? sign : `${sign}${JSON.stringify(key)}:`);
    writeApart(value[key], write, levels - 1);
    sign = ",";
  }
  write(sign === "," ? "" : sign);
  write(isList ? "]" : "}");
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null;
}

/** Names of the members that stand in JSON; strings sort by UTF-16 code units unless told otherwise. */
function sortedKeys(object: JsonObject): readonly string[] {
  return Object.keys(object)
    .filter((key) => object[key] !== undefined)
    .sort();
}
