import {
  addMonthsToPeriod,
  createIssue,
  failed,
  lastDayOf,
  monthsBetween,
  parsed,
  period,
  type Issue,
  type Parsed,
  type Period,
  type PlainDate,
  type RetirementCategory,
} from "@tongchou/core";
import {
  factUnknown,
  originalRetirementMonth,
  retirementMonth,
  type FactId,
  type Facts,
} from "@tongchou/statutory";
import { settlementIssues } from "../../issues.js";

/** Months in which one unit drew the subsidy for a person; without an end it still does. */
export interface WelfareSpell {
  readonly unitId: string;
  readonly from: Period;
  readonly to?: Period | undefined;
}

/** One placement of a person on public-welfare posts, at however many units. */
export interface WelfarePlacement {
  /** Month in which the subsidy was first approved: the distance to retirement is that of this month. */
  readonly approvedIn: Period;
  readonly spells: readonly WelfareSpell[];
}

/** What the subsidies of a person hang on, across all units. */
export interface WelfareHistory {
  readonly birth: Period;
  readonly category: RetirementCategory;
  /** In the order of their approval. */
  readonly placements: readonly WelfarePlacement[];
}

/** Where a person stands in the term of the subsidies, in one month. */
export interface WelfareTerm {
  /** Month that is asked for, counted from 1 over the months subsidised in this placement; 0 for none. */
  readonly monthNumber: number;
  /** Unit that draws the subsidy this month; none where the month is not subsidised. */
  readonly unitId?: string | undefined;
  /** Months that are left after this one, all of them taken without a gap. */
  readonly monthsLeft: number;
  /** Last month that can be subsidised, if no month is left out. */
  readonly lastMonth: Period;
  /** True for somebody close to retirement, whose subsidy runs to it. */
  readonly runsToRetirement: boolean;
}

const reformBegins: Period = period("2025-01");
const monthsAYear = 12;

/**
 * Counts the months of a person's subsidies across units, and says when they end.
 *
 * At most three years; somebody with less than five years to retirement when the subsidy was first approved
 * has it until the month of retirement (赣人社发〔2020〕16号, 财社〔2017〕164号). The law of the first
 * approval counts; where nothing is established for the province, the national rule.
 *
 * @param month the month asked for
 * @returns the term; with `subsidy-term-over` where the month lies beyond it and `placement-beyond-limit`; or
 *   `subsidy-not-approved` where no placement has begun, `subsidy-month-repeated` for months that two spells
 *   claim, `fact-unknown`
 * @example
 * const spells = [
 *   { unitId: "U1", from: period("2021-07"), to: period("2022-06") },
 *   { unitId: "U2", from: period("2022-09") },
 * ];
 * const history = {
 *   birth: period("1980-01"), category: "M60", placements: [{ approvedIn: period("2021-07"), spells }],
 * } as const;
 * const term = welfareTerm(history, period("2024-03"), createFacts(jiujiangPacks));
 * term.ok && [term.value.monthNumber, term.value.monthsLeft, term.value.lastMonth]; // => [31, 5, "2024-08"]
 */
export function welfareTerm(
  history: WelfareHistory,
  month: Period,
  facts: Facts,
  knownOn?: PlainDate,
): Parsed<WelfareTerm> {
  const begun = history.placements.filter(({ approvedIn }) => approvedIn <= month);
  const placement = begun.at(-1);
  if (placement === undefined)
    return failed(createIssue(settlementIssues, "subsidy-not-approved", { month }));
  const rules = termRules(facts, placement.approvedIn, knownOn);
  if (!rules.ok) return rules;
  const spells = begun.flatMap((earlier) => earlier.spells);
  const claims = claimsOf(spells, month);
  const repeated = [...claims].filter(([, unitIds]) => unitIds.length > 1);
  const [first, ...rest] = repeated.map(([claimed, unitIds]) =>
    createIssue(settlementIssues, "subsidy-month-repeated", { month: claimed, units: unitIds.join(", ") }),
  );
  if (first !== undefined) return failed(first, ...rest);
  const term = termOf(history, placement, month, rules.value);
  const issues: Issue[] = [];
  if (claims.has(month) && term.unitId === undefined) {
    issues.push(createIssue(settlementIssues, "subsidy-term-over", { month, last: term.lastMonth }));
  }
  const { placements } = rules.value;
  if (placements !== undefined && begun.length > placements) {
    const values = { found: begun.length, allowed: placements };
    issues.push(createIssue(settlementIssues, "placement-beyond-limit", values));
  }
  return parsed(term, issues);
}

interface TermRules {
  readonly monthsMax: number;
  readonly nearRetirementMonths: number;
  /** Undefined where no limit is established. */
  readonly placements: number | undefined;
}

type CountId = Extract<
  FactId,
  `${string}.public-welfare.${"months" | "near-retirement-years" | "placements"}`
>;

/** The province's rule where it is established, else the national one, which binds beneath it. */
function termRules(facts: Facts, approvedIn: Period, knownOn: PlainDate | undefined): Parsed<TermRules> {
  const query = { on: lastDayOf(approvedIn), knownOn };
  const countOf = (...ids: readonly [CountId, ...CountId[]]): Parsed<number> => {
    for (const id of ids) {
      const answer = facts.lookUp(id, query);
      if (answer.known) return parsed(answer.fact.value.count);
      if (id === ids.at(-1)) return failed(factUnknown(answer));
    }
    throw new RangeError("no fact asked for");
  };
  const months = countOf("cn.36.public-welfare.months", "cn.public-welfare.months");
  const years = countOf(
    "cn.36.public-welfare.near-retirement-years",
    "cn.public-welfare.near-retirement-years",
  );
  const placements = countOf("cn.public-welfare.placements");
  if (!months.ok || !years.ok) return { ok: false, issues: [...months.issues, ...years.issues] };
  return parsed({
    monthsMax: months.value,
    nearRetirementMonths: years.value * monthsAYear,
    placements: placements.ok ? placements.value : undefined,
  });
}

/** The units that claim each month up to the one asked for. */
function claimsOf(spells: readonly WelfareSpell[], until: Period): ReadonlyMap<Period, readonly string[]> {
  const claims = new Map<Period, string[]>();
  for (const { unitId, from, to } of spells) {
    for (let claimed = from; claimed <= until && claimed <= (to ?? until);) {
      claims.set(claimed, [...(claims.get(claimed) ?? []), unitId]);
      claimed = addMonthsToPeriod(claimed, 1);
    }
  }
  return claims;
}

function termOf(
  { birth, category }: WelfareHistory,
  { approvedIn, spells }: WelfarePlacement,
  month: Period,
  { monthsMax, nearRetirementMonths }: TermRules,
): WelfareTerm {
  const retires = retirementMonth(category, birth);
  // The distance is measured by the law of the approval: before 2025 the original ages held.
  const expected = approvedIn < reformBegins ? originalRetirementMonth(category, birth) : retires;
  const distance = monthsBetween(approvedIn, expected);
  const runsToRetirement = distance >= 0 && distance < nearRetirementMonths;
  const claims = claimsOf(spells, month);
  const claimed = [...claims.keys()].toSorted();
  const before = claimed.filter((earlier) => earlier < month).length;
  const unitId = claims.get(month)?.[0];
  const monthsToRetirement = Math.max(0, monthsBetween(month, retires));
  const isWithin = month <= retires && (runsToRetirement || before < monthsMax);
  const isSubsidised = isWithin && unitId !== undefined;
  const used = before + (isSubsidised ? 1 : 0);
  const monthsLeft = runsToRetirement
    ? monthsToRetirement
    : Math.min(Math.max(0, monthsMax - used), monthsToRetirement);
  const ended = runsToRetirement ? retires : claimed[monthsMax - 1];
  const last = isWithin || ended === undefined ? addMonthsToPeriod(month, monthsLeft) : ended;
  return {
    monthNumber: isSubsidised ? used : 0,
    unitId: isSubsidised ? unitId : undefined,
    monthsLeft,
    lastMonth: last < retires ? last : retires,
    runsToRetirement,
  };
}
