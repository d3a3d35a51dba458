import type { IssueCatalogue } from "@tongchou/core";

/** Codes of what breaks the account of a migration. */
export type MigrationIssueCode =
  | "account-attribution-incomplete"
  | "account-balance-broken"
  | "account-baseline-moved"
  | "account-component-differs"
  | "account-earlier-missing"
  | "account-fee-above-cap"
  | "account-float-too-long"
  | "account-funding-wrong"
  | "account-invoices-differ"
  | "account-migration-not-nought"
  | "account-money-not-conserved"
  | "account-month-missing"
  | "account-month-repeated"
  | "account-taxpayer-changed"
  | "account-term-broken"
  | "account-terms-changed";

/** Messages about the account of a migration. */
export const migrationIssues: IssueCatalogue<MigrationIssueCode> = {
  "account-attribution-incomplete": {
    severity: "error",
    zh: "{period} 成本变动的归因加总与实际变动不符（{component}），请重新生成该月结算单。",
    en: "In {period} the parts of the change of cost do not add up to it ({component}). Make the month's statement again.",
  },
  "account-balance-broken": {
    severity: "error",
    zh: "{period} 的上月余额为 {found} 元，而上一期仍应到款为 {expected} 元，余额链中断，请更正。",
    en: "The balance brought into {period} is {found} yuan, and the month before ended with {expected} still due: the chain of balances is broken. Correct it.",
  },
  "account-baseline-moved": {
    severity: "error",
    zh: "{period} 人员 {worker} 平移前的 {component} 为 {found}，此前为 {expected}；平移前的数据不得变动，请核对。",
    en: "In {period} the {component} of worker {worker} before the migration is {found}, and was {expected} before. What was before cannot change: check it.",
  },
  "account-component-differs": {
    severity: "error",
    clause: "P2-2.0",
    zh: "{period} 人员 {worker} 的成本项目 {component} 与平移前的安排相差 {difference} 元，该项不得变动。",
    en: "In {period} the cost component {component} of worker {worker} differs from the old arrangement by {difference} yuan, and may not change.",
  },
  "account-earlier-missing": {
    severity: "error",
    zh: "{period} 的更正结算单 {statement} 所更正的结算单 {earlier} 不在其中，请补充。",
    en: "The correction {statement} of {period} goes back to statement {earlier}, which is not here. Add it.",
  },
  "account-fee-above-cap": {
    severity: "error",
    clause: "P2-3.2.2b",
    zh: "{period} 合同 {contract} 的服务费 {fee} 元（总支出 {total} 元）高于原采购成本 {originalFee} 元（{originalTotal} 元），且没有批准文件。",
    en: "In {period} the fee of contract {contract} is {fee} yuan (in all {total}), above the original cost of {originalFee} ({originalTotal}), and no approval is on file.",
  },
  "account-float-too-long": {
    severity: "error",
    clause: "P1-5.2c",
    zh: "{period} 资金到账后第 {days} 天（{countedZh}）才付出，约定不超过 {daysMax} 天。",
    en: "In {period} money went out {days} {countedEn} after it came in, where at most {daysMax} are agreed.",
  },
  "account-funding-wrong": {
    severity: "error",
    zh: "{period} 上月余额加本月应收减已到款应为 {expected} 元，结算单为 {found} 元。",
    en: "In {period} the balance before, plus what was charged, less what was received is {expected} yuan; the statement says {found}.",
  },
  "account-invoices-differ": {
    severity: "error",
    zh: "{period} 机构 {agency} 的开票金额为 {found} 元，付给它的金额为 {expected} 元，二者应相等。",
    en: "In {period} agency {agency} invoices {found} yuan and is paid {expected}; both have to be the same.",
  },
  "account-migration-not-nought": {
    severity: "error",
    clause: "P2-2.0",
    zh: "{period} 成本项目 {component} 有 {difference} 元的变动由平移引起，第一、二种情况下应为零。",
    en: "In {period} the migration moved the cost component {component} by {difference} yuan, which has to be nought on cases 1 and 2a.",
  },
  "account-money-not-conserved": {
    severity: "error",
    clause: "P1-5.2b",
    zh: "{period} 应收 {charged} 元，付出 {paid} 元，暂存 {held} 元，收支不平。",
    en: "In {period} {charged} yuan are charged, {paid} paid out and {held} held: money in is not money out.",
  },
  "account-month-missing": {
    severity: "error",
    zh: "缺少 {found} 至 {until} 的结算单，账目不连续，请补齐。",
    en: "There is no statement from {found} to {until}, so the account has a gap. Add them.",
  },
  "account-month-repeated": {
    severity: "error",
    zh: "{period} 有多份结算单（{statements}），请只提供一份。",
    en: "There is more than one statement of {period} ({statements}). Give one.",
  },
  "account-taxpayer-changed": {
    severity: "error",
    zh: "{period} 机构 {agency} 的增值税纳税人类别由 {expected} 变为 {found}，而合同 {contract} 的服务费不含税，单位支出随之变动，请决定由谁负担。",
    en: "In {period} agency {agency} is a {found} taxpayer and was {expected} before, while the fee of contract {contract} excludes tax, so the unit's cost moves. Decide who bears it.",
  },
  "account-term-broken": {
    severity: "error",
    zh: "{period} 结算单的证明条件 {term} 不成立：{breach}。",
    en: "In {period} the term {term} of the statement's guarantee is broken: {breach}.",
  },
  "account-terms-changed": {
    severity: "error",
    clause: "P2-3.2.2a",
    zh: "{period} 合同 {contract} 的 {component} 与此前月份不同，平移不得改变原合同的收费条款。",
    en: "In {period} {component} of contract {contract} is not what it was in the months before; the migration may not change the terms of the old contract.",
  },
};
