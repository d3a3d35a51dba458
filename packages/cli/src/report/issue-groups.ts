import { formatPlace, type Issue, type Language } from "@tongchou/core";
import { sortIssues, subjectText } from "../terminal/issue-lines.js";
import type { Session } from "../terminal/terminal.js";

/** Issues that say the same of different places are told once, up to so many of them one by one. */
const singleMax = 3;

/**
 * Issues for people, grouped by code: a few of a kind one by one, many of a kind as one message with all
 * their places.
 */
export function issueGroups(session: Session, issues: readonly Issue[]): readonly string[] {
  const groups = new Map<string, Issue[]>();
  for (const issue of sortIssues(issues)) groups.set(issue.code, [...(groups.get(issue.code) ?? []), issue]);
  return [...groups.values()].map((group) =>
    group.length <= singleMax
      ? group.map((issue) => single(session, issue)).join("")
      : several(session, group),
  );
}

function single({ language }: Session, issue: Issue): string {
  const place = issue.place === undefined ? subjectText(issue) : formatPlace(issue.place, language);
  const options = (issue.options ?? [])
    .map((option) => option[language])
    .join(language === "zh" ? "；" : "; ");
  return `  • ${place}\n    ${issue.message[language]}\n${ways}`;
}

function several(session: Session, group: readonly Issue[]): string {
  const { language } = session;
  const [first] = group;
  if (first === undefined) return "";
  const example = language === "zh" ? "例如：" : "for example: ";
  const isSame = group.every((issue) => issue.message[language] === first.message[language]);
  const count = language === "zh" ? `${group.length} 处` : `${group.length} places`;
  const head = `  • ${count}: ${isSame ? "" : example}${first.message[language]}\n`;
  return head + waysOut(first, language) + places(session, group);
}

function waysOut(issue: Issue, language: Language): string {
  const options = (issue.options ?? []).map((option) => option[language]);
  return options.length === 0 ? "" : `      → ${options.join(language === "zh" ? "；" : "; ")}\n`;
}

/** The places of a group: rows file by file, or what the issues are about. */
function places({ language }: Session, group: readonly Issue[]): string {
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
