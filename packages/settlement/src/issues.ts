import type { IssueCatalogue } from "@tongchou/core";

/** Codes of issues about settlement. */
export type SettlementIssueCode =
  | "base-bounds-provisional"
  | "contribution-rate-unknown"
  | "fact-not-confirmed"
  | "fee-tier-basis-assumed"
  | "fee-vat-unknown"
  | "housing-fund-bounds-unknown"
  | "housing-fund-rate-out-of-range"
  | "negative-net"
  | "payout-held"
  | "statement-unreadable"
  | "vat-method-unavailable";

/** Messages about settlement. */
export const settlementIssues: IssueCatalogue<SettlementIssueCode> = {
  "base-bounds-provisional": {
    severity: "warning",
    zh: "{on} 的缴费基数上下限尚未公布，暂按 {year} 年标准计算，公布后补差。",
    en: "The bounds of the contribution base for {on} are not announced yet; those of {year} are used until then and the difference is made up later.",
  },
  "contribution-rate-unknown": {
    severity: "warning",
    zh: "{kindZh}的单位费率未确定，未计入单位成本；请在部署参数包或单位信息（workInjuryClass）中补充。",
    en: "The employer's {kindEn} rate is not established and not in the cost; add it to the deployment's pack, or the unit's workInjuryClass.",
  },
  "fact-not-confirmed": {
    severity: "warning",
    zh: "参数 {id} 的可靠性为 {confidence}（来源：{source}），结果须待核实。",
    en: "The fact {id} is {confidence} (source: {source}); the result has to be confirmed.",
  },
  "fee-tier-basis-assumed": {
    severity: "warning",
    zh: "合同 {contract} 的阶梯服务费没有说明计法，按分段累计计算（{fee} 元）；若按总人数对应单价，应为 {otherFee} 元，请在合同中写明。",
    en: "Contract {contract} does not say how its tiers count; each worker is priced by his or her own step ({fee} yuan). By the price of the whole number it would be {otherFee}. State it in the contract.",
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
  "negative-net": {
    severity: "needs-decision",
    zh: "扣除后实发为 {net} 元，不发放，差额挂账，请决定补缴方式。",
    en: "After deductions the net pay is {net} yuan: nothing is paid and the difference is carried. Decide how it is made up.",
    options: [
      { code: "carry", zh: "结转下月扣回", en: "carry to next month" },
      { code: "worker-pays", zh: "由本人补缴", en: "the worker pays it in" },
    ],
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
    zh: "{on} 对{serviceZh}（{taxpayerZh}）没有“{method}”计税方法的确定规定，不予推定。",
    en: "On {on} there is no established rule for method '{method}' on {serviceEn} by a {taxpayerEn} taxpayer, and none is assumed.",
  },
};
