import type { Language } from "@tongchou/core";
import type { CheckResult, ConformanceReport } from "./conformance.js";

const words = {
  zh: { failed: "未通过", passed: "通过", "not-run": "未运行", needs: "缺少" },
  en: { failed: "failed", passed: "passed", "not-run": "not run", needs: "needs" },
} as const;

const marks = { passed: "✓", failed: "✗", "not-run": "–" } as const;

/**
 * Prints a report: a line for each check, below it what is wrong, and a line of counts.
 *
 * @example
 * const title = { zh: "空批次不生成文件", en: "writes no file for an empty batch" };
 * const results = [{ id: "empty-batch", title, kind: "passed", issues: [] }];
 * formatConformance({ adapterId: "a.b@1", results, isConforming: true }, "en");
 * // => "a.b@1\n✓ writes no file for an empty batch\n1 passed, 0 failed, 0 not run\n"
 */
export function formatConformance(report: ConformanceReport, language: Language): string {
  const say = words[language];
  const count = (kind: CheckResult["kind"]): string =>
    `${report.results.filter((result) => result.kind === kind).length} ${say[kind]}`;
  const lines = report.results.flatMap(({ title, kind, needs, issues }) => [
    `${marks[kind]} ${title[language]}${needs === undefined ? "" : ` (${say.needs} ${needs})`}`,
    ...issues.map(({ code, message }) => `    ${message[language]} [${code}]`),
  ]);
  const counts = [count("passed"), count("failed"), count("not-run")].join(language === "zh" ? "，" : ", ");
  return `${[report.adapterId, ...lines, counts].join("\n")}\n`;
}
