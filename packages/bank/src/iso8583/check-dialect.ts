import { createIssue, type Issue } from "@tongchou/core";
import type { Dialect, FieldDefinition, HeaderPart } from "./dialect.js";
import { iso8583Issues } from "./issues.js";

/** Digits that an amount can have and still be counted exactly. */
const amountDigitsMax = 15;
const lengthMax = { ll: 99, lll: 999 };
const binaryLengthMax = { ll: 255, lll: 9999 };

/**
 * Tests that the parts of a dialect fit together: encodings with contents, lengths with the numbers in front.
 *
 * @returns `iso8583-dialect` for everything that does not, with a JSON pointer to the part
 * @example
 * import { iso1987Ascii } from "@tongchou/bank/iso8583";
 * checkDialect(iso1987Ascii); // => []
 * const amount = { content: "amount", encoding: "gbk", length: { kind: "fixed", size: 12 } };
 * checkDialect({ ...iso1987Ascii, fields: { ...iso1987Ascii.fields, 4: amount } }).length; // => 1
 */
export function checkDialect(dialect: Dialect): readonly Issue[] {
  const issues: Issue[] = [];
  const report = (part: string, needed: string): void => {
    issues.push(createIssue(iso8583Issues, "iso8583-dialect", { part, needed }, { path: `/${part}` }));
  };
  for (const [key, definition] of Object.entries(dialect.fields)) {
    const number = Number(key);
    const last = dialect.bitmap.second === "never" ? 64 : 128;
    if (!Number.isInteger(number) || number < 2 || number > last || number === 65) {
      report(`fields/${key}`, `2-${last}, 65 excepted`);
    }
    for (const needed of fieldProblems(definition)) report(`fields/${key}`, needed);
  }
  for (const [index, part] of dialect.header.entries()) {
    for (const needed of partProblems(part)) report(`header/${index}`, needed);
  }
  const names = new Set(dialect.header.map(({ name }) => name));
  if (names.size < dialect.header.length) report("header", "a name for each part alone");
  if (dialect.macField !== undefined) {
    const mac = dialect.fields[dialect.macField];
    const isLast = Object.keys(dialect.fields).every((key) => Number(key) <= Number(dialect.macField));
    if (mac?.content !== "b" || mac.length.kind !== "fixed" || !isLast) {
      report("macField", "the last field, bytes of fixed length");
    }
  }
  return issues;
}

function fieldProblems({ content, encoding, length, pad }: FieldDefinition): readonly string[] {
  const problems: string[] = [];
  if (!encodingsOf(content).includes(encoding)) problems.push(`encoding ${encodingsOf(content).join(" ")}`);
  const isBcd = encoding.startsWith("bcd");
  const size = length.kind === "fixed" ? length.size : length.max;
  if (!Number.isInteger(size) || size < 1) problems.push("length >= 1");
  if (length.kind === "fixed") {
    if (size > lengthMax.lll) problems.push(`length <= ${lengthMax.lll}`);
  } else {
    const isDoubled = encoding === "hex" && length.counts !== "bytes";
    const limit = (length.encoding === "binary" ? binaryLengthMax : lengthMax)[length.kind];
    if ((isDoubled ? 2 * size : size) > limit) problems.push(`length <= ${limit}`);
    if (length.counts === "bytes" && !isBcd && encoding !== "hex")
      problems.push("counts only with BCD or hex");
  }
  if (content === "amount" && (length.kind !== "fixed" || size > amountDigitsMax)) {
    problems.push(`fixed length <= ${amountDigitsMax}`);
  }
  if (content === "amount" && isBcd && size % 2 === 1) problems.push("even length");
  if (pad !== undefined && !isBcd) problems.push("pad only with BCD");
  return problems;
}

function encodingsOf(content: FieldDefinition["content"]): readonly FieldDefinition["encoding"][] {
  switch (content) {
    case "n":
    case "z":
    case "amount":
      return ["ascii", "ebcdic", "bcd-left", "bcd-right"];
    case "a":
    case "an":
    case "anp":
    case "ans":
    case "xn":
      return ["ascii", "ebcdic"];
    case "text":
      return ["gbk", "gb18030"];
    case "b":
    case "tlv":
      return ["binary", "hex"];
  }
}

function partProblems({ name, size, form, computed }: HeaderPart): readonly string[] {
  const problems: string[] = [];
  if (name === "") problems.push("a name");
  if (!Number.isInteger(size) || size < 1 || size > 99) problems.push("size 1-99");
  if (computed !== undefined && form === "hex" && size > 4) problems.push("size <= 4");
  return problems;
}
