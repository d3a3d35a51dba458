import { coreIssues, type CoreIssueCode } from "../issues/catalogue.js";
import { createIssue, type Issue } from "../issues/issue.js";
import { maskName } from "../issues/mask.js";
import { failed, parsed, type Parsed } from "../issues/parsed.js";
import { foldFullWidth } from "./normalise.js";

/** A name as registers hold it, and what stood in brackets behind it. */
export interface PersonName {
  readonly name: string;
  /** Text found in brackets, such as a former name or a note, moved out of the name. */
  readonly remark?: string;
}

const separator = "[•‧・∙⋅．.●･·]";

/** Han characters, and those of a private-use area: rare ones that a bank or a tax office once made up. */
const han = "[\\p{Script=Han}\\p{Co}]";

const hanGap = new RegExp(`(?<=${han}) (?=${han})`, "gu");
const hanSeparator = new RegExp(`(?<=${han}) ?${separator} ?(?=${han})`, "gu");
const letterSeparator = new RegExp(`(?<=[\\p{L}\\p{M}])${separator}(?=\\p{L})`, "gu");

/**
 * Reads a person's name.
 *
 * Spaces that only align Han characters are dropped, the separator of minority names becomes U+00B7
 * (民委发〔2016〕33号), text in brackets moves to the remark. Code points are otherwise kept, rare and
 * supplementary ones too.
 *
 * @returns the name, or the issues `person-name-empty`, `person-name-characters`; the warnings
 *   `person-name-remark`, `person-name-private-use`
 * @example
 * parsePersonName("张　三"); // => { ok: true, value: { name: "张三" }, issues: [] }
 * parsePersonName("阿依古丽•买买提"); // => { ok: true, value: { name: "阿依古丽·买买提" }, issues: [] }
 */
export function parsePersonName(text: string): Parsed<PersonName> {
  const cleaned = text
    .replace(/[\u200B-\u200D\uFEFF]/g, "")
    .replace(/[\u3000\u00A0\s]+/g, " ")
    .trim();
  const bracket = /^(.*?)[（(](.*)[）)]$/.exec(cleaned);
  const remark = bracket?.[2]?.trim();
  const base = (bracket?.[1] ?? cleaned).trim();
  const name = base
    .replace(hanGap, "")
    .replace(hanSeparator, "·")
    .replace(letterSeparator, "·")
    .replace(/[\uFF21-\uFF3A\uFF41-\uFF5A]/g, foldFullWidth);
  if (name === "") return failed(createIssue(coreIssues, "person-name-empty"));
  if (!/^[\p{L}\p{M}\p{Co}〇· '-]+$/u.test(name) || !/[\p{L}\p{Co}]/u.test(name)) {
    return failed(nameIssue("person-name-characters", name));
  }
  const warnings: Issue[] = [];
  if (remark !== undefined && remark !== "") warnings.push(nameIssue("person-name-remark", name));
  if (/\p{Co}/u.test(name)) warnings.push(nameIssue("person-name-private-use", name));
  return parsed({ name, ...(remark === undefined || remark === "" ? {} : { remark }) }, warnings);
}

function nameIssue(code: CoreIssueCode, name: string): Issue {
  return createIssue(coreIssues, code, { found: maskName(name) });
}
