import { type BankEncoding, encodeText } from "../encoding.js";

/** What stands in the table for a character that has not been asked for. */
const unasked = 0;
/** What stands there for one that is written, if at all, with a remark: it takes the slow way. */
const special = 0xffff_ffff;

/**
 * How an encoding writes the characters of the basic plane, each looked up once.
 *
 * Control characters, halves of pairs, private use, and whatever {@link encodeText} refuses are special.
 */
export interface CharacterTable {
  /** The bytes of a UTF-16 code unit, packed with the first one highest; nothing where it is special. */
  bytesOf(unit: number): number | undefined;
  /** The bytes that a text takes; nothing where it has a special character. */
  lengthOf(text: string): number | undefined;
}

const tables = new Map<BankEncoding, CharacterTable>();

/** The table of an encoding. */
export function characterTable(encoding: BankEncoding): CharacterTable {
  const known = tables.get(encoding);
  if (known !== undefined) return known;
  const table = createTable(encoding);
  tables.set(encoding, table);
  return table;
}

function createTable(encoding: BankEncoding): CharacterTable {
  const packed = new Uint32Array(0x1_0000);
  packed.fill(special, 0, 0x20);
  packed.fill(special, 0x7f, 0xa0);
  const bytesOf = (unit: number): number | undefined => {
    let bytes = packed[unit] ?? special;
    if (bytes === unasked) {
      bytes = pack(unit, encoding);
      packed[unit] = bytes;
    }
    return bytes === special ? undefined : bytes;
  };
  const lengthOf = (text: string): number | undefined => {
    let length = 0;
    for (let at = 0; at < text.length; at += 1) {
      const unit = text.charCodeAt(at);
      if (unit >= 0x20 && unit < 0x7f) {
        length += 1;
        continue;
      }
      const bytes = bytesOf(unit);
      if (bytes === undefined) return undefined;
      length += bytes < 0x100 ? 1 : bytes < 0x1_0000 ? 2 : bytes < 0x100_0000 ? 3 : 4;
    }
    return length;
  };
  return { bytesOf, lengthOf };
}

function pack(unit: number, encoding: BankEncoding): number {
  const written = encodeText(String.fromCharCode(unit), encoding);
  if (!written.ok || written.issues.length > 0) return special;
  return written.value.reduce((sum, byte) => sum * 0x100 + byte, 0);
}
