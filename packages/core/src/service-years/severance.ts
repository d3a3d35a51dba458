import { coreIssues } from "../issues/catalogue.js";
import { createIssue, type Issue } from "../issues/issue.js";
import { fen, maxFen, minFen, zeroFen, type Fen } from "../money/fen.js";
import { divideRounded } from "../money/rounding.js";
import { mergedServiceYears, type MergedServiceYears, type ServiceSegment } from "./merged-service.js";

/** What severance is reckoned from. */
export interface SeveranceInput {
  readonly segments: readonly ServiceSegment[];
  /**
   * Average monthly gross pay, bonus and allowances included, of the last 12 months before the end, or of the
   * months worked when there were fewer.
   */
  readonly average12Fen: Fen;
  /** Average monthly wage of the city in the year before; without it the ceiling cannot be tested. */
  readonly cityAverageMonthlyFen?: Fen | undefined;
  /** Local minimum wage, the floor of the base. */
  readonly minimumWageFen?: Fen | undefined;
  /** Termination against the law: twice the amount (article 87), for all years from the first day at work. */
  readonly unlawful?: boolean | undefined;
  readonly publicWelfarePost?: boolean | undefined;
  readonly partTime?: boolean | undefined;
}

/** Severance with the numbers it came from. */
export interface Severance {
  readonly service: MergedServiceYears;
  /** Months of pay due, in halves of a month. */
  readonly halfMonths: number;
  /** Monthly pay that the amount is reckoned on, after floor and ceiling. */
  readonly baseFen: Fen;
  readonly amountFen: Fen;
  readonly issues: readonly Issue[];
}

const cappedHalfMonths = 24;

/**
 * Reckons severance (经济补偿金), or the damages for unlawful termination.
 *
 * Labour Contract Law, articles 47, 71, 87 and 97; Implementing Regulation, articles 10, 12, 25 and 27. Pay
 * above three times the city's average is cut to it, and then no more than twelve months count. Part-time
 * workers and holders of public-welfare posts get none.
 *
 * @returns the amount; the warnings `severance-before-2008` and `severance-cap-untested`
 * @example
 * severance({
 *   segments: [{ from: plainDate("2021-01-01"), to: plainDate("2024-02-29") }],
 *   average12Fen: fen(500000),
 * }).amountFen; // => 1750000
 */
export function severance(input: SeveranceInput): Severance {
  const service = mergedServiceYears(input.segments, { countsBefore2008: input.unlawful });
  const floored = maxFen(input.average12Fen, input.minimumWageFen ?? zeroFen);
  const ceiling =
    input.cityAverageMonthlyFen === undefined ? undefined : fen(input.cityAverageMonthlyFen * 3);
  const isCapped = ceiling !== undefined && floored > ceiling;
  const baseFen = ceiling === undefined ? floored : minFen(floored, ceiling);
  const none = input.publicWelfarePost === true || input.partTime === true;
  const counted = isCapped
    ? Math.min(service.severanceHalfMonths, cappedHalfMonths)
    : service.severanceHalfMonths;
  const halfMonths = none ? 0 : counted;
  // Damages are twice the compensation, so twice the halves of a month.
  const twice = baseFen * halfMonths;
  const amountFen = fen(input.unlawful === true ? twice : divideRounded(twice, 2, "half-up"));
  return { service, halfMonths, baseFen, amountFen, issues: none ? [] : severanceIssues(service, ceiling) };
}

function severanceIssues(service: MergedServiceYears, ceiling: Fen | undefined): readonly Issue[] {
  const issues: Issue[] = [];
  if (service.hasServiceBefore2008) issues.push(createIssue(coreIssues, "severance-before-2008"));
  if (ceiling === undefined) issues.push(createIssue(coreIssues, "severance-cap-untested"));
  return issues;
}
