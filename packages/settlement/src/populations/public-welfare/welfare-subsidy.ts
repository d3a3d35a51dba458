import {
  createIssue,
  formatRate,
  formatYuan,
  lastDayOf,
  minFen,
  multiplyRate,
  parsed,
  settlementRouteOf,
  sumFen,
  zeroFen,
  type Fen,
  type Issue,
  type Parsed,
  type Period,
  type PlainDate,
  type RouteOf,
} from "@tongchou/core";
import { minimumWage, type Facts } from "@tongchou/statutory";
import type { InsuranceKind } from "../../contributions.js";
import { factsFor } from "../../facts-for.js";
import { settlementIssues } from "../../issues.js";
import { namingFacts } from "../named-facts.js";
import { welfareTerm, type WelfareHistory, type WelfareTerm } from "./welfare-term.js";

/** Insurances whose employer's share every text names; others only where the approval names them. */
export const subsidisedInsurances: readonly InsuranceKind[] = ["pension", "medical", "unemployment"];

/** One holder of a public-welfare post, one month. */
export interface WelfareMonth {
  readonly workerId: string;
  readonly unitId: string;
  /** Six digits of the division whose minimum wage bounds the post subsidy. */
  readonly division: string;
  readonly month: Period;
  readonly history: WelfareHistory;
  /** Post subsidy a month, as the authority approved it. */
  readonly approvedFen: Fen;
  /** What the employer paid in for the month; the worker's own share is not subsidised. */
  readonly employerPaid: Readonly<Partial<Record<InsuranceKind, Fen>>>;
  /** Insurances the approval names; without them {@link subsidisedInsurances}. */
  readonly insurances?: readonly InsuranceKind[] | undefined;
}

/** Subsidy of one insurance. */
export interface InsuranceSubsidy {
  readonly kind: InsuranceKind;
  readonly paidFen: Fen;
  readonly subsidyFen: Fen;
}

/**
 * The subsidies of one person and month. They are public money with an account of their own: no member of
 * them is pay, and no statement of wages has a place for them.
 */
export interface WelfareSubsidy {
  readonly population: "public-welfare-post";
  readonly route: RouteOf<"public-welfare-post">;
  readonly account: "employment-subsidy";
  readonly workerId: string;
  readonly unitId: string;
  readonly month: Period;
  readonly term: WelfareTerm;
  /** Most that the post subsidy may be; `null` where no ceiling is established. */
  readonly ceilingFen: Fen | null;
  readonly postSubsidyFen: Fen;
  readonly insurance: readonly InsuranceSubsidy[];
  readonly insuranceSubsidyFen: Fen;
  readonly totalFen: Fen;
}

/**
 * Reckons the post subsidy and the insurance subsidy of a holder of a public-welfare post.
 *
 * The post subsidy is what was approved, within the share of the minimum wage that the province allows, or
 * the nation where nothing is established for the province. The insurance subsidy is the employer's share
 * that was paid in. Beyond the term of the person, counted across units, there is neither.
 *
 * @param knownOn day whose knowledge of facts is used
 * @returns the subsidies, with the remarks of {@link welfareTerm}, `subsidy-of-another-unit` where another unit
 *   draws it this month, `subsidy-above-ceiling`, `subsidy-ceiling-untested`, and
 *   `fact-not-confirmed` for each such fact; or the issues of {@link welfareTerm}, `fact-unknown`
 * @example
 * const history = {
 *   birth: period("1980-01"), category: "M60",
 *   placements: [{ approvedIn: period("2021-07"), spells: [{ unitId: "U1", from: period("2021-07") }] }],
 * } as const;
 * const subsidy = welfareSubsidy({
 *   workerId: "W1", unitId: "U1", division: "360403", month: period("2023-12"), history,
 *   approvedFen: fen(130000), employerPaid: { pension: fen(58544), medical: fen(29272) },
 * }, createFacts(jiujiangPacks));
 * subsidy.ok && [subsidy.value.postSubsidyFen, subsidy.value.insuranceSubsidyFen]; // => [121100, 87816]
 */
export function welfareSubsidy(
  given: WelfareMonth,
  facts: Facts,
  knownOn?: PlainDate,
): Parsed<WelfareSubsidy> {
  return namingFacts(facts, (recorded) => reckonSubsidy(given, recorded, knownOn));
}

function reckonSubsidy(
  given: WelfareMonth,
  facts: Facts,
  knownOn: PlainDate | undefined,
): Parsed<WelfareSubsidy> {
  const { workerId, unitId, month, approvedFen, employerPaid } = given;
  const subject = { unitId, workerId };
  const term = welfareTerm(given.history, month, facts, knownOn);
  const known = factsFor(facts, ["cn.public-welfare.insurance-share"], lastDayOf(month), knownOn);
  if (!term.ok || !known.ok) {
    const issues = [...term.issues, ...known.issues];
    return { ok: false, issues: issues.map((issue) => ({ ...issue, subject })) };
  }
  const isDrawn = term.value.unitId === unitId;
  const ceiling = ceilingOf(given, facts, knownOn);
  const issues: Issue[] = [...term.issues];
  if (term.value.unitId !== undefined && !isDrawn) {
    issues.push(createIssue(settlementIssues, "subsidy-of-another-unit", { unit: term.value.unitId, month }));
  }
  if (isDrawn) issues.push(...ceiling.issues, ...aboveCeiling(approvedFen, ceiling.ceilingFen));
  const granted = ceiling.ceilingFen === null ? approvedFen : minFen(approvedFen, ceiling.ceilingFen);
  const { rate } = known.value["cn.public-welfare.insurance-share"].value;
  const insurance = (given.insurances ?? subsidisedInsurances).map((kind): InsuranceSubsidy => {
    const paidFen = employerPaid[kind] ?? zeroFen;
    return { kind, paidFen, subsidyFen: isDrawn ? multiplyRate(paidFen, rate, "half-up") : zeroFen };
  });
  const postSubsidyFen = isDrawn ? granted : zeroFen;
  const insuranceSubsidyFen = sumFen(insurance.map(({ subsidyFen }) => subsidyFen));
  const subsidy: WelfareSubsidy = {
    population: "public-welfare-post",
    route: settlementRouteOf["public-welfare-post"],
    account: "employment-subsidy",
    workerId,
    unitId,
    month,
    term: term.value,
    ceilingFen: ceiling.ceilingFen,
    postSubsidyFen,
    insurance,
    insuranceSubsidyFen,
    totalFen: sumFen([postSubsidyFen, insuranceSubsidyFen]),
  };
  return parsed(
    subsidy,
    issues.map((issue) => ({ ...issue, subject })),
  );
}

function aboveCeiling(approvedFen: Fen, ceilingFen: Fen | null): readonly Issue[] {
  if (ceilingFen === null || approvedFen <= ceilingFen) return [];
  const values = { found: formatYuan(approvedFen), allowed: formatYuan(ceilingFen) };
  return [createIssue(settlementIssues, "subsidy-above-ceiling", values)];
}

/** The province's share of the minimum wage, else the nation's; whichever was not tested is told. */
function ceilingOf(
  { division, month }: WelfareMonth,
  facts: Facts,
  knownOn: PlainDate | undefined,
): { readonly ceilingFen: Fen | null; readonly issues: readonly Issue[] } {
  const query = { on: lastDayOf(month), knownOn };
  const province = facts.lookUp("cn.36.public-welfare.post-subsidy-share", query);
  const nation = facts.lookUp("cn.public-welfare.post-subsidy-share", query);
  const share = province.known ? province.fact : nation.known ? nation.fact : undefined;
  const wage = minimumWage(facts, division, query.on, knownOn);
  if (share === undefined || !wage.ok) {
    return { ceilingFen: null, issues: [untested(month, "无", "none")] };
  }
  const { rate } = share.value;
  // Rounded down: a whole fen above it would be above the share.
  const ceilingFen = multiplyRate(wage.value.standardFen, rate, "down");
  if (province.known) return { ceilingFen, issues: wage.issues };
  const shown = formatRate(rate);
  return { ceilingFen, issues: [...wage.issues, untested(month, `全国 ${shown}`, `the national ${shown}`)] };
}

function untested(month: Period, usedZh: string, usedEn: string): Issue {
  return createIssue(settlementIssues, "subsidy-ceiling-untested", { month, usedZh, usedEn });
}
