import type { IssueCatalogue } from "@tongchou/core";

/** Codes of issues about a worker's year. */
export type HistoryIssueCode =
  | "additional-deduction-twice"
  | "agent-change-without-wages"
  | "basic-deduction-twice"
  | "deduction-mode-not-open"
  | "history-agent-missing"
  | "history-outside-year"
  | "insured-twice"
  | "leaver-contribution-difference"
  | "pay-before-employment"
  | "work-injury-missing";

/** Messages about a worker's year. */
export const historyIssues: IssueCatalogue<HistoryIssueCode> = {
  "additional-deduction-twice": {
    severity: "needs-decision",
    zh: "{month} 有两个以上扣缴单位扣除同一项专项附加扣除（{item}），只能由一处扣除，请本人选定。",
    en: "In {month} more than one agent takes the same additional deduction ({item}). One of them may: the worker has to choose.",
    options: [
      { code: "first-agent", zh: "由原单位扣除", en: "the first agent takes it" },
      { code: "other-agent", zh: "由另一单位扣除", en: "the other agent takes it" },
      {
        code: "annual-settlement",
        zh: "汇算清缴时自行扣除",
        en: "the worker takes it at the annual settlement",
      },
    ],
  },
  "agent-change-without-wages": {
    severity: "warning",
    zh: "将更换扣缴单位，但没有应发工资或缴费工资，无法说明对代扣税款和实发的影响；请在名册或工资表中补填。",
    en: "The withholding agent is to change, but pay or declared wage is not known, so its effect cannot be told. Add them to the roster or the pay sheet.",
  },
  "basic-deduction-twice": {
    severity: "warning",
    zh: "{month} 在 {agents} 同时任职受雇，每月减除费用各扣一次；年度合计只有六万元，汇算时可能补税，请告知本人。",
    en: "In {month} the worker is employed at {agents}, and each takes the basic deduction. The year has it for twelve months only, so tax may be due at the annual settlement: tell the worker.",
  },
  "deduction-mode-not-open": {
    severity: "error",
    zh: "扣缴单位 {agent} 不能用减除费用方式 {mode}：直接扣六万元须自一月起在同一单位，自一月起累计须为当年首次取得工资；请改为按任职月数。",
    en: "Agent {agent} cannot count the basic deduction by {mode}: the whole 60,000 needs employment there from January, the count from January the first wage of the year. Use months-at-unit.",
  },
  "history-agent-missing": {
    severity: "error",
    zh: "{month} 的扣缴单位 {agent} 不在任职单位之列，请补充任职时间。",
    en: "Agent {agent} of {month} is not among the agents. Add it with its times of employment.",
  },
  "history-outside-year": {
    severity: "error",
    zh: "{month} 不属于 {year} 年，请按发放月份归入其年度。",
    en: "{month} does not belong to {year}. Put every payment into the year of its month of payment.",
  },
  "insured-twice": {
    severity: "warning",
    zh: "{month} 有两个以上单位（{employers}）缴纳养老、医疗、失业保险，通常只由一个单位缴纳，请核对。",
    en: "In {month} more than one employer ({employers}) pays pension, medical and unemployment insurance. One of them should: check.",
  },
  "leaver-contribution-difference": {
    severity: "needs-decision",
    zh: "人员已离职，补缴差额中个人部分 {amount} 元（单位 {employer}）无工资可扣，请决定由谁承担。",
    en: "The worker has left, and there is no pay to take the worker's part of the difference from: {amount} yuan (employer {employer}). Decide who bears it.",
    options: [
      { code: "worker-pays", zh: "通知本人补缴", en: "the worker pays it in" },
      { code: "employer-bears", zh: "由单位承担", en: "the employer bears it" },
    ],
  },
  "pay-before-employment": {
    severity: "error",
    zh: "{month} 在 {agent} 有发放，而本年至该月没有任职时间，减除费用无从计算，请更正入职日期。",
    en: "Agent {agent} pays in {month}, but the worker was not employed there this year up to then, so no deduction counts. Correct the dates.",
  },
  "work-injury-missing": {
    severity: "warning",
    zh: "{month} 用人单位 {employer} 没有缴纳工伤保险；同时在两个以上单位就业的，各单位应分别缴纳。",
    en: "In {month} employer {employer} pays no work-injury insurance. With several employers each of them has to.",
  },
};
