import {
  dateOf,
  formatYuanGrouped,
  lastDayOf,
  parsed,
  period,
  type BilingualText,
  type Parsed,
} from "@tongchou/core";
import type { Facts } from "@tongchou/statutory";
import { factsFor } from "../../facts-for.js";
import type { AgentChange, AgentChangeComparison } from "./agent-change.js";

/**
 * What a worker is told before the withholding agent changes: gross pay and the tax of the year stay, the
 * months' net pay may move, and what that means for the annual settlement.
 *
 * @returns sentences in both languages, one a line; or `fact-unknown` for the months of the settlement
 * @example
 * const month = { incomeFen: fen(1200000), specialFen: fen(222000) };
 * const year = { year: 2024, startMonth: 1, mode: "months-at-unit" } as const;
 * const change = { wages: { ...year, months: Array(12).fill(month) }, switchMonth: 7 };
 * const facts = createFacts(jiujiangPacks);
 * const compared = compareAgentChange(change, facts);
 * const text = compared.ok && discloseAgentChange(change, compared.value, facts);
 * text && text.ok && text.value.zh.split("\n").at(-1);
 * // => "预计次年汇算清缴（2025-03-01 至 2025-06-30）须补税 1,495.20 元。"
 */
export function discloseAgentChange(
  change: AgentChange,
  comparison: AgentChangeComparison,
  facts: Facts,
): Parsed<BilingualText> {
  const { year } = change.wages;
  const ids = ["cn.iit.settlement.opens-month", "cn.iit.settlement.closes-month"] as const;
  const known = factsFor(facts, ids, dateOf(year, 12, 31));
  if (!known.ok) return known;
  const opens = dateOf(year + 1, known.value["cn.iit.settlement.opens-month"].value.count, 1);
  const closes = known.value["cn.iit.settlement.closes-month"].value.count;
  const window = { opens, closes: lastDayOf(period(`${year + 1}-${String(closes).padStart(2, "0")}`)) };
  const sentences = [
    basicSentence(change, comparison),
    monthsSentence(comparison),
    ...arrearsSentences(change),
    ...sixtyThousandSentences(comparison),
    settlementSentence(comparison, window),
  ];
  return parsed({
    zh: sentences.map(({ zh }) => zh).join("\n"),
    en: sentences.map(({ en }) => en).join("\n"),
  });
}

const yuan = formatYuanGrouped;

function basicSentence(change: AgentChange, comparison: AgentChangeComparison): BilingualText {
  const month = `${change.wages.year}-${String(change.switchMonth).padStart(2, "0")}`;
  const year = yearSentence(comparison);
  return {
    zh: `自 ${month} 起由新的扣缴单位代扣个人所得税，累计数从头算起；每月应发工资不变，${year.zh}`,
    en: `From ${month} on a new agent withholds your income tax, and its cumulation begins anew. Your gross pay of each month stays, and ${year.en}`,
  };
}

/** Wages in arrears bring another month's income into the year, and with it tax that next year has less. */
function yearSentence({ settlementWith, settlementWithout }: AgentChangeComparison): BilingualText {
  const [tax, taxWithout] = [yuan(settlementWith.taxFen), yuan(settlementWithout.taxFen)];
  if (settlementWith.taxFen === settlementWithout.taxFen) {
    return {
      zh: `全年应纳税额 ${tax} 元，不因更换而增减。`,
      en: `the tax of the whole year is ${tax} yuan with or without the change.`,
    };
  }
  return {
    zh: `因当年多计一个月收入，全年应纳税额 ${tax} 元（不更换为 ${taxWithout} 元），次年相应减少。`,
    en: `the tax of the year is ${tax} yuan (${taxWithout} without the change), because a month's income more falls into it; the next year has it less.`,
  };
}

function monthsSentence(comparison: AgentChangeComparison): BilingualText {
  const { withheldWithoutFen, withheldWithFen, largestGainFen, largestLossFen, isNeutral } = comparison;
  if (isNeutral) {
    return { zh: "各月实发不因更换而变化。", en: "No month's net pay changes by it." };
  }
  const amounts = [withheldWithoutFen, withheldWithFen, largestGainFen, largestLossFen].map(yuan);
  const [without, withChange, gain, loss] = amounts;
  return {
    zh: `全年代扣税款：不更换 ${without} 元，更换 ${withChange} 元；单月实发最多增加 ${gain} 元，最多减少 ${loss} 元。`,
    en: `Withheld over the year: ${without} yuan without the change, ${withChange} with it. A month's net pay rises by ${gain} at most and falls by ${loss} at most.`,
  };
}

function arrearsSentences({ arrears, switchMonth }: AgentChange): readonly BilingualText[] {
  if (arrears === undefined) return [];
  return [
    {
      zh: `${switchMonth} 月由两个单位各发一次工资，减除费用各扣一次；由原单位在上月发完可避免。`,
      en: `In month ${switchMonth} both agents pay and both take the basic deduction. It does not come to that if the present agent pays its last wages in the month before.`,
    },
  ];
}

function sixtyThousandSentences({ losesSixtyThousand }: AgentChangeComparison): readonly BilingualText[] {
  if (!losesSixtyThousand) return [];
  return [
    {
      zh: "更换当年和次年不能一次扣除六万元减除费用，代扣的税款可在汇算清缴时申请退还。",
      en: "The whole 60,000 cannot be deducted from January in the year of the change and the next. Tax that is withheld for it comes back at the annual settlement, on request.",
    },
  ];
}

function settlementSentence(
  { settlementWith, waivedFen }: AgentChangeComparison,
  { opens, closes }: { readonly opens: string; readonly closes: string },
): BilingualText {
  const { toPayFen, toGetBackFen } = settlementWith;
  const zh = `预计次年汇算清缴（${opens} 至 ${closes}）`;
  const en = `At the annual settlement (${opens} to ${closes})`;
  if (toGetBackFen > 0) {
    const amount = yuan(toGetBackFen);
    return {
      zh: `${zh}可退税 ${amount} 元，须本人申请。`,
      en: `${en} ${amount} yuan come back, if you apply for it.`,
    };
  }
  if (toPayFen === 0) return { zh: `${zh}无须补税。`, en: `${en} nothing is due.` };
  const amount = yuan(toPayFen);
  if (waivedFen === null) {
    return {
      zh: `${zh}须补税 ${amount} 元，是否免予补缴尚无规定。`,
      en: `${en} ${amount} yuan are due; whether they are waived is not known yet.`,
    };
  }
  if (waivedFen > 0) {
    return {
      zh: `${zh}应补税 ${amount} 元，按现行规定可免予补缴。`,
      en: `${en} ${amount} yuan would be due, which the present rule waives.`,
    };
  }
  return { zh: `${zh}须补税 ${amount} 元。`, en: `${en} ${amount} yuan have to be paid.` };
}
