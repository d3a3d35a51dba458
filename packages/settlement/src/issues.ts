import type { IssueCatalogue } from "@tongchou/core";
import { historyIssues, type HistoryIssueCode } from "./history/issues.js";
import { bundleIssues, type BundleIssueCode } from "./bundle/issues.js";
import { migrationIssues, type MigrationIssueCode } from "./migration/issues.js";
import { correctionIssues, type CorrectionIssueCode } from "./correction/issues.js";
import { payKindIssues, type PayKindIssueCode } from "./pay/issues.js";
import { insolvencyIssues, type InsolvencyIssueCode } from "./insolvency/issues.js";
import { serviceIssues, type ServiceIssueCode } from "./services/issues.js";
import { populationIssues, type PopulationIssueCode } from "./populations/issues.js";

/** Codes of issues about settlement. */
export type SettlementIssueCode =
  | HistoryIssueCode
  | BundleIssueCode
  | CorrectionIssueCode
  | MigrationIssueCode
  | PayKindIssueCode
  | PopulationIssueCode
  | InsolvencyIssueCode
  | ServiceIssueCode
  | "agency-missing"
  | "agent-months-impossible"
  | "amounts-out-of-range"
  | "base-bounds-provisional"
  | "changed-mode-above-original-cost"
  | "choice-without-worker"
  | "contract-missing"
  | "contract-repeated"
  | "contribution-rate-unknown"
  | "contribution-wage-missing"
  | "employee-number-repeated"
  | "fact-not-confirmed"
  | "fee-after-contract-end"
  | "fee-head-counting-assumed"
  | "fee-tier-basis-assumed"
  | "fee-vat-balance-assumed"
  | "fee-vat-on-price"
  | "fee-vat-unknown"
  | "fee-without-workers"
  | "housing-fund-bounds-unknown"
  | "housing-fund-rate-out-of-range"
  | "invoice-rule-unknown"
  | "negative-net"
  | "not-insured"
  | "pay-ambiguous"
  | "pay-missing"
  | "pay-without-worker"
  | "payout-held"
  | "statement-unreadable"
  | "vat-method-unavailable"
  | "vat-threshold-open"
  | "worker-repeated";

/** Messages about settlement. */
export const settlementIssues: IssueCatalogue<SettlementIssueCode> = {
  ...historyIssues,
  ...bundleIssues,
  ...correctionIssues,
  ...migrationIssues,
  ...payKindIssues,
  ...populationIssues,
  ...insolvencyIssues,
  ...serviceIssues,
  "agency-missing": {
    severity: "error",
    zh: "合同 {contract} 的机构 {agency} 不在本结算单的机构名单中，计税方法无从确定，请补充该机构。",
    en: "Agency {agency} of contract {contract} is not among the statement's agencies, so its tax is not known. Add it.",
  },
  "agent-months-impossible": {
    severity: "error",
    zh: "人员 {worker} 在扣缴单位的本年月数为 {found}，而本期是 {month} 月，请更正。",
    en: "Worker {worker} has {found} months at the withholding agent this year, in month {month}. Correct it.",
  },
  "amounts-out-of-range": {
    severity: "error",
    zh: "金额合计超出可计算范围（{reason}），请核对金额。",
    en: "The amounts add up beyond what can be reckoned ({reason}). Check them.",
  },
  "base-bounds-provisional": {
    severity: "warning",
    zh: "{on} 的缴费基数上下限尚未公布，暂按 {year} 年标准计算，公布后补差。",
    en: "The bounds of the contribution base for {on} are not announced yet; those of {year} are used until then and the difference is made up later.",
  },
  "changed-mode-above-original-cost": {
    severity: "warning",
    clause: "P2-3.2.2b",
    zh: "合同 {contract} 的 {heads} 人既更换机构又变更用工方式，按变更方式以报价为准；其服务费 {found} 元、总成本 {total} 元高于原采购成本（服务费 {original} 元，总成本 {originalTotal} 元），提请注意。",
    en: "The {heads} workers of contract {contract} change agency and mode at once, so the quote governs; its fee of {found} yuan and total of {total} are above the original cost (fee {original}, total {originalTotal}).",
  },
  "choice-without-worker": {
    severity: "warning",
    zh: "单位的选择所指的人员编号 {workerId} 不在名册上，未采用；请核对编号。",
    en: "A unit's choice names the worker {workerId}, who is on no roster; it was not applied. Check the id.",
  },
  "contract-missing": {
    severity: "error",
    zh: "人员 {worker} 的合同 {contract} 不在本结算单的合同中，请补充合同或更正编号。",
    en: "Contract {contract} of worker {worker} is not among the statement's contracts. Add it, or correct the id.",
  },
  "contract-repeated": {
    severity: "error",
    zh: "合同编号 {contract} 重复，请每份合同用一个编号。",
    en: "The contract id {contract} stands more than once. Give every contract its own.",
  },
  "contribution-rate-unknown": {
    severity: "warning",
    zh: "{kindZh}的单位费率未确定，未计入单位成本；请在部署参数包或单位信息（workInjuryClass）中补充。",
    en: "The employer's {kindEn} rate is not established and not in the cost; add it to the deployment's pack, or the unit's workInjuryClass.",
  },
  "contribution-wage-missing": {
    severity: "error",
    zh: "没有申报缴费工资（缴费基数），无法计算社保和实发，本月不结算；请补填，不参保的填 0。",
    en: "There is no declared wage, so insurance and net pay cannot be reckoned and nothing is settled. Fill it in; 0 for somebody who is not insured.",
  },
  "employee-number-repeated": {
    severity: "warning",
    zh: "工号 {number} 用于 {count} 个不同的人，改用名册序号作为编号，请更正工号。",
    en: "The employee number {number} stands for {count} different people; the roster's number is used instead. Correct it.",
  },
  "fact-not-confirmed": {
    severity: "warning",
    zh: "参数 {id} 的可靠性为 {confidence}（来源：{source}），结果须待核实。",
    en: "The fact {id} is {confidence} (source: {source}); the result has to be confirmed.",
  },
  "fee-after-contract-end": {
    severity: "needs-decision",
    zh: "合同 {contract} 已于 {expiresOn} 到期，为不中断发薪，本月服务费 {fee} 元仍按原条款整月计算，请尽快决定。",
    en: "Contract {contract} ended on {expiresOn}. So that pay does not break, the month's fee of {fee} yuan is reckoned by its terms all the same. Decide soon.",
    options: [
      { code: "renew", zh: "与原机构续签三方合同", en: "renew with the agency in a tripartite contract" },
      { code: "reselect", zh: "通过平台另选机构", en: "choose another agency through the platform" },
    ],
  },
  "fee-head-counting-assumed": {
    severity: "warning",
    zh: "合同 {contract} 没有说明月中入离职人员的服务费计法，按整月计算（{fee} 元）；若按在册天数折算，应为 {otherFee} 元，请在合同中写明。",
    en: "Contract {contract} does not say how workers who join or leave inside the month count; each counts whole ({fee} yuan). By days it would be {otherFee}. State it in the contract.",
  },
  "fee-tier-basis-assumed": {
    severity: "warning",
    zh: "合同 {contract} 的阶梯服务费没有说明计法，按分段累计计算（{fee} 元）；若按总人数对应单价，应为 {otherFee} 元，请在合同中写明。",
    en: "Contract {contract} does not say how its tiers count; each worker is priced by his or her own step ({fee} yuan). By the price of the whole number it would be {otherFee}. State it in the contract.",
  },
  "fee-vat-balance-assumed": {
    severity: "warning",
    zh: "合同 {contract} 的服务费不含增值税，按差额计税计 {vat} 元；法律允许机构选择其他计税方法，税额不同，请与机构确认并在合同中写明（vatMethod）。",
    en: "The fee of contract {contract} excludes value-added tax; {vat} yuan are reckoned as tax on the balance. The law leaves the agency another method, by which it would be another amount: confirm it, and name it in the contract (vatMethod).",
  },
  "fee-vat-on-price": {
    severity: "warning",
    zh: "合同 {contract} 的服务费不含增值税，而法规规定按全额计税、工资和社保不得扣除，税额为 {vat} 元（只对服务费计税为 {onFee} 元）；请与机构确认由谁负担。",
    en: "The fee of contract {contract} excludes value-added tax, and the law taxes the full price, pay and contributions included: {vat} yuan, where the fee alone would carry {onFee}. Settle with the agency who bears it.",
  },
  "fee-vat-unknown": {
    severity: "needs-decision",
    zh: "合同 {contract} 的服务费不含增值税，而适用的计税方法未确定，结算单未计税额，请与机构确认。",
    en: "The fee of contract {contract} excludes value-added tax and no method is established, so the statement has none. Settle it with the agency.",
    options: [
      { code: "state-method", zh: "写明计税方法", en: "state the method" },
      { code: "tax-inclusive", zh: "改为含税价", en: "agree a price with tax" },
    ],
  },
  "fee-without-workers": {
    severity: "needs-decision",
    zh: "合同 {contract} 本期没有结算人员，而条款约定每月至少 {fee} 元；结算单未计，请与机构确认是否应付。",
    en: "Nobody is settled under contract {contract}, whose terms have at least {fee} yuan a month. The statement has none of it: settle with the agency whether it is due.",
    options: [
      { code: "not-due", zh: "无人员即不付", en: "nothing is due without workers" },
      { code: "due", zh: "照付，由单位与机构另行结算", en: "it is due; unit and agency settle it apart" },
    ],
  },
  "housing-fund-bounds-unknown": {
    severity: "warning",
    zh: "本期住房公积金缴存基数上下限未确定，按申报基数计算。",
    en: "The bounds of the housing-fund base are not established for this month; the declared base is used as it is.",
  },
  "housing-fund-rate-out-of-range": {
    severity: "warning",
    zh: "公积金缴存比例 {found} 不在 {min} 至 {max} 之间，请核对。",
    en: "The housing-fund rate {found} is not between {min} and {max}. Check it.",
  },
  "invoice-rule-unknown": {
    severity: "warning",
    zh: "机构 {agency} 按合同 {contract} 开票的服务种类或计税规定未确定，开票指引只列金额、不列税额；请在合同中写明（vatService），或向主管税务机关确认。",
    en: "The service that agency {agency} invoices under contract {contract}, or its tax rule, is not established: the instruction has the price and no tax. Name the service in the contract (vatService), or ask the tax authority.",
  },
  "negative-net": {
    severity: "needs-decision",
    zh: "扣除后实发为 {net} 元，不发放，差额挂账，请决定补缴方式。",
    en: "After deductions the net pay is {net} yuan: nothing is paid and the difference is carried. Decide how it is made up.",
    options: [
      { code: "carry", zh: "结转下月扣回", en: "carry to next month" },
      { code: "worker-pays", zh: "由本人补缴", en: "the worker pays it in" },
    ],
  },
  "not-insured": {
    severity: "warning",
    zh: "申报缴费工资为 0，按不参保结算，请确认（例如已领养老金）。",
    en: "The declared wage is 0, so the worker is settled without insurance. Confirm it, for example that a pension is drawn.",
  },
  "pay-ambiguous": {
    severity: "error",
    zh: "工资表中同一证件号码有 {count} 行，无法确定应发，请合并或更正。",
    en: "The pay sheet has {count} rows with this identity number, so the pay is not certain. Merge or correct them.",
  },
  "pay-missing": {
    severity: "error",
    zh: "名册上有此人，工资表中没有可用的一行，本月不结算；请补工资、更正工资表，或说明离职。",
    en: "The worker is on the roster and has no usable row on the pay sheet; nothing is settled. Add or correct the pay, or report that the worker left.",
  },
  "pay-without-worker": {
    severity: "error",
    zh: "工资表中的证件号码 {number} 在名册上没有可用的一行，本月不结算；请对照名册更正。",
    en: "The identity number {number} on the pay sheet has no usable row on the rosters; nothing is settled. Check it against the roster.",
  },
  "payout-held": {
    severity: "info",
    zh: "实发 {net} 元暂存专户，待账号更正后发放。",
    en: "The net pay of {net} yuan is held on the wage account until the account number is corrected.",
  },
  "statement-unreadable": {
    severity: "error",
    zh: "文件不是结算单，请选择 settle 或 month 生成的 JSON 文件。",
    en: "The file is no settlement statement. Choose a JSON file made by settle or month.",
  },
  "vat-method-unavailable": {
    severity: "error",
    zh: "{on} 对{serviceZh}（{taxpayerZh}，计税方法：{methodZh}）没有确定的增值税规定，不予推定；请向主管税务机关确认。",
    en: "On {on} no value-added-tax rule is established for {serviceEn} by a {taxpayerEn} taxpayer (method: {methodEn}), and none is assumed. Ask the tax authority.",
  },
  "vat-threshold-open": {
    severity: "info",
    zh: "机构 {agency} 是小规模纳税人，月销售额不超过 {threshold} 元时免征增值税，取决于其全部销售额，此处按应税计。",
    en: "Agency {agency} is a small-scale taxpayer, exempt while its sales of a month stay within {threshold} yuan. All its sales decide that; the tax here is as if it were not.",
  },
  "worker-repeated": {
    severity: "error",
    zh: "人员编号 {worker} 在同一结算单中重复，请合并或更正。",
    en: "The worker id {worker} stands more than once on the statement. Merge the lines, or correct the id.",
  },
};
