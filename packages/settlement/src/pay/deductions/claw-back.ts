import {
  createIssue,
  fen,
  formatYuan,
  maxFen,
  minFen,
  parsed,
  subtractFen,
  zeroFen,
  type Fen,
  type Parsed,
} from "@tongchou/core";
import { settlementIssues } from "../../issues.js";
import {
  cumulativeWithholding,
  type CumulativeFigures,
  type WithholdingTables,
} from "../../tax/cumulative-withholding.js";
import { largestWhere } from "../search-amount.js";

/** Pay of the past that is to be taken back out of one month's gross. */
export interface Clawback {
  readonly id: string;
  readonly amountFen: Fen;
  /** Net pay that has to be left. */
  readonly keepFen: Fen;
  /** The month's gross before the clawback, and the worker's insurance and housing fund on it. */
  readonly grossFen: Fen;
  readonly specialFen: Fen;
  /** Year so far, this month with its gross before the clawback included. */
  readonly figures: CumulativeFigures;
}

/** How much of a clawback one month can bear. */
export interface ClawbackTaken {
  readonly takenFen: Fen;
  /** To be taken in later months. */
  readonly leftFen: Fen;
  /** Tax of the month on the income that remains. */
  readonly taxFen: Fen;
  readonly netFen: Fen;
}

/**
 * Takes pay of the past back as a negative pay item: it lowers the income of the month it is taken in, and so
 * its tax.
 *
 * As much is taken as leaves the amount that has to stay, and never more than the month's gross: an agent
 * cannot report negative income, and a year that has ended is corrected in its own returns.
 *
 * @returns what is taken, with `deduction-carried` where something is left
 * @example
 * const facts = createFacts(jiujiangPacks);
 * const rules = settlementRules(facts, { on: plainDate("2024-01-31") });
 * const zero = fen(0);
 * const figures = {
 *   incomeFen: fen(300000), exemptFen: zero, basicDeductionFen: fen(500000), specialFen: fen(40000),
 *   additionalFen: zero, otherFen: zero, withheldFen: zero,
 * };
 * const month = { grossFen: fen(300000), specialFen: fen(40000), figures };
 * const clawback = { id: "C1", amountFen: fen(150000), keepFen: fen(173000), ...month };
 * const taken = rules.ok && clawBack(clawback, rules.value.withholding);
 * taken && taken.ok && [taken.value.takenFen, taken.value.leftFen]; // => [87000, 63000]
 */
export function clawBack(clawback: Clawback, tables: WithholdingTables): Parsed<ClawbackTaken> {
  const { id, amountFen, keepFen, grossFen, specialFen, figures } = clawback;
  const monthAfter = (takenFen: Fen): Pick<ClawbackTaken, "netFen" | "taxFen"> => {
    const income = { ...figures, incomeFen: subtractFen(figures.incomeFen, takenFen) };
    const { taxFen } = cumulativeWithholding(income, tables);
    return { taxFen, netFen: fen(grossFen - takenFen - specialFen - taxFen) };
  };
  const most = minFen(amountFen, maxFen(zeroFen, grossFen));
  const takenFen = largestWhere(zeroFen, most, (taken) => monthAfter(taken).netFen >= keepFen);
  const leftFen = subtractFen(amountFen, takenFen);
  const amounts = { taken: formatYuan(takenFen), left: formatYuan(leftFen) };
  const why = { zh: "须为本人保留的金额已到", en: "the amount that has to be left is reached" };
  const issues =
    leftFen === 0
      ? []
      : [createIssue(settlementIssues, "deduction-carried", { claim: id, ...amounts, ...why })];
  return parsed({ takenFen, leftFen, ...monthAfter(takenFen) }, issues);
}
