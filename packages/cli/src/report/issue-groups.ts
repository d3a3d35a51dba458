import { formatPlace, type Issue, type Language } from "@tongchou/core";
import { sortIssues, subjectText } from "../terminal/issue-lines.js";
import type { Session } from "../terminal/terminal.js";

/** Issues of one kind are told one by one up to so many of them. */
const singleMax = 3;

/** Issues for people, by kind: a few one by one, many of a kind as one message with all their places. */
export function issueGroups({ language }: Session, issues: readonly Issue[]): readonly string[] {
  const groups = new Map<string, Issue[]>();
  for (const issue of sortIssues(issues)) groups.set(issue.code, [...(groups.get(issue.code) ?? []), issue]);
  return [...groups.values()].map((group) =>
    group.length <= singleMax
      ? group.map((issue) => single(issue, language)).join("")
      : several(group, language),
  );
}

function single(issue: Issue, language: Language): string {
  const place = issue.place === undefined ? subjectText(issue) : formatPlace(issue.place, language);
  return `  • ${place}\n    ${issue.message[language]}\n${waysOut(issue, language)}`;
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
  const byFile = new Map<string, number[]>();
  const subjects: string[] = [];
  for (const issue of group) {
    const { file, row } = issue.place ?? {};
    if (file === undefined) subjects.push(subjectText(issue));
    else byFile.set(file, [...(byFile.get(file) ?? []), ...(row === undefined ? [] : [row])]);
  }
  const separator = language === "zh" ? "、" : ", ";
  const lines = [...byFile].map(([file, rows]) => {
    if (rows.length === 0) return `      ${file}\n`;
    const list = rows.join(separator);
    return language === "zh" ? `      ${file}：第${list}行\n` : `      ${file}: rows ${list}\n`;
  });
  if (subjects.length > 0) lines.push(`      ${subjects.join(separator)}\n`);
  return lines.join("");
}
