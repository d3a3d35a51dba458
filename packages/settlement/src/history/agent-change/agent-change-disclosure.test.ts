import { describe, expect, it } from "vitest";
import { facts, yuan } from "../../__fixtures__/unit-month.js";
import type { WageMonth, WageYear } from "../../tax/wage-withholding.js";
import { discloseAgentChange } from "./agent-change-disclosure.js";
import { compareAgentChange, type AgentChange } from "./agent-change.js";

const month = (gross: number, special = gross * 0.185): WageMonth => ({
  incomeFen: yuan(gross),
  specialFen: yuan(special),
});
const times = (count: number, one: WageMonth): readonly WageMonth[] =>
  Array.from({ length: count }, () => one);

function yearOf(months: readonly WageMonth[], changes: Partial<WageYear> = {}): WageYear {
  return { year: 2024, startMonth: 1, mode: "months-at-unit", months, ...changes };
}

/** The lines of the text in both languages. */
function linesOf(change: AgentChange): { readonly zh: readonly string[]; readonly en: readonly string[] } {
  const comparison = compareAgentChange(change, facts);
  if (!comparison.ok) throw new Error("unknown");
  const text = discloseAgentChange(change, comparison.value, facts);
  if (!text.ok) throw new Error("unknown");
  return { zh: text.value.zh.split("\n"), en: text.value.en.split("\n") };
}

describe("discloseAgentChange", () => {
  it("says what stays, what moves and what is due, in both languages", () => {
    const { zh, en } = linesOf({ wages: yearOf(times(12, month(12_000))), switchMonth: 7 });
    expect(zh).toEqual([
      "自 2024-07 起由新的扣缴单位代扣个人所得税，累计数从头算起；每月应发工资不变，全年应纳税额 3,216.00 元，不因更换而增减。",
      "全年代扣税款：不更换 3,216.00 元，更换 1,720.80 元；单月实发最多增加 334.60 元，最多减少 0.00 元。",
      "预计次年汇算清缴（2025-03-01 至 2025-06-30）须补税 1,495.20 元。",
    ]);
    expect(en).toEqual([
      "From 2024-07 on a new agent withholds your income tax, and its cumulation begins anew. Your gross pay of each month stays, and the tax of the whole year is 3,216.00 yuan with or without the change.",
      "Withheld over the year: 3,216.00 yuan without the change, 1,720.80 with it. A month's net pay rises by 334.60 at most and falls by 0.00 at most.",
      "At the annual settlement (2025-03-01 to 2025-06-30) 1,495.20 yuan have to be paid.",
    ]);
  });

  it.each<readonly [string, AgentChange, string, string]>([
    [
      "nothing moves",
      { wages: yearOf(times(12, month(4000))), switchMonth: 7 },
      "各月实发不因更换而变化。",
      "No month's net pay changes by it.",
    ],
    [
      "nothing is due",
      { wages: yearOf(times(12, month(4000))), switchMonth: 7 },
      "预计次年汇算清缴（2025-03-01 至 2025-06-30）无须补税。",
      "At the annual settlement (2025-03-01 to 2025-06-30) nothing is due.",
    ],
    [
      "what is due is waived",
      { wages: yearOf(times(12, month(10_000))), switchMonth: 7 },
      "预计次年汇算清缴（2025-03-01 至 2025-06-30）应补税 126.00 元，按现行规定可免予补缴。",
      "At the annual settlement (2025-03-01 to 2025-06-30) 126.00 yuan would be due, which the present rule waives.",
    ],
    [
      "no rule on the waiver is known",
      { wages: yearOf(times(12, month(10_000)), { year: 2028 }), switchMonth: 7 },
      "预计次年汇算清缴（2029-03-01 至 2029-06-30）须补税 126.00 元，是否免予补缴尚无规定。",
      "At the annual settlement (2029-03-01 to 2029-06-30) 126.00 yuan are due; whether they are waived is not known yet.",
    ],
    [
      "tax comes back",
      {
        wages: yearOf([...times(11, month(4000, 420)), month(14_000, 420)], { mode: "sixty-thousand" }),
        switchMonth: 12,
      },
      "预计次年汇算清缴（2025-03-01 至 2025-06-30）可退税 257.40 元，须本人申请。",
      "At the annual settlement (2025-03-01 to 2025-06-30) 257.40 yuan come back, if you apply for it.",
    ],
    [
      "the whole 60,000 are lost",
      { wages: yearOf(times(12, month(4000)), { mode: "sixty-thousand" }), switchMonth: 3 },
      "更换当年和次年不能一次扣除六万元减除费用，代扣的税款可在汇算清缴时申请退还。",
      "The whole 60,000 cannot be deducted from January in the year of the change and the next. Tax that is withheld for it comes back at the annual settlement, on request.",
    ],
    [
      "both agents pay in a month",
      { wages: yearOf(times(12, month(8000))), switchMonth: 3, arrears: month(8000) },
      "3 月由两个单位各发一次工资，减除费用各扣一次；由原单位在上月发完可避免。",
      "In month 3 both agents pay and both take the basic deduction. It does not come to that if the present agent pays its last wages in the month before.",
    ],
    [
      "another month's income falls into the year",
      { wages: yearOf(times(12, month(8000, 0))), switchMonth: 3, arrears: month(8000, 0) },
      "自 2024-03 起由新的扣缴单位代扣个人所得税，累计数从头算起；每月应发工资不变，因当年多计一个月收入，全年应纳税额 1,880.00 元（不更换为 1,080.00 元），次年相应减少。",
      "From 2024-03 on a new agent withholds your income tax, and its cumulation begins anew. Your gross pay of each month stays, and the tax of the year is 1,880.00 yuan (1,080.00 without the change), because a month's income more falls into it; the next year has it less.",
    ],
  ])("says it when %s", (_, change, zh, en) => {
    const lines = linesOf(change);
    expect(lines.zh).toContain(zh);
    expect(lines.en).toContain(en);
  });
});
