import type { FieldContent, FieldDefinition, FieldEncoding, LengthEncoding } from "../dialect.js";

type Shown = FieldDefinition["shown"];

/** A short way to write the rows of a field table whose contents are mostly written alike. */
export interface FieldNotation {
  readonly fixed: (content: FieldContent, size: number, shown?: Shown) => FieldDefinition;
  readonly ll: (content: FieldContent, max: number, shown?: Shown) => FieldDefinition;
  readonly lll: (content: FieldContent, max: number, shown?: Shown) => FieldDefinition;
}

/** How the contents of a table are written, and the numbers in front of them. */
export interface NotationOptions {
  readonly digits: FieldEncoding;
  readonly characters: FieldEncoding;
  readonly bytes: FieldEncoding;
  readonly length: LengthEncoding;
}

/** Makes the notation of a table. */
export function createNotation(options: NotationOptions): FieldNotation {
  const encodingOf = (content: FieldContent): FieldEncoding => {
    if (content === "n" || content === "amount" || content === "z") return options.digits;
    if (content === "b" || content === "tlv") return options.bytes;
    return content === "text" ? "gbk" : options.characters;
  };
  const row = (
    content: FieldContent,
    length: FieldDefinition["length"],
    shown: Shown | undefined,
  ): FieldDefinition => {
    const definition = { content, encoding: encodingOf(content), length };
    return shown === undefined ? definition : { ...definition, shown };
  };
  const { length: encoding } = options;
  return {
    fixed: (content, size, shown) => row(content, { kind: "fixed", size }, shown),
    ll: (content, max, shown) => row(content, { kind: "ll", max, encoding }, shown),
    lll: (content, max, shown) => row(content, { kind: "lll", max, encoding }, shown),
  };
}
