import { foldFullWidth } from "@tongchou/core";

/** Brackets behind a header that only give a unit or a hint for filling in. */
const units =
  /\((?:单位[:：]?)?(?:人民币)?(?:万?元|%|人|个|月|年|天|必填|选填|文本)(?:\/(?:人月|人|月|年))?\)/g;
const numbering = /^\(?\d{1,2}[)、.](?=\D)/;
/** Small letters, digits and ideographs in common use, of which every sheet is full: nothing to fold. */
const isPlainKey = /^[0-9a-z\u4E00-\u9FFF]*$/;

/**
 * The form in which headers are compared: full width folded, without stars, blanks, line breaks,
 * punctuation, numbering and units in brackets, in lower case.
 *
 * @example
 * headerKey("* 月应发\n工资（元）"); // => "月应发工资"
 */
export function headerKey(text: string): string {
  if (isPlainKey.test(text)) return text;
  return foldFullWidth(text)
    .replace(/\s/g, "")
    .replace(numbering, "")
    .replace(units, "")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .toLowerCase();
}

/** The same without anything in brackets, such as a hint of how to fill the column in. */
export function bareHeaderKey(text: string): string {
  if (!/[(（]/.test(text)) return headerKey(text);
  return headerKey(foldFullWidth(text).replace(/\([^()]*\)/g, ""));
}

/** True when a header gives amounts in units of ten thousand yuan. */
export function isInTenThousands(text: string): boolean {
  return /万元/.test(text);
}
