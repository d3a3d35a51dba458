import { formatRate, formatYuan, partsOfPeriod, type BilingualText, type Fen } from "@tongchou/core";
import { createFacts, type FactId } from "@tongchou/statutory";
import { insuranceKinds, type InsuranceKind } from "../contributions.js";
import { settlementRules, type SettlementRules } from "../settlement-rules.js";
import type { SettlementLine, SettlementStatement } from "./statement.js";
import type { LineInput } from "./statement-input.js";

/** What can be explained of a line. */
export type LineItem =
  | "gross"
  | "contribution-base"
  | `${InsuranceKind}.${"employer" | "employee"}`
  | "housing-fund"
  | "taxable"
  | "tax"
  | "net"
  | "agency-fee"
  | "unit-cost";

/** One number that an item was reckoned from. */
export interface ExplanationInput extends BilingualText {
  /** Amount in yuan, rate, or count, as text. */
  readonly value: string;
}

/** How an item of a line came about. */
export interface Explanation {
  readonly workerId: string;
  readonly item: LineItem;
  readonly title: BilingualText;
  /** The formula with the numbers filled in; in yuan. */
  readonly formula: string;
  readonly inputs: readonly ExplanationInput[];
  /** The result in fen; `null` for an item without an established rate. */
  readonly resultFen: Fen | null;
  /** Facts of the statement that were used. */
  readonly facts: readonly FactId[];
  /** Law, article, or clause of the policy. */
  readonly clause: string;
}

/** Every item that a line can explain, in the order of the statement. */
export const lineItems: readonly LineItem[] = [
  "gross",
  "contribution-base",
  ...insuranceKinds.flatMap((kind): LineItem[] => [`${kind}.employee`, `${kind}.employer`]),
  "housing-fund",
  "taxable",
  "tax",
  "net",
  "agency-fee",
  "unit-cost",
];

/**
 * Explains one item of one worker's line: formula, numbers, facts and clause. Nothing of it is kept in the
 * statement; it is told on demand.
 *
 * @returns the explanation, or undefined when the statement has no such worker
 */
export function explainItem(
  statement: SettlementStatement,
  workerId: string,
  item: LineItem,
): Explanation | undefined {
  const line = statement.lines.find((candidate) => candidate.workerId === workerId);
  const input = statement.input.workers.find((candidate) => candidate.workerId === workerId);
  const { facts, law, unit } = statement.input;
  const rules = settlementRules(createFacts([facts]), law, { workInjuryClass: unit.workInjuryClass });
  if (line === undefined || input === undefined || !rules.ok) return undefined;
  return { workerId, item, ...explainLine({ statement, line, input, rules: rules.value }, item) };
}

type Told = Omit<Explanation, "workerId" | "item">;

/** A line with everything around it that an explanation may point at. */
interface Subject {
  readonly statement: SettlementStatement;
  readonly line: SettlementLine;
  readonly input: LineInput;
  readonly rules: SettlementRules;
}

function explainLine(subject: Subject, item: LineItem): Told {
  switch (item) {
    case "gross":
      return explainGross(subject);
    case "contribution-base":
      return explainBase(subject);
    case "housing-fund":
      return explainHousingFund(subject);
    case "taxable":
      return explainTaxable(subject);
    case "tax":
      return explainTax(subject);
    case "net":
      return explainNet(subject);
    case "agency-fee":
      return explainFee(subject);
    case "unit-cost":
      return explainUnitCost(subject);
    case "pension.employer":
    case "pension.employee":
    case "medical.employer":
    case "medical.employee":
    case "unemployment.employer":
    case "unemployment.employee":
    case "workInjury.employer":
    case "workInjury.employee":
    case "maternity.employer":
    case "maternity.employee":
      return explainInsurance(subject, item);
  }
}

function explainGross({ line, input }: Subject): Told {
  return {
    title: { zh: "应发工资", en: "gross pay" },
    formula: input.pay.map((item) => formatYuan(item.amountFen)).join(" + "),
    inputs: input.pay.map((item) => ({ ...payItemNames[item.kind], value: formatYuan(item.amountFen) })),
    resultFen: line.grossFen,
    facts: [],
    clause: "P2-2.3",
  };
}

const payItemNames = {
  basic: { zh: "基本工资", en: "basic pay" },
  allowance: { zh: "津贴补贴", en: "allowances" },
  performance: { zh: "绩效工资", en: "performance pay" },
  overtime: { zh: "加班工资", en: "overtime pay" },
  other: { zh: "其他", en: "other" },
} as const;

function explainBase({ line, input, rules }: Subject): Told {
  const wage = formatYuan(input.contributionWageFen);
  const lower = formatYuan(rules.contributions.bounds.lowerFen);
  const upper = formatYuan(rules.contributions.bounds.upperFen);
  return {
    title: { zh: "缴费基数", en: "contribution base" },
    formula: `min(max(${wage}, ${lower}), ${upper})`,
    inputs: [
      { zh: "申报缴费工资", en: "declared wage", value: wage },
      { zh: "基数下限", en: "lower bound", value: lower },
      { zh: "基数上限", en: "upper bound", value: upper },
    ],
    resultFen: line.contributionBaseFen,
    facts: ["cn.36.si.base-bounds"],
    clause: "社会保险法 第十二条",
  };
}

const rateFacts: Readonly<Record<InsuranceKind, FactId>> = {
  pension: "cn.36.pension.rate",
  medical: "cn.3604.medical.rate",
  unemployment: "cn.36.unemployment.rate",
  workInjury: "cn.3604.work-injury.rate",
  maternity: "cn.3604.maternity.rate",
};

const insuranceTitles: Readonly<Record<InsuranceKind, BilingualText>> = {
  pension: { zh: "基本养老保险", en: "pension" },
  medical: { zh: "基本医疗保险", en: "medical" },
  unemployment: { zh: "失业保险", en: "unemployment" },
  workInjury: { zh: "工伤保险", en: "work-injury" },
  maternity: { zh: "生育保险", en: "maternity" },
};

function explainInsurance(
  { line, rules }: Subject,
  item: `${InsuranceKind}.${"employer" | "employee"}`,
): Told {
  const [kind, side] = item.split(".") as [InsuranceKind, "employer" | "employee"];
  const rate = rules.contributions.rates[kind][side];
  const base = formatYuan(line.contributionBaseFen);
  const title = insuranceTitles[kind];
  const sideName =
    side === "employer" ? { zh: "单位部分", en: "employer" } : { zh: "个人部分", en: "employee" };
  return {
    title: { zh: `${title.zh}（${sideName.zh}）`, en: `${title.en}, ${sideName.en}` },
    formula: rate === null ? "" : `${base} × ${formatRate(rate)}`,
    inputs: [
      { zh: "缴费基数", en: "contribution base", value: base },
      { zh: "费率", en: "rate", value: rate === null ? "—" : formatRate(rate) },
    ],
    resultFen: line.insurance[kind][side === "employer" ? "employerFen" : "employeeFen"],
    facts: ["cn.36.si.base-bounds", rateFacts[kind], "cn.si.rounding"],
    clause: "社会保险法 第十条至第五十三条",
  };
}

function explainHousingFund({ line, input }: Subject): Told {
  const rate = formatRate(input.housingFundRate);
  return {
    title: { zh: "住房公积金（每方）", en: "housing fund, each side" },
    formula: `${formatYuan(line.housingFundBaseFen)} × ${rate}`,
    inputs: [
      { zh: "缴存基数", en: "base", value: formatYuan(line.housingFundBaseFen) },
      { zh: "缴存比例", en: "rate", value: rate },
    ],
    resultFen: line.housingFundEachSideFen,
    facts: ["cn.3604.housing-fund.rounding"],
    clause: "住房公积金管理条例 第十六条、第十八条",
  };
}

function explainTaxable({ statement, line, input }: Subject): Told {
  const income = input.incomeBeforeFen + line.grossFen;
  const special = input.specialDeductionsBeforeFen + line.specialDeductionsFen;
  const amounts = [income, line.basicDeductionFen, special, input.additionalDeductionsFen].map((amount) =>
    formatYuan(amount as Fen),
  );
  const { month } = partsOfPeriod(statement.input.period);
  return {
    title: { zh: "累计预扣预缴应纳税所得额", en: "taxable income of the year" },
    formula: amounts.join(" − "),
    inputs: [
      { zh: `累计收入（1至${month}月）`, en: "income of the year", value: amounts[0] ?? "" },
      { zh: `累计减除费用（${input.monthsAtAgent}个月）`, en: "basic deduction", value: amounts[1] ?? "" },
      { zh: "累计专项扣除", en: "special deductions", value: amounts[2] ?? "" },
      { zh: "累计专项附加扣除", en: "additional deductions", value: amounts[3] ?? "" },
    ],
    resultFen: line.withholding.taxableFen,
    facts: ["cn.iit.basic-deduction.monthly"],
    clause: "国家税务总局公告2018年第61号 第六条",
  };
}

function explainTax({ line, input }: Subject): Told {
  const { taxableFen, rate, quickFen, taxFen } = line.withholding;
  const taxable = formatYuan(taxableFen);
  const withheld = formatYuan(input.taxWithheldBeforeFen);
  return {
    title: { zh: "个人所得税", en: "income tax" },
    formula: `max(0, max(0, ${taxable} × ${formatRate(rate)} − ${formatYuan(quickFen)}) − ${withheld})`,
    inputs: [
      { zh: "累计应纳税所得额", en: "taxable income of the year", value: taxable },
      { zh: "预扣率", en: "rate", value: formatRate(rate) },
      { zh: "速算扣除数", en: "quick deduction", value: formatYuan(quickFen) },
      { zh: "本年已预缴税额", en: "tax withheld before", value: withheld },
    ],
    resultFen: taxFen,
    facts: ["cn.iit.comprehensive.annual", "cn.iit.rounding"],
    clause: "国家税务总局公告2018年第61号 第六条",
  };
}

function explainNet({ line }: Subject): Told {
  const parts = [
    { zh: "应发工资", en: "gross pay", amountFen: line.grossFen },
    { zh: "个人社保公积金", en: "insurance and housing fund", amountFen: line.specialDeductionsFen },
    { zh: "个人所得税", en: "income tax", amountFen: line.withholding.taxFen },
    { zh: "其他扣款", en: "other deductions", amountFen: line.otherDeductionsFen },
  ];
  return {
    title: { zh: "实发工资", en: "net pay" },
    formula: parts.map(({ amountFen }) => formatYuan(amountFen)).join(" − "),
    inputs: parts.map(({ zh, en, amountFen }) => ({ zh, en, value: formatYuan(amountFen) })),
    resultFen: line.netFen,
    facts: [],
    clause: "工资支付暂行规定 第十五条",
  };
}

function explainFee({ statement, line, input }: Subject): Told {
  const fee = statement.fees.find(({ contractId }) => contractId === input.settledContractId);
  const contract = statement.input.contracts.find(({ id }) => id === input.settledContractId);
  return {
    title: { zh: "服务费（本人份额）", en: "service fee, this worker's share" },
    formula:
      fee === undefined
        ? "0.00"
        : `${contract?.feeTerms.kind ?? ""}(${fee.heads}) = ${formatYuan(fee.feeFen)}`,
    inputs:
      fee === undefined
        ? []
        : [
            { zh: "合同", en: "contract", value: fee.contractId },
            { zh: "人数", en: "heads", value: String(fee.heads) },
            { zh: "应发合计", en: "gross of all", value: formatYuan(fee.grossFen) },
            { zh: "服务费合计", en: "fee of the contract", value: formatYuan(fee.feeFen) },
          ],
    resultFen: line.agencyFeeFen,
    facts: [],
    clause: input.settledContractId === undefined ? "P2-3.2.1" : "P2-3.2.2a",
  };
}

function explainUnitCost({ line }: Subject): Told {
  const parts = [
    { zh: "应发工资", en: "gross pay", amountFen: line.grossFen },
    { zh: "单位社保公积金", en: "employer's contributions", amountFen: line.employerContributionsFen },
    { zh: "服务费", en: "service fee", amountFen: line.agencyFeeFen },
    { zh: "服务费增值税", en: "tax on the fee", amountFen: line.vatFen },
  ];
  return {
    title: { zh: "单位支出", en: "cost of the unit" },
    formula: parts.map(({ amountFen }) => formatYuan(amountFen)).join(" + "),
    inputs: parts.map(({ zh, en, amountFen }) => ({ zh, en, value: formatYuan(amountFen) })),
    resultFen: line.unitCostFen,
    facts: [],
    clause: "P2-2.0",
  };
}
