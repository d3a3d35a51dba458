import {
  fen,
  parsed,
  subtractFen,
  sumFen,
  zeroFen,
  type Fen,
  type Parsed,
  type PlainDate,
} from "@tongchou/core";
import type { Facts } from "@tongchou/statutory";
import { annualSettlement, type AnnualSettlement, type YearFigures } from "../../tax/annual-settlement.js";
import {
  withholdWages,
  type DeductionMode,
  type WageMonth,
  type WageYear,
} from "../../tax/wage-withholding.js";

/** A change of withholding agent inside a year. */
export interface AgentChange {
  /** The months up to December as they are paid, the same with and without the change. */
  readonly wages: WageYear;
  /** First month that the new agent pays, 1 to 12, among the months of the wages. */
  readonly switchMonth: number;
  /**
   * What the present agent still pays in that month: wages in arrears. They are income of that month beside
   * the new agent's, and the present agent deducts 5,000 for it once more.
   */
  readonly arrears?: WageMonth | undefined;
}

/** One month with and without the change. */
export interface AgentChangeMonth {
  /** 1 to 12. */
  readonly month: number;
  readonly withheldWithoutFen: Fen;
  readonly withheldWithFen: Fen;
  /** What the change leaves of the same pay in the month; below nought where it takes more. */
  readonly netGainFen: Fen;
}

/** What a change of withholding agent does to one worker. */
export interface AgentChangeComparison {
  readonly months: readonly AgentChangeMonth[];
  readonly withheldWithoutFen: Fen;
  readonly withheldWithFen: Fen;
  /** Largest gain and largest loss of net pay in a month; nought where there is none. */
  readonly largestGainFen: Fen;
  readonly largestLossFen: Fen;
  /** The year's settlement, as far as these wages are all there is. */
  readonly settlementWithout: AnnualSettlement;
  readonly settlementWith: AnnualSettlement;
  /** Part of the top-up with the change that need not be paid; `null` where no rule is known. */
  readonly waivedFen: Fen | null;
  /** True when the whole 60,000 from January is lost for this year and the next (公告2020年第19号). */
  readonly losesSixtyThousand: boolean;
  /** True when no month's net pay differs and the settlement does not either. */
  readonly isNeutral: boolean;
}

/**
 * Compares a year with and without a change of withholding agent, month by month, before it is decided.
 *
 * The new agent's cumulation begins at nought with 5,000 for each month there (国家税务总局公告2018年第61号,
 * article 6); the other agent's figures are never taken over. The tax of the year is the same, because wages
 * are taxed by the year: what is withheld too little or too much is settled after it.
 *
 * @returns the comparison, with the warning `fact-unknown` where no rule on the waiver is known; or
 *   `fact-unknown`
 * @throws RangeError when the month of the change is not among the wages
 * @example
 * const month = { incomeFen: fen(1000000), specialFen: fen(185000) };
 * const year = { year: 2024, startMonth: 1, mode: "months-at-unit" } as const;
 * const change = { wages: { ...year, months: Array(12).fill(month) }, switchMonth: 7 };
 * const compared = compareAgentChange(change, createFacts(jiujiangPacks));
 * compared.ok && [compared.value.withheldWithoutFen, compared.value.withheldWithFen]; // => [126000, 113400]
 * compared.ok && [compared.value.settlementWith.toPayFen, compared.value.waivedFen]; // => [12600, 12600]
 */
export function compareAgentChange(
  change: AgentChange,
  facts: Facts,
  knownOn?: PlainDate,
): Parsed<AgentChangeComparison> {
  const { wages, switchMonth, arrears } = change;
  const before = switchMonth - wages.startMonth;
  if (wages.months[before] === undefined)
    throw new RangeError("the month of the change is not among the wages");
  const oldMonths = [...wages.months.slice(0, before), ...(arrears === undefined ? [] : [arrears])];
  const newWages = {
    year: wages.year,
    startMonth: switchMonth,
    months: wages.months.slice(before),
    mode: modeAtNewAgent(wages.mode, before === 0),
  };
  const without = withholdWages(wages, facts, knownOn);
  const atOld = withholdWages({ ...wages, months: oldMonths }, facts, knownOn);
  const atNew = withholdWages(newWages, facts, knownOn);
  if (!without.ok) return without;
  if (!atOld.ok) return atOld;
  if (!atNew.ok) return atNew;
  const months = wages.months.map((_, index): AgentChangeMonth => {
    const withheldWithoutFen = without.value[index]?.taxFen ?? zeroFen;
    const withheldWithFen = fen(
      (atOld.value[index]?.taxFen ?? 0) + (atNew.value[index - before]?.taxFen ?? 0),
    );
    const netGainFen = subtractFen(withheldWithoutFen, withheldWithFen);
    return { month: wages.startMonth + index, withheldWithoutFen, withheldWithFen, netGainFen };
  });
  return settledComparison({ change, months }, facts, knownOn);
}

/** What counts from January is bound to the agent of January, or to the first wage of the year. */
function modeAtNewAgent(mode: DeductionMode, isFirst: boolean): DeductionMode {
  return mode === "first-wage-of-year" && isFirst ? mode : "months-at-unit";
}

function settledComparison(
  { change, months }: { readonly change: AgentChange; readonly months: readonly AgentChangeMonth[] },
  facts: Facts,
  knownOn: PlainDate | undefined,
): Parsed<AgentChangeComparison> {
  const { wages, arrears } = change;
  const withheldWithoutFen = sumFen(months.map((month) => month.withheldWithoutFen));
  const withheldWithFen = sumFen(months.map((month) => month.withheldWithFen));
  const paidWith = [...wages.months, ...(arrears === undefined ? [] : [arrears])];
  const settle = (paid: readonly WageMonth[], withheldFen: Fen): Parsed<AnnualSettlement> =>
    annualSettlement(figuresOf(paid, withheldFen), wages.year, facts, knownOn);
  const without = settle(wages.months, withheldWithoutFen);
  const settled = settle(paidWith, withheldWithFen);
  if (!without.ok) return without;
  if (!settled.ok) return settled;
  const gains = months.map(({ netGainFen }) => netGainFen);
  const comparison: AgentChangeComparison = {
    months,
    withheldWithoutFen,
    withheldWithFen,
    largestGainFen: fen(Math.max(0, ...gains)),
    largestLossFen: fen(Math.max(0, ...gains.map((gain) => -Number(gain)))),
    settlementWithout: without.value,
    settlementWith: settled.value,
    waivedFen: waivedOf(settled.value),
    losesSixtyThousand: wages.mode === "sixty-thousand",
    isNeutral: arrears === undefined && gains.every((gain) => gain === 0),
  };
  return parsed(comparison, settled.issues);
}

function waivedOf({ toPayFen, waiver }: AnnualSettlement): Fen | null {
  if (waiver === "unknown") return null;
  return waiver === null ? zeroFen : toPayFen;
}

function figuresOf(months: readonly WageMonth[], withheldFen: Fen): YearFigures {
  const sum = (amountOf: (month: WageMonth) => Fen | undefined): Fen =>
    sumFen(months.map((month) => amountOf(month) ?? zeroFen));
  return {
    incomeFen: sum((month) => month.incomeFen),
    exemptFen: sum((month) => month.exemptFen),
    specialFen: sum((month) => month.specialFen),
    additionalFen: sum((month) => month.additionalFen),
    otherFen: sum((month) => month.otherFen),
    withheldFen,
  };
}
