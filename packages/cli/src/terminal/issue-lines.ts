import { formatPlace, type Issue, type Language, type Severity } from "@tongchou/core";

const severityNames: Readonly<Record<Severity, { zh: string; en: string }>> = {
  error: { zh: "错误", en: "error" },
  "needs-decision": { zh: "待决定", en: "to decide" },
  warning: { zh: "提示", en: "warning" },
  info: { zh: "说明", en: "note" },
};

/** Severities in the order in which people want to see them. */
export const severityOrder: readonly Severity[] = ["error", "needs-decision", "warning", "info"];

/** The word for a severity. */
export function severityName(severity: Severity, language: Language): string {
  return severityNames[severity][language];
}

/** One issue in lines for people: place, message, clause, and the ways out. */
export function issueLines(issue: Issue, language: Language): readonly string[] {
  const clause = issue.clause === undefined ? "" : ` [${issue.clause}]`;
  const lines = [
    `${severityName(issue.severity, language)}: ${whereabouts(issue, language)}`,
    `    ${issue.message[language]}${clause}`,
  ];
  for (const option of issue.options ?? []) lines.push(`    → ${option[language]}`);
  return lines;
}

/** Where an issue is: its place in a file, with the part of a JSON file, or else what it is about. */
export function whereabouts(issue: Issue, language: Language): string {
  if (issue.place === undefined) return subjectText(issue);
  const place = formatPlace(issue.place, language);
  return issue.path === undefined ? place : `${place} › ${issue.path}`;
}

/** What an issue is about, where it has no place in a file. */
export function subjectText(issue: Issue): string {
  const { unitId, workerId, contractId, agencyId } = issue.subject ?? {};
  const parts = [unitId, contractId ?? agencyId, workerId].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join(" › ") : (issue.path ?? issue.code);
}

/** Issues in a fixed order: by severity, then code, then place. */
export function sortIssues(issues: readonly Issue[]): readonly Issue[] {
  return issues.toSorted((a, b) => {
    const left = sortKey(a);
    const right = sortKey(b);
    return left < right ? -1 : left > right ? 1 : 0;
  });
}

function sortKey(issue: Issue): string {
  const row = String(issue.place?.row ?? 0).padStart(8, "0");
  const place = issue.place === undefined ? subjectText(issue) : `${issue.place.file} ${row}`;
  return `${severityOrder.indexOf(issue.severity)} ${issue.code} ${place}`;
}
