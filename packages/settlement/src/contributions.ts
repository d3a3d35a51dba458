import { fen, ratePpm, type Fen, type RatePpm } from "@tongchou/core";
import { leastSure, type Confidence, type FactShapes } from "@tongchou/statutory";
import { applyRate, needsRounding, type RoundingRule } from "./apply-rate.js";
import { insuredBase, withinBounds } from "./line-formulas.js";

/** The five insurances. */
export type InsuranceKind = "pension" | "medical" | "unemployment" | "workInjury" | "maternity";

/** The insurances in the order in which statements list them. */
export const insuranceKinds: readonly InsuranceKind[] = [
  "pension",
  "medical",
  "unemployment",
  "workInjury",
  "maternity",
];

/** The rates of one insurance with how sure they are; a side without an established rate is `null`. */
export interface InsuranceRate {
  readonly employer: RatePpm | null;
  readonly employee: RatePpm | null;
  readonly confidence: Confidence;
}

/** What contributions are reckoned with. */
export interface ContributionRules {
  readonly bounds: FactShapes["base-bounds"];
  readonly rates: Readonly<Record<InsuranceKind, InsuranceRate>>;
  readonly rounding: RoundingRule;
  /** Of the bounds. */
  readonly confidence: Confidence;
  readonly roundingConfidence: Confidence;
}

/** One insurance of one worker and month; a side that cannot be reckoned is `null`, never nought. */
export interface Contribution {
  readonly kind: InsuranceKind;
  readonly employerFen: Fen | null;
  readonly employeeFen: Fen | null;
  /**
   * Of the bounds and the rate, and of the rounding where there was something to round; `unknown` when a side
   * cannot be reckoned.
   */
  readonly confidence: Confidence | "unknown";
}

/** The contributions of one worker and month. */
export interface Contributions {
  readonly baseFen: Fen;
  readonly items: readonly Contribution[];
}

/** No rate: the side pays nothing by law. */
export const freeOfCharge: RatePpm = ratePpm(0);

/**
 * The contribution base: the wage, but not below the lower nor above the upper bound.
 *
 * @example
 * contributionBase(fen(300000), { lowerFen: fen(365900), upperFen: fen(1829400) }); // => 365900
 */
export function contributionBase(wageFen: Fen, bounds: FactShapes["base-bounds"]): Fen {
  return fen(withinBounds(wageFen, bounds.lowerFen, bounds.upperFen));
}

/**
 * The base of a declared wage: nought for somebody who declares none and so is not insured, such as a worker
 * who draws a pension.
 *
 * @example
 * declaredBase(fen(0), { lowerFen: fen(365900), upperFen: fen(1829400) }); // => 0
 */
export function declaredBase(wageFen: Fen, bounds: FactShapes["base-bounds"]): Fen {
  return fen(insuredBase(wageFen, bounds.lowerFen, bounds.upperFen));
}

/**
 * Reckons the five insurances on a wage: each side of each insurance rounded by itself.
 *
 * @param wageFen wage that contributions are declared on, before the bounds
 * @returns the base and one item for each insurance, in the order of {@link insuranceKinds}
 * @example
 * const rules = contributionRules(createFacts(jiujiangPacks), { on: plainDate("2023-12-31") });
 * rules.ok && contributionsOn(fen(300000), rules.value).items[0]?.employerFen; // => 58544
 */
export function contributionsOn(wageFen: Fen, rules: ContributionRules): Contributions {
  const baseFen = contributionBase(wageFen, rules.bounds);
  return { baseFen, items: insuranceKinds.map((kind) => contributionOn(baseFen, kind, rules)) };
}

function contributionOn(baseFen: Fen, kind: InsuranceKind, rules: ContributionRules): Contribution {
  const sides = insuranceSides(baseFen, kind, rules);
  const { employer, employee, confidence } = rules.rates[kind];
  if (employer === null || employee === null) return { kind, ...sides, confidence: "unknown" };
  const isRounded = [employer, employee].some((rate) => needsRounding(baseFen, rate, rules.rounding));
  const rounding = isRounded ? [rules.roundingConfidence] : [];
  return { kind, ...sides, confidence: leastSure([confidence, rules.confidence, ...rounding]) };
}

/** Both sides of one insurance on a base. */
export function insuranceSides(
  baseFen: Fen,
  kind: InsuranceKind,
  rules: ContributionRules,
): Pick<Contribution, "employerFen" | "employeeFen"> {
  const { employer, employee } = rules.rates[kind];
  return {
    employerFen: employer === null ? null : applyRate(baseFen, employer, rules.rounding),
    employeeFen: employee === null ? null : applyRate(baseFen, employee, rules.rounding),
  };
}

/** What the housing fund is reckoned with; without bounds the base is not clamped. */
export interface HousingFundRules {
  readonly bounds?: FactShapes["base-bounds"] | undefined;
  readonly rounding: RoundingRule;
}

/** The housing fund of one worker and month; both sides pay the same. */
export interface HousingFund {
  readonly baseFen: Fen;
  readonly eachSideFen: Fen;
}

/**
 * Reckons the housing fund: the same rate on either side, each side rounded by itself.
 *
 * @param rate of each side; 0 for a worker without a housing fund
 * @example
 * const rounding = { mode: "half-up", unitFen: fen(100) } as const;
 * housingFundOn(fen(486000), ratePpm(70000), { rounding }).eachSideFen; // => 34000
 */
export function housingFundOn(wageFen: Fen, rate: RatePpm, rules: HousingFundRules): HousingFund {
  const baseFen = rules.bounds === undefined ? wageFen : contributionBase(wageFen, rules.bounds);
  if (rate === 0) return { baseFen, eachSideFen: fen(0) };
  return { baseFen, eachSideFen: applyRate(baseFen, rate, rules.rounding) };
}
