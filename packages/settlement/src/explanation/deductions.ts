import { fen, formatRate, formatYuan, partsOfPeriod, type BilingualText, type Fen } from "@tongchou/core";
import type { FactId } from "@tongchou/statutory";
import { insuranceNames } from "../contribution-rules.js";
import type { InsuranceKind } from "../contributions.js";
import type { DeductionMode } from "../tax/wage-withholding.js";
import type { ExplainedLine, Told } from "./explain.js";
import { joined, rounded, shown, shownYuan } from "./formula.js";

/** How the wage that contributions are declared on became the base. */
export function explainBase({ line, result, rules }: ExplainedLine): Told {
  const { lowerFen, upperFen } = rules.contributions.bounds;
  const [wage, lower, upper] = [line.contributionWageFen, lowerFen, upperFen];
  return {
    title: { zh: "缴费基数", en: "contribution base" },
    formula:
      wage === 0 ? "0.00" : `min(max(${formatYuan(wage)}, ${formatYuan(lower)}), ${formatYuan(upper)})`,
    inputs: [
      shownYuan({ zh: "申报缴费工资", en: "declared wage" }, wage),
      shownYuan({ zh: "基数下限", en: "lower bound" }, lower),
      shownYuan({ zh: "基数上限", en: "upper bound" }, upper),
    ],
    resultFen: result.contributionBaseFen,
    facts: ["cn.36.si.base-bounds"],
    clause: "社会保险法 第十二条",
  };
}

/** The facts that may hold an insurance's rate, and the article that says who pays it. */
const insuranceSources: Readonly<
  Record<InsuranceKind, { readonly facts: readonly FactId[]; readonly clause: string }>
> = {
  pension: { facts: ["cn.36.pension.rate"], clause: "社会保险法 第十二条" },
  medical: { facts: ["cn.3604.medical.rate"], clause: "社会保险法 第二十三条" },
  unemployment: { facts: ["cn.36.unemployment.rate"], clause: "社会保险法 第四十四条" },
  workInjury: {
    facts: ["cn.3604.work-injury.rate", "cn.work-injury.class-rates"],
    clause: "社会保险法 第三十三条",
  },
  maternity: { facts: ["cn.3604.maternity.rate"], clause: "社会保险法 第五十三条" },
};

const sideNames = {
  employer: { zh: "单位部分", en: "employer" },
  employee: { zh: "个人部分", en: "employee" },
} as const;

/** One side of one insurance. */
export function explainInsurance(
  { line, result, rules }: ExplainedLine,
  kind: InsuranceKind,
  side: "employer" | "employee",
): Told {
  const rate = rules.contributions.rates[kind][side];
  const base = result.contributionBaseFen;
  const [name, sideName, source] = [insuranceNames[kind], sideNames[side], insuranceSources[kind]];
  if (line.contributionScope === "work-injury" && kind !== "workInjury") {
    return {
      title: { zh: `${name.zh}（${sideName.zh}）`, en: `${name.en}, ${sideName.en}` },
      formula: "0.00",
      inputs: [],
      resultFen: result.insurance[kind][`${side}Fen`],
      facts: [],
      clause: "实施社会保险法若干规定 第九条",
    };
  }
  const isUsed = (id: FactId): boolean => rules.facts.some((fact) => fact.id === id);
  const [baseShown, rateShown] = [formatYuan(base), rate === null ? "—" : formatRate(rate)];
  return {
    title: { zh: `${name.zh}（${sideName.zh}）`, en: `${name.en}, ${sideName.en}` },
    formula: rate === null ? "" : rounded(`${baseShown} × ${rateShown}`, rules.contributions.rounding),
    inputs: [
      shown({ zh: "缴费基数", en: "contribution base" }, baseShown),
      shown({ zh: "费率", en: "rate" }, rateShown),
    ],
    resultFen: result.insurance[kind][`${side}Fen`],
    facts: ["cn.36.si.base-bounds", ...source.facts.filter(isUsed), "cn.si.rounding"],
    clause: source.clause,
  };
}

/** The housing fund of either side. */
export function explainHousingFund({ line, result, rules }: ExplainedLine): Told {
  const { bounds, rounding } = rules.housingFund;
  const wage = formatYuan(line.contributionWageFen);
  const base =
    bounds === undefined
      ? wage
      : `min(max(${wage}, ${formatYuan(bounds.lowerFen)}), ${formatYuan(bounds.upperFen)})`;
  return {
    title: { zh: "住房公积金（每方）", en: "housing fund, each side" },
    formula: rounded(`${base} × ${formatRate(line.housingFundRate)}`, rounding),
    inputs: [
      shownYuan({ zh: "缴存基数", en: "base" }, result.housingFundBaseFen),
      shown({ zh: "缴存比例", en: "rate" }, formatRate(line.housingFundRate)),
    ],
    resultFen: result.housingFundEachSideFen,
    facts: [
      ...(bounds === undefined ? [] : (["cn.3604.housing-fund.base-bounds"] as const)),
      "cn.3604.housing-fund.rounding",
    ],
    clause: "住房公积金管理条例 第十六条、第十八条",
  };
}

/** What the basic deduction counts, its fact, and the announcement that says so. */
function basicDeductionOf(
  mode: DeductionMode,
  months: { readonly atAgent: number; readonly ofYear: number },
): { readonly name: BilingualText; readonly facts: readonly FactId[]; readonly clause: string } {
  switch (mode) {
    case "months-at-unit":
      return {
        name: {
          zh: `累计减除费用（${months.atAgent}个月）`,
          en: `basic deduction, ${months.atAgent} months`,
        },
        facts: ["cn.iit.basic-deduction.monthly"],
        clause: "国家税务总局公告2018年第61号 第六条",
      };
    case "first-wage-of-year":
      return {
        name: { zh: `累计减除费用（自一月起${months.ofYear}个月）`, en: "basic deduction from January" },
        facts: ["cn.iit.basic-deduction.monthly", "cn.iit.first-wage-of-year"],
        clause: "国家税务总局公告2020年第13号 第一条",
      };
    case "sixty-thousand":
      return {
        name: { zh: "累计减除费用（全年）", en: "basic deduction of the whole year" },
        facts: ["cn.iit.basic-deduction.annual", "cn.iit.sixty-thousand.ceiling"],
        clause: "国家税务总局公告2020年第19号",
      };
  }
}

/** Taxable income of the year so far. */
export function explainTaxable({ statement, line, result }: ExplainedLine): Told {
  const { month } = partsOfPeriod(statement.input.period);
  const deduction = basicDeductionOf(line.deductionMode, { atAgent: line.monthsAtAgent, ofYear: month });
  const bonusApartFen = result.bonus?.taxing === "apart" ? result.bonus.amountFen : 0;
  const income = fen(line.incomeBeforeFen + result.grossFen - bonusApartFen);
  const exempt = fen((line.exemptBeforeFen ?? 0) + (result.exemptFen ?? 0));
  const special = fen(line.specialDeductionsBeforeFen + result.specialDeductionsFen);
  const inputs = [
    shownYuan({ zh: `累计收入（1至${month}月）`, en: "income of the year" }, income),
    ...(exempt === 0 ? [] : [shownYuan({ zh: "累计免税收入", en: "exempt income of the year" }, exempt)]),
    shownYuan(deduction.name, result.basicDeductionFen),
    shownYuan({ zh: "累计专项扣除", en: "special deductions" }, special),
    shownYuan({ zh: "累计专项附加扣除", en: "additional deductions" }, line.additionalDeductionsFen),
  ];
  return {
    title: { zh: "累计预扣预缴应纳税所得额", en: "taxable income of the year" },
    formula: joined(inputs, "−"),
    inputs,
    resultFen: result.withholding.taxableFen,
    facts: deduction.facts,
    clause: deduction.clause,
  };
}

/** Tax of the month: of the year so far, less what was withheld before. */
export function explainTax({ line, result, rules }: ExplainedLine): Told {
  const { taxableFen, rate, quickFen, taxFen } = result.withholding;
  const withheld: Fen = line.taxWithheldBeforeFen;
  const product = rounded(`${formatYuan(taxableFen)} × ${formatRate(rate)}`, rules.withholding.rounding);
  return {
    title: { zh: "个人所得税", en: "income tax" },
    formula: `max(0, max(0, ${product} − ${formatYuan(quickFen)}) − ${formatYuan(withheld)})`,
    inputs: [
      shownYuan({ zh: "累计应纳税所得额", en: "taxable income of the year" }, taxableFen),
      shown({ zh: "预扣率", en: "rate" }, formatRate(rate)),
      shownYuan({ zh: "速算扣除数", en: "quick deduction" }, quickFen),
      shownYuan({ zh: "本年已预缴税额", en: "tax withheld before" }, withheld),
    ],
    resultFen: taxFen,
    facts: ["cn.iit.comprehensive.annual", "cn.iit.rounding"],
    clause: "国家税务总局公告2018年第61号 第六条",
  };
}
