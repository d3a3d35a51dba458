import type { FieldContent } from "../dialect.js";

const digit = 1;
const letter = 2;
const space = 4;
const other = 8;
const trackSign = 16;
const entrySign = 32;

/** What each character of ASCII is; characters without a picture are nothing. */
const classes: Uint8Array = Uint8Array.from({ length: 256 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/[0-9]/.test(character)) return digit;
  if (character === "C") return letter | entrySign;
  if (character === "D") return letter | trackSign | entrySign;
  if (character === "=") return other | trackSign;
  if (/[A-Za-z]/.test(character)) return letter;
  if (character === " ") return space;
  return code > 0x20 && code < 0x7f ? other : 0;
});

/** Contents that are characters of ASCII, with the classes that they take. */
const masks: Readonly<Partial<Record<FieldContent, number>>> = {
  n: digit,
  amount: digit,
  a: letter,
  an: digit | letter,
  anp: digit | letter | space,
  ans: digit | letter | space | other,
  text: digit | letter | space | other,
  z: digit | trackSign,
};

/** What the first character of a value may be, and the others, as masks over the class of each character. */
export interface CharacterMask {
  readonly classes: Uint8Array;
  readonly first: number;
  readonly rest: number;
}

/** The characters that a content takes. */
export function characterMask(content: FieldContent): CharacterMask {
  if (content === "xn") return { classes, first: entrySign, rest: digit };
  const mask = masks[content] ?? 0;
  return { classes, first: mask, rest: mask };
}

/** The characters that a content takes, in words for an issue. */
export const allowedCharacters: Readonly<Record<FieldContent, string>> = {
  n: "0-9",
  amount: "0-9",
  a: "A-Z a-z",
  an: "0-9 A-Z a-z",
  anp: "0-9 A-Z a-z SP",
  ans: "ASCII 20-7E",
  xn: "C/D + 0-9",
  z: "0-9 D =",
  text: "GBK/GB18030",
  b: "00-FF",
  tlv: "BER-TLV",
};
