/** Length of the pieces that long texts are handed on in. */
const pieceLength = 65_536;

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
  const pieces: string[] = [];
  writeCanonicalJson(value, (piece) => pieces.push(piece));
  return pieces.join("");
}

/** {@link canonicalJson}, handed on in pieces that end between tokens, for texts too long to hold twice. */
export function writeCanonicalJson(value: unknown, onPiece: (piece: string) => void): void {
  let text = "";
  const write = (token: string): void => {
    text += token;
    if (text.length < pieceLength) return;
    onPiece(text);
    text = "";
  };
  writeValue(value, write);
  onPiece(text);
}

type Write = (token: string) => void;

function writeValue(value: unknown, write: Write): void {
  if (typeof value === "string" || typeof value === "boolean" || value === null) {
    write(JSON.stringify(value));
  } else if (typeof value === "number" && Number.isFinite(value)) {
    write(JSON.stringify(value));
  } else if (Array.isArray(value)) {
    writeArray(value, write);
  } else if (typeof value === "object") {
    writeObject(value, write);
  } else {
    throw new RangeError(`JSON cannot hold a ${typeof value}`);
  }
}

function writeArray(items: readonly unknown[], write: Write): void {
  write("[");
  for (const [index, item] of items.entries()) {
    if (index > 0) write(",");
    writeValue(item, write);
  }
  write("]");
}

function writeObject(object: object, write: Write): void {
  let sign = "{";
  // Strings sort by UTF-16 code units unless told otherwise.
  for (const key of Object.keys(object).sort()) {
    const member: unknown = object[key as keyof typeof object];
    if (member === undefined) continue;
    write(`${sign}${JSON.stringify(key)}:`);
    writeValue(member, write);
    sign = ",";
  }
  write(sign === "{" ? "{}" : "}");
}
