import { parsed, period, type Parsed, type Period, type PlainDate } from "@tongchou/core";
import type { Facts } from "@tongchou/statutory";
import type { WageYear } from "../../tax/wage-withholding.js";
import { compareAgentChange, type AgentChangeComparison } from "./agent-change.js";

/** When a change of withholding agent should take effect. */
export interface AgentChangeRecommendation {
  readonly month: Period;
  /** The change in that month; of a January in the next year on the wages of the last month known. */
  readonly comparison: AgentChangeComparison;
}

/**
 * The first month in which a change of agent changes no month's net pay: else January, when every cumulation
 * begins anew.
 *
 * For whoever has the whole 60,000 deducted from January not even January is neutral as soon as tax is
 * withheld, because the new agent may not do so in its first year; the comparison says it.
 *
 * @param wages the year up to December at the present agent
 * @param earliestMonth first month that is possible, 1 to 12
 * @returns the month, or `fact-unknown`
 * @throws RangeError when there are no wages, or the earliest month is not among them
 * @example
 * const wagesOf = (incomeFen: Fen) => ({
 *   year: 2024, startMonth: 1, months: Array(12).fill({ incomeFen }), mode: "months-at-unit" as const,
 * });
 * const facts = createFacts(jiujiangPacks);
 * const low = recommendAgentChange(wagesOf(fen(600000)), 3, facts);
 * low.ok && low.value.month; // => "2024-03"
 * const high = recommendAgentChange(wagesOf(fen(1500000)), 3, facts);
 * high.ok && high.value.month; // => "2025-01"
 */
export function recommendAgentChange(
  wages: WageYear,
  earliestMonth: number,
  facts: Facts,
  knownOn?: PlainDate,
): Parsed<AgentChangeRecommendation> {
  const lastMonth = wages.months.at(-1);
  if (lastMonth === undefined) throw new RangeError("there are no wages");
  for (let month = earliestMonth; month < wages.startMonth + wages.months.length; month += 1) {
    const comparison = compareAgentChange({ wages, switchMonth: month }, facts, knownOn);
    if (!comparison.ok) return comparison;
    if (comparison.value.isNeutral)
      return parsed({ month: monthOf(wages.year, month), comparison: comparison.value });
  }
  const year = wages.year + 1;
  const nextYear: WageYear = {
    year,
    startMonth: 1,
    months: Array.from({ length: 12 }, () => lastMonth),
    mode: wages.mode === "sixty-thousand" ? wages.mode : "months-at-unit",
  };
  const january = compareAgentChange({ wages: nextYear, switchMonth: 1 }, facts, knownOn);
  return january.ok ? parsed({ month: monthOf(year, 1), comparison: january.value }) : january;
}

function monthOf(year: number, month: number): Period {
  return period(`${year}-${String(month).padStart(2, "0")}`);
}
