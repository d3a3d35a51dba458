import type { IssueCatalogue } from "@tongchou/core";

/** Codes of issues that only the command raises. */
export type CliIssueCode = "kind-unknown" | "line-not-json" | "line-not-object" | "region-unknown";

/** Messages that only the command raises. */
export const cliIssues: IssueCatalogue<CliIssueCode> = {
  "kind-unknown": {
    severity: "error",
    zh: "没有“{found}”这种计算，可用：{kinds}。",
    en: 'There is no calculation "{found}". There are: {kinds}.',
  },
  "line-not-json": {
    severity: "error",
    zh: "这一行不是 JSON，请每行写一个 JSON 对象。",
    en: "This line is not JSON. Write one JSON object a line.",
  },
  "line-not-object": {
    severity: "error",
    zh: "这一行不是 JSON 对象，请写成带 kind 字段的对象。",
    en: "This line is not a JSON object. Write an object with a member kind.",
  },
  "region-unknown": {
    severity: "error",
    zh: "地区“{found}”没有已确认的社会保险规定，目前支持九江市（3604 开头的区划代码）。",
    en: 'No insurance rules are established for the region "{found}"; Jiujiang is (division codes that begin with 3604).',
  },
};
