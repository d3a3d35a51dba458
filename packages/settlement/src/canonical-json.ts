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
  for (const { key, token } of membersOf(value)) {
    const member = value[key];
    if (member !== undefined) text += `${text === "" ? "" : ","}${token}${canonicalJson(member)}`;
  }
  return `{${text}}`;
}

/** A member's name, and how it stands before its value. */
interface MemberName {
  readonly key: string;
  readonly token: string;
}

/** The members of every shape that was met, in their order: lines of a statement share a few shapes. */
const shapes = new Map<string, readonly MemberName[]>();
const shapesMax = 1000;

/** Names of the members of an object; strings sort by UTF-16 code units unless told otherwise. */
function membersOf(object: JsonObject): readonly MemberName[] {
  const keys = Object.keys(object);
  const shape = keys.join("\0");
  const known = shapes.get(shape);
  if (known !== undefined && known.length === keys.length) return known;
  const members = keys.sort().map((key) => ({ key, token: `${JSON.stringify(key)}:` }));
  // Without the sign between names in a name itself, no two shapes of one length read alike.
  if (keys.some((key) => key.includes("\0"))) return members;
  if (shapes.size >= shapesMax) shapes.clear();
  shapes.set(shape, members);
  return members;
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
  for (const { key, token } of isList ? itemsOf(value) : membersOf(value)) {
    if (!isList && value[key] === undefined) continue;
    write(sign + token);
    writeApart(value[key], write, levels - 1);
    sign = ",";
  }
  write(sign === "," ? "" : sign);
  write(isList ? "]" : "}");
}

/** Items of a list stand without a name. */
function itemsOf(list: JsonObject): readonly MemberName[] {
  return Object.keys(list).map((key) => ({ key, token: "" }));
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null;
}
