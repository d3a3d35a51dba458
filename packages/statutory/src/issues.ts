import type { IssueCatalogue } from "@tongchou/core";

/** Codes of issues about facts. */
export type StatutoryIssueCode =
  "fact-dates-reversed" | "fact-id-unknown" | "fact-unknown" | "minimum-wage-class-unknown";

/** Messages about facts. */
export const statutoryIssues: IssueCatalogue<StatutoryIssueCode> = {
  "fact-dates-reversed": {
    severity: "error",
    zh: "参数 {id} 的终止日 {to} 早于起始日 {from}，请更正参数包。",
    en: "The fact {id} ends on {to}, before it begins on {from}. Correct the pack.",
  },
  "fact-id-unknown": {
    severity: "error",
    zh: "参数包中的 {id} 不是已知的参数，请对照参数目录。",
    en: "The pack's {id} is no known fact. See the list of facts.",
  },
  "fact-unknown": {
    severity: "error",
    zh: "{titleZh}（{id}）在 {on} 没有可用的规定，不予推定；请由主管部门确认后在部署参数包中补充。",
    en: "Nothing is established for {on} on: {titleEn} ({id}). Nothing is assumed; add it to the deployment's pack once the authority has confirmed it.",
  },
  "minimum-wage-class-unknown": {
    severity: "error",
    zh: "区划 {division} 不在最低工资分类表中，请按托管县区填写代码。",
    en: "The division {division} has no class on the minimum-wage list. Give the code of the county that hosts it.",
  },
};
