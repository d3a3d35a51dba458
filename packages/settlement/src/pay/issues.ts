import type { IssueCatalogue } from "@tongchou/core";

/** Codes of issues about the kinds of pay and what is taken from it. */
export type PayKindIssueCode =
  | "bonus-apart-used"
  | "bonus-choice-unclear"
  | "bonus-compared"
  | "bonus-month-missing"
  | "bonus-year-incomplete"
  | "carried-without-worker"
  | "change-without-pay"
  | "change-without-worker"
  | "court-order-floor-unknown"
  | "damage-floor-unknown"
  | "debt-repeated"
  | "deduction-carried"
  | "employment-dates-wrong"
  | "leave-date-unclear"
  | "leaver-insured"
  | "leaver-owes"
  | "leaver-paid-next-year"
  | "unpaid-days-wrong"
  | "worker-left";

/** Messages about the kinds of pay and what is taken from it. */
export const payKindIssues: IssueCatalogue<PayKindIssueCode> = {
  "bonus-apart-used": {
    severity: "error",
    zh: "本年度已有一笔全年一次性奖金单独计税，每人每年只能用一次；请改为并入综合所得。",
    en: "A bonus of this year has been taxed apart already, which each person may use once a year. Merge this one.",
  },
  "bonus-choice-unclear": {
    severity: "needs-decision",
    zh: "同一人的全年一次性奖金填写了不同的计税方式，均未采用，按法律规定的方式计税；请向本人确认。",
    en: "The year-end bonus is reported with different ways of taxing; none was followed and the law's own is used. Ask the worker.",
    options: [
      { code: "apart", zh: "单独计税", en: "tax it apart" },
      { code: "merged", zh: "并入综合所得", en: "merge it into the year's income" },
    ],
  },
  "bonus-compared": {
    severity: "info",
    zh: "全年一次性奖金 {bonus} 元，本次{takenZh}。单独计税：本月 {apart} 元，全年预计 {apartYear} 元；并入：本月 {merged} 元，全年预计 {mergedYear} 元（以后各月按本月预计，仅本单位收入）。",
    en: "Year-end bonus of {bonus} yuan, {takenEn}. Apart: {apart} this month, {apartYear} expected over the year; merged: {merged} and {mergedYear} (later months as this one, income at this agent only).",
  },
  "bonus-month-missing": {
    severity: "error",
    zh: "奖金发放日 {day} 所在月份不在所给工资月份之内，无法比较，请补充该月工资。",
    en: "The wages given do not hold the month of {day}, on which the bonus is paid, so nothing can be compared. Add that month.",
  },
  "bonus-year-incomplete": {
    severity: "warning",
    zh: "工资只给到 {month} 月，其余 {missing} 个月按最后一个月的工资推算后比较全年税额；工资会变动的，请补充预计的后续月份后再选择。",
    en: "The wages end with month {month}; the other {missing} months are taken to be as the last one, and the tax of the whole year is compared. Add the months that are expected where pay will change, before choosing.",
  },
  "carried-without-worker": {
    severity: "warning",
    zh: "上月结转的扣款 {claim} 所属人员 {worker} 本月不在名册上，未扣，继续结转；离职人员请另行结清。",
    en: "The worker {worker} of the carried deduction {claim} is on no roster this month. Nothing was taken and it is carried on; settle it apart with somebody who left.",
  },
  "change-without-pay": {
    severity: "error",
    zh: "工资变动表中有此人的补发、奖金或补缴，工资表中没有可用的一行，本月未计；请补工资行。",
    en: "The changes have a bonus, back pay or contributions of this worker, who has no usable row on the pay sheet; they are not settled. Add the row.",
  },
  "change-without-worker": {
    severity: "error",
    zh: "工资变动表中的证件号码 {number} 不在名册上，该行未采用；请对照名册更正。",
    en: "The identity number {number} of the changes is on no roster; the row was not used. Check it against the roster.",
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
  "debt-repeated": {
    severity: "needs-decision",
    zh: "扣款 {claim} 在工资变动表中有 {count} 行，均未采用；请确认是重复填报，还是应分别编号。",
    en: "The deduction {claim} stands on {count} rows of the changes; none was used. Decide whether one is a repetition or each needs a number of its own.",
    options: [
      { code: "keep-one", zh: "属重复，只保留一行", en: "a repetition: keep one row" },
      { code: "number-each", zh: "分别编号", en: "give each its own number" },
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
  "leave-date-unclear": {
    severity: "needs-decision",
    zh: "同一人填写了不同的离职日期（{days}），暂按最后一个结算；请确认。",
    en: "Different last days are reported ({days}); the latest is used until it is clear. Confirm the right one.",
    options: [{ code: "confirm-day", zh: "确认离职日期", en: "confirm the last day" }],
  },
  "leaver-insured": {
    severity: "warning",
    zh: "该人员已于 {day} 离职，本月仍按缴费工资 {wage} 元计缴社会保险和公积金；不应再缴的，请在工资表的社保基数一栏填 0。",
    en: "The worker left on {day}, before this month, and contributions are reckoned all the same, on {wage} yuan. Where none are due, enter 0 as the contribution wage on the pay sheet.",
  },
  "leaver-owes": {
    severity: "needs-decision",
    zh: "该人员已于 {day} 离职，扣完本月应扣后尚欠 {open} 元（{claims}），以后没有工资可扣；请决定如何结清。",
    en: "The worker left on {day} and still owes {open} yuan after this month's deductions ({claims}), with no pay to come. Decide how it is settled.",
    options: [
      { code: "worker-pays", zh: "由本人另行支付", en: "the worker pays it in" },
      {
        code: "tell-court",
        zh: "属法院扣款的，书面告知法院",
        en: "of a court's order: tell the court in writing",
      },
      { code: "unit-bears", zh: "由单位承担", en: "the unit bears it" },
    ],
  },
  "leaver-paid-next-year": {
    severity: "warning",
    zh: "该人员上年（{day}）已离职，本年补发工资按一个月减除费用代扣；本年没有任职月份，是否可扣请向主管税务机关确认。",
    en: "The worker left in an earlier year ({day}), and one month's basic deduction was counted for what is paid now. There is no month of employment this year: ask the tax authority whether it may be.",
  },
  "unpaid-days-wrong": {
    severity: "error",
    zh: "无薪假天数为 {found}，须为 0 至 {most} 天（在职天数），至多两位小数，请更正。",
    en: "There are {found} days of unpaid leave; between 0 and {most} (the days employed) are possible, with at most two decimals. Correct it.",
  },
  "worker-left": {
    severity: "info",
    zh: "该人员已于 {day} 离职，本月没有工资，不结算。",
    en: "The worker left on {day} and has no pay this month; nothing is settled.",
  },
};
