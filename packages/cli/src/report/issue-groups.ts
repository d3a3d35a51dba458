import { groupBy, type Issue, type Language } from "@tongchou/core";
import { sortIssues, subjectText, whereabouts } from "../terminal/issue-lines.js";
import type { Session } from "../terminal/terminal.js";

/** Issues of one kind are told one by one up to so many of them. */
const singleMax = 3;

/** Issues for people, by kind: a few one by one, many of a kind as one message with all their places. */
export function issueGroups(
  { language }: Pick<Session, "language">,
  issues: readonly Issue[],
): readonly string[] {
  return [...groupBy(sortIssues(issues), ({ code }) => code).values()].map((group) =>
    group.length <= singleMax
      ? group.map((issue) => single(issue, language)).join("")
      : several(group, language),
  );
}

function single(issue: Issue, language: Language): string {
  return `  • ${whereabouts(issue, language)}\n    ${issue.message[language]}\n${waysOut(issue, language)}`;
}

function several(group: readonly Issue[], language: Language): string {
  const [first] = group;
  if (first === undefined) return "";
  const isSame = group.every((issue) => issue.message[language] === first.message[language]);
  const example = isSame ? "" : language === "zh" ? "例如：" : "for example: ";
  const count = language === "zh" ? `${group.length} 处：` : `${group.length} places: `;
  const head = `  • ${count}${example}${first.message[language]}\n`;
  return head + waysOut(first, language) + places(group, language);
}

function waysOut(issue: Issue, language: Language): string {
  const options = (issue.options ?? []).map((option) => option[language]);
  return options.length === 0 ? "" : `      → ${options.join(language === "zh" ? "；" : "; ")}\n`;
}

/** The places of a group: rows file by file, or what the issues are about. */
function places(group: readonly Issue[], language: Language): string {
  const separator = language === "zh" ? "、" : ", ";
  const subjects = group.filter(({ place }) => place === undefined).map(subjectText);
  const placed = group.flatMap(({ place }) => (place === undefined ? [] : [place]));
  const lines = [...groupBy(placed, ({ file }) => file)].map(([file, ofFile]) => {
    const rows = ofFile.flatMap(({ row }) => (row === undefined ? [] : [row]));
    if (rows.length === 0) return `      ${file}\n`;
    const list = rows.join(separator);
    return language === "zh" ? `      ${file}：第${list}行\n` : `      ${file}: rows ${list}\n`;
  });
  if (subjects.length > 0) lines.push(`      ${subjects.join(separator)}\n`);
  return lines.join("");
}
