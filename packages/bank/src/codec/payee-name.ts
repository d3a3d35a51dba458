import { foldFullWidth } from "@tongchou/core";
import { disputedCharacters } from "../encoding.js";

const separators = /(?<=\p{L})[•‧∙⋅・･．](?=\p{L})/gu;
const zeroWidth = /[\u200B-\u200D\uFEFF]/g;
/** Names of nothing but these, which most are, stay as they are. */
const plainName = /^[\u4E00-\u9FA5A-Za-z0-9·]*$/;

/**
 * The form of a name that goes into a bank's file.
 *
 * The separator between the parts of a name becomes U+00B7 (民委发〔2016〕33号), whatever key it was typed with;
 * zero-width characters and spaces around the name go. All else stays, for the bank compares to the letter.
 *
 * @example
 * normaliseName("阿依古丽•买买提"); // => "阿依古丽·买买提"
 */
export function normaliseName(name: string): string {
  if (plainName.test(name)) return name;
  return name.replace(zeroWidth, "").replace(separators, "·").trim();
}

/**
 * The form of a name for comparing what was sent with what a bank wrote back; never for sending.
 *
 * Full-width letters, digits and brackets fold to plain ones, radicals and compatibility characters to common
 * ones, spaces go, a full stop between letters is the separator, and the private-use code points of old GBK
 * tables become the characters of GB 18030-2022.
 *
 * @example
 * comparableName("九江（示例） 公司") === comparableName("九江(示例)公司"); // => true
 */
export function comparableName(name: string): string {
  return foldFullWidth(normaliseName(name))
    .normalize("NFKC")
    .replace(/\s/g, "")
    .replace(/(?<=\p{L})[.•‧∙⋅・](?=\p{L})/gu, "·")
    .replace(/[\uE815-\uE864]/g, (character) => {
      return disputedCharacters[character.charCodeAt(0) - 0xe815] ?? character;
    });
}
