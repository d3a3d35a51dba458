import { type BankEncoding, encodeAccepted } from "../encoding.js";
import { type CharacterTable, characterTable } from "./character-table.js";

/** Puts text that has been accepted into bytes, without a string for the whole of it. */
export class ByteWriter {
  readonly #encoding: BankEncoding;
  readonly #table: CharacterTable;
  #bytes = new Uint8Array(0x2_0000);
  #length = 0;

  constructor(encoding: BankEncoding) {
    this.#encoding = encoding;
    this.#table = characterTable(encoding);
  }

  get length(): number {
    return this.#length;
  }

  /** Writes a text that {@link encodeAccepted} can write. */
  write(text: string): void {
    this.#reserve(text.length * 4);
    const bytes = this.#bytes;
    const start = this.#length;
    let end = start;
    for (let at = 0; at < text.length; at += 1) {
      const unit = text.charCodeAt(at);
      if (unit < 0x80) {
        bytes[end++] = unit;
        continue;
      }
      const packed = this.#table.bytesOf(unit);
      if (packed === undefined) {
        this.#writeSlowly(text);
        return;
      }
      if (packed >= 0x100_0000) bytes[end++] = packed >>> 24;
      if (packed >= 0x1_0000) bytes[end++] = (packed >>> 16) & 0xff;
      if (packed >= 0x100) bytes[end++] = (packed >>> 8) & 0xff;
      bytes[end++] = packed & 0xff;
    }
    this.#length = end;
  }

  /** Writes a whole number from 0 on; with two decimals, hundredths: 7 is `0.07`. */
  writeNumber(value: number, decimals: 0 | 2): void {
    this.#reserve(20);
    let digits = 1;
    for (let power = 10; power <= value; power *= 10) digits += 1;
    digits = Math.max(digits, decimals + 1);
    const end = this.#length + digits + (decimals === 0 ? 0 : 1);
    let rest = value;
    let at = end;
    for (let digit = 0; digit < digits; digit += 1) {
      if (digit > 0 && digit === decimals) this.#bytes[--at] = 46;
      const next = Math.floor(rest / 10);
      this.#bytes[--at] = 48 + (rest - next * 10);
      rest = next;
    }
    this.#length = end;
  }

  /** Gives what has been written, and begins anew. */
  take(): Uint8Array {
    const taken = this.#bytes.slice(0, this.#length);
    this.#length = 0;
    return taken;
  }

  #writeSlowly(text: string): void {
    const bytes = encodeAccepted(text, this.#encoding);
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  #reserve(length: number): void {
    if (this.#length + length <= this.#bytes.length) return;
    const larger = new Uint8Array((this.#length + length) * 2);
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }
}
