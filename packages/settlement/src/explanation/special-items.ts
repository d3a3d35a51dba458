import {
  fen,
  formatRate,
  formatYuan,
  type BilingualText,
  type ContributionDifference,
  type DeductionClaimKind,
} from "@tongchou/core";
import type { FactId } from "@tongchou/statutory";
import { insuranceNames } from "../contribution-rules.js";
import { incomeTaxOf } from "../statement/settle-line.js";
import type { ExplainedLine, Told } from "./explain.js";
import { joined, rounded, shown, shownYuan } from "./formula.js";

/** Tax on a year-end bonus: by the monthly table, or what it adds to the withholding. */
export function explainBonusTax({ result, rules }: ExplainedLine): Told | undefined {
  const { bonus, withholding } = result;
  if (bonus === undefined) return undefined;
  const amount = shownYuan({ zh: "全年一次性奖金", en: "year-end bonus" }, bonus.amountFen);
  if (bonus.taxing === "apart" && bonus.apart !== null) {
    const { rate, quickFen } = bonus.apart;
    const product = rounded(`${amount.value} × ${formatRate(rate)}`, rules.withholding.rounding);
    return {
      title: { zh: "全年一次性奖金个人所得税（单独计税）", en: "tax on the year-end bonus, apart" },
      formula: `max(0, ${product} − ${formatYuan(quickFen)})`,
      inputs: [
        amount,
        shown({ zh: "税率（按除以12的数额）", en: "rate for a twelfth of it" }, formatRate(rate)),
        shownYuan({ zh: "速算扣除数", en: "quick deduction" }, quickFen),
        shownYuan({ zh: "如并入综合所得，本月税额", en: "tax of the month if merged" }, bonus.mergedTaxFen),
      ],
      resultFen: fen(incomeTaxOf(result) - withholding.taxFen),
      facts: ["cn.iit.bonus.separate", "cn.iit.comprehensive.monthly", "cn.iit.rounding"],
      clause: "财税〔2018〕164号 第一条",
    };
  }
  const inputs = [
    shownYuan({ zh: "本月税额（含奖金）", en: "tax of the month with it" }, withholding.taxFen),
    shownYuan(
      { zh: "本月税额（不含奖金）", en: "tax of the month without it" },
      fen(withholding.taxFen - bonus.mergedTaxFen),
    ),
  ];
  return {
    title: { zh: "全年一次性奖金个人所得税（并入综合所得）", en: "tax on the year-end bonus, merged" },
    formula: joined(inputs, "−"),
    inputs: [amount, ...inputs],
    resultFen: bonus.mergedTaxFen,
    facts: ["cn.iit.comprehensive.annual", "cn.iit.rounding"],
    clause: "财税〔2018〕164号 第一条",
  };
}

const claimNames: Readonly<Record<DeductionClaimKind, BilingualText>> = {
  "court-order": { zh: "协助执行扣款", en: "court order" },
  "carried-net": { zh: "扣回上月垫付的个人社保公积金", en: "insurance and fund laid out before" },
  clawback: { zh: "追回多发工资", en: "pay taken back" },
  "wage-advance": { zh: "扣回预支工资", en: "wage advance" },
  damage: { zh: "赔偿扣款", en: "damage" },
  agreed: { zh: "约定扣款", en: "agreed" },
};

/** What bounds the damage of a month. */
const damageFacts: readonly FactId[] = [
  "cn.deduction.damage-share",
  "cn.36.minimum-wage",
  "cn.3604.minimum-wage.class",
];

/** What was taken beyond insurance, housing fund and tax, claim by claim. */
export function explainOtherDeductions({ line, result }: ExplainedLine): Told | undefined {
  if (result.deductions === undefined) return undefined;
  const inputs = [
    ...line.otherDeductions.map(({ kind, amountFen }) => shownYuan(claimNames[kind], amountFen)),
    ...result.deductions.map(({ id, kind, takenFen }) => {
      const { zh, en } = claimNames[kind];
      return shownYuan({ zh: `${zh}（${id}）`, en: `${en} (${id})` }, takenFen);
    }),
  ];
  const left = result.deductions.filter(({ leftFen }) => leftFen > 0);
  return {
    title: { zh: "其他扣款", en: "other deductions" },
    formula: inputs.length === 0 ? "0.00" : joined(inputs, "+"),
    inputs: [
      ...inputs,
      ...left.map(({ id, leftFen }) =>
        shownYuan({ zh: `未扣结转（${id}）`, en: `left to be carried (${id})` }, leftFen),
      ),
    ],
    resultFen: result.otherDeductionsFen,
    facts: line.claims?.some(({ kind }) => kind === "damage") === true ? damageFacts : [],
    clause: "工资支付暂行规定 第十五条、第十六条",
  };
}

/** Contributions of earlier months that one side makes up in this month. */
export function explainEarlierContributions(
  { line, result }: ExplainedLine,
  side: "employer" | "employee",
): Told | undefined {
  const { earlierContributions } = result;
  if (earlierContributions === undefined) return undefined;
  const field = `${side}Fen` as const;
  const inputs = (line.contributionDifferences ?? [])
    .filter((difference) => difference[field] !== 0)
    .map((difference) => shownYuan(nameOf(difference), difference[field]));
  return {
    title:
      side === "employee"
        ? { zh: "补缴以前月份社保公积金（个人）", en: "contributions of earlier months, employee" }
        : { zh: "补缴以前月份社保公积金（单位）", en: "contributions of earlier months, employer" },
    formula: inputs.length === 0 ? "0.00" : joined(inputs, "+"),
    inputs,
    resultFen: earlierContributions[field],
    facts: [],
    clause: "社会保险法 第六十条",
  };
}

function nameOf({ serviceMonth, kind }: ContributionDifference): BilingualText {
  const { zh, en } = kind === "housing-fund" ? fundName : insuranceNames[kind];
  return { zh: `${serviceMonth} ${zh}`, en: `${en} of ${serviceMonth}` };
}

const fundName: BilingualText = { zh: "住房公积金", en: "housing fund" };
