import type { Issue } from "@tongchou/core";

/** Warnings that one cause gives every row: a bank whose account numbers are longer than card numbers. */
const sharedCauses = new Set(["bank-card-long"]);

/**
 * Leaves one of the remarks that repeat in a file, at the place of the first, with their number. Whatever
 * somebody has to look at row by row stays as it is.
 */
export function collapseRemarks(issues: readonly Issue[]): readonly Issue[] {
  const counts = new Map<string, number>();
  for (const issue of issues) {
    if (isRemark(issue)) counts.set(keyOf(issue), (counts.get(keyOf(issue)) ?? 0) + 1);
  }
  const seen = new Set<string>();
  return issues.flatMap((issue) => {
    const count = counts.get(keyOf(issue)) ?? 0;
    if (!isRemark(issue) || count === 1) return [issue];
    if (seen.has(keyOf(issue))) return [];
    seen.add(keyOf(issue));
    const { zh, en } = issue.message;
    return [
      {
        ...issue,
        message: { zh: `${zh}（本文件共 ${count} 处）`, en: `${en} (${count} times in this file)` },
      },
    ];
  });
}

function isRemark({ code, severity }: Issue): boolean {
  return severity === "info" || sharedCauses.has(code);
}

function keyOf({ code, place }: Issue): string {
  return [code, place?.file, place?.sheet, place?.column].join(" ");
}
