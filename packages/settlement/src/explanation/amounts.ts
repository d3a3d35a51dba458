import {
  branchDefinitions,
  countedDays,
  fen,
  formatRate,
  formatYuan,
  maxFen,
  zeroFen,
  type AgencyContract,
  type FeeAgreement,
  type FeeBounds,
  type FeeTerms,
  type Fen,
} from "@tongchou/core";
import { servicesTotal } from "../services/service-fees.js";
import type { ContractFee } from "../statement/contract-fee.js";
import { incomeTaxOf } from "../statement/settle-line.js";
import type { SettlementLine } from "../statement/settlement-line.js";
import type { ExplainedLine, ExplanationInput, Told } from "./explain.js";
import { joined, shown, shownYuan } from "./formula.js";

const payItemNames = {
  basic: { zh: "基本工资", en: "basic pay" },
  allowance: { zh: "津贴补贴", en: "allowances" },
  performance: { zh: "绩效工资", en: "performance pay" },
  overtime: { zh: "加班工资", en: "overtime pay" },
  bonus: { zh: "全年一次性奖金", en: "year-end bonus" },
  other: { zh: "其他", en: "other" },
} as const;

/** Gross pay, item by item. */
export function explainGross({ line, result }: ExplainedLine): Told {
  const inputs = line.pay.map((item) => shownYuan(payItemNames[item.kind], item.amountFen));
  return {
    title: { zh: "应发工资", en: "gross pay" },
    formula: inputs.length === 0 ? "0.00" : joined(inputs, "+"),
    inputs,
    resultFen: result.grossFen,
    facts: [],
    clause: "P2-2.3",
  };
}

/** Net pay: gross less what is taken from it. */
export function explainNet({ result }: ExplainedLine): Told {
  const inputs = [
    shownYuan({ zh: "应发工资", en: "gross pay" }, result.grossFen),
    shownYuan({ zh: "个人社保公积金", en: "insurance and housing fund" }, result.specialDeductionsFen),
    shownYuan({ zh: "个人所得税", en: "income tax" }, incomeTaxOf(result)),
    shownYuan({ zh: "其他扣款", en: "other deductions" }, result.otherDeductionsFen),
  ];
  return {
    title: { zh: "实发工资", en: "net pay" },
    formula: joined(inputs, "−"),
    inputs,
    resultFen: result.netFen,
    facts: [],
    clause: "工资支付暂行规定 第十五条",
  };
}

/** The worker's share of the fee of the contract that is settled. */
export function explainFee(subject: ExplainedLine): Told {
  const { line, result, fee } = subject;
  return {
    title: { zh: "服务费（本人份额）", en: "service fee, this worker's share" },
    formula: fee === undefined ? "0.00" : shareFormula(subject, sharingOf(subject, fee), fee.feeFen),
    inputs: fee === undefined ? [] : feeInputs(fee, contractOf(subject)),
    resultFen: result.agencyFeeFen,
    facts: [],
    clause: branchDefinitions[line.branch].clauses[0] ?? "P2-2.0",
  };
}

/** The worker's share of the value-added tax on top of the fee. */
export function explainFeeTax(subject: ExplainedLine): Told {
  const { result, fee } = subject;
  const vatFen = fee?.vatOnTopFen;
  const isKnown = vatFen !== null;
  return {
    title: { zh: "服务费增值税（本人份额）", en: "tax on the fee, this worker's share" },
    formula:
      fee === undefined || vatFen === undefined ? "0.00" : isKnown ? taxFormula(subject, fee, vatFen) : "",
    inputs:
      fee === undefined
        ? []
        : [
            shownYuan({ zh: "服务费合计", en: "fee of the contract" }, fee.feeFen),
            shown({ zh: "增值税合计", en: "tax on it" }, isKnown ? formatYuan(vatFen ?? fee.feeFen) : "—"),
          ],
    resultFen: isKnown ? result.vatFen : null,
    facts: [],
    clause: "P2-2.0",
  };
}

/** What the unit is charged for the line. */
export function explainUnitCost({ result }: ExplainedLine): Told {
  const inputs = [
    shownYuan({ zh: "应发工资", en: "gross pay" }, result.grossFen),
    shownYuan({ zh: "单位社保公积金", en: "employer's contributions" }, result.employerContributionsFen),
    shownYuan({ zh: "服务费", en: "service fee" }, result.agencyFeeFen),
    shownYuan({ zh: "服务费增值税", en: "tax on the fee" }, result.vatFen),
    ...(result.services === undefined
      ? []
      : [shownYuan({ zh: "自愿增值服务", en: "services ordered" }, servicesTotal(result.services))]),
  ];
  return {
    title: { zh: "单位支出", en: "cost of the unit" },
    formula: joined(inputs, "+"),
    inputs,
    resultFen: result.unitCostFen,
    facts: [],
    clause: "P2-2.0",
  };
}

function contractOf({ statement, line }: ExplainedLine): AgencyContract | undefined {
  return statement.input.contracts.find(({ id }) => id === line.settledContractId);
}

/** How a fee is shared: by which terms, among how many, and on how much pay. */
export interface FeeSharing {
  readonly terms: FeeTerms | undefined;
  readonly fee: ContractFee;
  /** Pay of everybody who shares that carries a fee. */
  readonly payWithFeeFen: Fen;
}

function sharingOf(subject: ExplainedLine, fee: ContractFee): FeeSharing {
  return { terms: contractOf(subject)?.feeTerms, fee, payWithFeeFen: subject.payWithFeeFen };
}

/** A fee on pay is shared by pay, any other by heads, or by the days they count with. */
export function shareFormula(
  { line, result, statement }: ExplainedLine,
  { terms, fee, payWithFeeFen }: FeeSharing,
  wholeFen: Fen,
): string {
  if (terms?.kind === "rate-on-gross" && payWithFeeFen > 0) {
    const own = formatYuan(maxFen(zeroFen, result.grossFen));
    return `${formatYuan(wholeFen)} × ${own} ÷ ${formatYuan(payWithFeeFen)}`;
  }
  const { headDays = 0 } = fee;
  if (headDays > 0 && (terms?.kind === "per-head" || terms?.kind === "per-head-tiered")) {
    const days = countedDays(terms.headCounting, line.stay ?? {}, statement.input.period);
    return `${formatYuan(wholeFen)} × ${days} ÷ ${headDays}`;
  }
  return `${formatYuan(wholeFen)} ÷ ${fee.heads}`;
}

/** Tax is shared as the fee that it is on, or by price where it is on the full price. */
function taxFormula(subject: ExplainedLine, fee: ContractFee, vatFen: Fen): string {
  if (fee.isVatOnPrice !== true) return shareFormula(subject, sharingOf(subject, fee), vatFen);
  const own = formatYuan(priceOfLine(subject.result));
  return `${formatYuan(vatFen)} × ${own} ÷ ${formatYuan(subject.pricesFen)}`;
}

/** What an agency is paid for a line before tax; a clawback beyond it carries no tax. */
export function priceOfLine(line: SettlementLine | undefined): Fen {
  if (line === undefined) return zeroFen;
  return maxFen(zeroFen, fen(line.grossFen + line.employerContributionsFen + line.agencyFeeFen));
}

/** The numbers that a fee was reckoned from. */
export function feeInputs(fee: ContractFee, contract: FeeAgreement | undefined): readonly ExplanationInput[] {
  return [
    shown({ zh: "合同", en: "contract" }, fee.contractId),
    shown({ zh: "人数", en: "heads" }, String(fee.heads)),
    ...(fee.headDays === undefined
      ? []
      : [shown({ zh: "计费人天", en: "days counted" }, String(fee.headDays))]),
    shownYuan({ zh: "应发合计", en: "gross of all" }, fee.grossFen),
    ...(contract === undefined ? [] : [...priceOf(contract), ...boundsOf(contract)]),
    shownYuan({ zh: "服务费合计", en: "fee of the contract" }, fee.feeFen),
  ];
}

/** What a month costs at least and at most, where the contract says so. */
function boundsOf({ feeTerms }: FeeAgreement): readonly ExplanationInput[] {
  const { minimumFen, maximumFen }: FeeBounds =
    feeTerms.kind === "fixed" || feeTerms.kind === "quote" ? {} : feeTerms;
  return [
    ...(minimumFen === undefined ? [] : [shownYuan({ zh: "每月保底", en: "a month at least" }, minimumFen)]),
    ...(maximumFen === undefined ? [] : [shownYuan({ zh: "每月封顶", en: "a month at most" }, maximumFen)]),
  ];
}

/** The price as the contract states it. */
function priceOf({ feeTerms }: FeeAgreement): readonly ExplanationInput[] {
  switch (feeTerms.kind) {
    case "per-head":
      return [shownYuan({ zh: "每人每月", en: "a head and month" }, feeTerms.monthlyFen)];
    case "per-head-tiered":
      return feeTerms.tiers.map((tier) =>
        shownYuan(
          tier.upTo === null
            ? { zh: "以上每人每月", en: "a head and month above" }
            : { zh: `${tier.upTo}人以内每人每月`, en: `a head and month up to ${tier.upTo}` },
          tier.monthlyFen,
        ),
      );
    case "rate-on-gross":
      return [shown({ zh: "按应发比例", en: "share of gross" }, formatRate(feeTerms.ppm))];
    case "fixed":
      return [shownYuan({ zh: "每月固定", en: "a month" }, feeTerms.monthlyFen)];
    case "quote":
      return [
        shown({ zh: "报价单", en: "quote" }, feeTerms.quoteId),
        shownYuan({ zh: "每月", en: "a month" }, feeTerms.monthlyFen),
      ];
  }
}
