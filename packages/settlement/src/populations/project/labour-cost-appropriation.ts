import {
  addMonths,
  createIssue,
  failed,
  fen,
  formatYuan,
  maxFen,
  parsed,
  subtractFen,
  zeroFen,
  type Fen,
  type Issue,
  type Parsed,
  type PlainDate,
} from "@tongchou/core";
import type { Facts } from "@tongchou/statutory";
import { factsFor } from "../../facts-for.js";
import { settlementIssues } from "../../issues.js";

/** Labour cost paid into the dedicated account for a period (人工费用拨付), and the period's wages. */
export interface AppropriationPeriod {
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** Labour cost of the period by the construction contract (article 24). */
  readonly agreedFen: Fen;
  /** Labour cost that has reached the dedicated account for the period. */
  readonly appropriatedFen: Fen;
  /** What was on the account before. */
  readonly balanceBeforeFen: Fen;
  /** Wages of the period that the account has to pay. */
  readonly wagesFen: Fen;
}

/** Whether the account can pay the wages of a period. */
export interface AppropriationStanding {
  readonly availableFen: Fen;
  /** Wages that the account cannot pay; nought when it is enough. */
  readonly shortFen: Fen;
  /** Labour cost that the project owner has not paid in, whether or not it is missed. */
  readonly ownerShortFen: Fen;
  /** What stays on the account when all wages are paid that it can pay. */
  readonly balanceAfterFen: Fen;
}

/**
 * Tests whether the labour cost of a period pays its wages (State Council Order 724, articles 24 and 29).
 *
 * @param knownOn day whose knowledge of facts is used
 * @returns the standing, with `appropriation-below-agreed` and `appropriation-short`; or
 *   `appropriation-period-wrong` where the period is longer than the law allows, `fact-unknown` before 2020-05
 * @example
 * const period = { from: plainDate("2024-03-01"), to: plainDate("2024-03-31"), agreedFen: fen(1000000) };
 * const paid = { appropriatedFen: fen(900000), balanceBeforeFen: fen(50000), wagesFen: fen(980000) };
 * const standing = labourCostAppropriation({ ...period, ...paid }, createFacts(jiujiangPacks));
 * standing.ok && [standing.value.shortFen, standing.value.ownerShortFen]; // => [30000, 100000]
 */
export function labourCostAppropriation(
  period: AppropriationPeriod,
  facts: Facts,
  knownOn?: PlainDate,
): Parsed<AppropriationStanding> {
  const { from, to, agreedFen, appropriatedFen, balanceBeforeFen, wagesFen } = period;
  const known = factsFor(facts, ["cn.project.appropriation-months"], from, knownOn);
  if (!known.ok) return known;
  const months = known.value["cn.project.appropriation-months"].value.count;
  if (to < from || to >= addMonths(from, months)) {
    return failed(createIssue(settlementIssues, "appropriation-period-wrong", { from, to, months }));
  }
  const availableFen = fen(balanceBeforeFen + appropriatedFen);
  const shortFen = maxFen(zeroFen, subtractFen(wagesFen, availableFen));
  const ownerShortFen = maxFen(zeroFen, subtractFen(agreedFen, appropriatedFen));
  const balanceAfterFen = maxFen(zeroFen, subtractFen(availableFen, wagesFen));
  const issues: Issue[] = [];
  if (ownerShortFen > 0) {
    const values = { agreed: formatYuan(agreedFen), found: formatYuan(appropriatedFen) };
    issues.push(createIssue(settlementIssues, "appropriation-below-agreed", values));
  }
  if (shortFen > 0) {
    const values = {
      wages: formatYuan(wagesFen),
      found: formatYuan(availableFen),
      short: formatYuan(shortFen),
    };
    issues.push(createIssue(settlementIssues, "appropriation-short", values));
  }
  return parsed({ availableFen, shortFen, ownerShortFen, balanceAfterFen }, issues);
}
