import type { IssueCatalogue } from "@tongchou/core";

/** Codes of issues about the kinds of pay and what is taken from it. */
export type PayKindIssueCode =
  | "bonus-apart-used"
  | "bonus-month-missing"
  | "bonus-year-incomplete"
  | "court-order-floor-unknown"
  | "damage-floor-unknown"
  | "deduction-carried"
  | "employment-dates-wrong"
  | "unpaid-days-wrong";

/** Messages about the kinds of pay and what is taken from it. */
export const payKindIssues: IssueCatalogue<PayKindIssueCode> = {
  "bonus-apart-used": {
    severity: "error",
    zh: "本年度已有一笔全年一次性奖金单独计税，每人每年只能用一次；请改为并入综合所得。",
    en: "A bonus of this year has been taxed apart already, which each person may use once a year. Merge this one.",
  },
  "bonus-month-missing": {
    severity: "error",
    zh: "奖金发放日 {day} 所在月份不在所给工资月份之内，无法比较，请补充该月工资。",
    en: "The wages given do not hold the month of {day}, on which the bonus is paid, so nothing can be compared. Add that month.",
  },
  "bonus-year-incomplete": {
    severity: "warning",
    zh: "工资只给到 {month} 月，两种计税方法按已知数比较；请补充预计的后续月份后再选择。",
    en: "The wages end with month {month}, and the two ways are compared on what is known so far. Add the months that are expected before choosing.",
  },
  "court-order-floor-unknown": {
    severity: "needs-decision",
    zh: "协助执行扣款 {claim} 没有写明应保留的生活必需费用，本月未扣；请向执行法院确认。",
    en: "The court's order {claim} does not say what has to be left for living, so nothing was taken this month. Ask the court.",
    options: [
      {
        code: "court-states-amount",
        zh: "按法院书面答复的保留金额扣",
        en: "take by the amount the court states in writing",
      },
      {
        code: "hold-until-answer",
        zh: "答复前暂不扣并书面告知法院",
        en: "take nothing until it answers, and tell it so in writing",
      },
    ],
  },
  "damage-floor-unknown": {
    severity: "needs-decision",
    zh: "本月最低工资标准或赔偿扣款比例未确定，赔偿扣款 {claim} 本月未扣；请先确认标准。",
    en: "The minimum wage or the share for damage is not established for this month, so nothing was taken for {claim}. Establish them first.",
    options: [
      { code: "wait", zh: "标准确定后再扣", en: "take it once the standard is known" },
      { code: "worker-pays", zh: "由本人自愿另行支付", en: "the worker pays it in by choice" },
    ],
  },
  "deduction-carried": {
    severity: "info",
    zh: "扣款 {claim} 本月扣 {taken} 元，余 {left} 元结转：{zh}。",
    en: "Of {claim}, {taken} yuan are taken this month and {left} carried: {en}.",
  },
  "employment-dates-wrong": {
    severity: "error",
    zh: "入职、离职时间颠倒或重叠，请按先后顺序填写，每段不早于上一段的次日。",
    en: "The dates of employment run backwards or overlap. Give the stretches in order, each beginning after the one before has ended.",
  },
  "unpaid-days-wrong": {
    severity: "error",
    zh: "无薪假天数为 {found}，须为 0 至 {most} 天（在职天数），至多两位小数，请更正。",
    en: "There are {found} days of unpaid leave; between 0 and {most} (the days employed) are possible, with at most two decimals. Correct it.",
  },
};
