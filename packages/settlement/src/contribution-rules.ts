import {
  addMonths,
  createIssue,
  failed,
  parsed,
  type BilingualText,
  type Issue,
  type Parsed,
  type RatePpm,
} from "@tongchou/core";
import {
  factUnknown,
  type Confidence,
  type Facts,
  type FactShapes,
  type KnownFact,
} from "@tongchou/statutory";
import {
  freeOfCharge,
  insuranceKinds,
  type ContributionRules,
  type InsuranceKind,
  type InsuranceRate,
} from "./contributions.js";
import { failedTogether } from "./failed-together.js";
import { settlementIssues } from "./issues.js";
import type { LawDate } from "./law-date.js";
import { factsFor } from "./facts-for.js";

/** Choices that change how contributions are reckoned. */
export interface ContributionOptions {
  /** Risk class of the unit, 1 to 8, for work-injury insurance. */
  readonly workInjuryClass?: number | undefined;
  /**
   * True where the month has to be settled before the bounds of its year are announced: those of the year
   * before are used until then, and the result says so.
   */
  readonly provisionalBounds?: boolean | undefined;
}

/** Names of the insurances, for people. */
export const insuranceNames: Readonly<Record<InsuranceKind, BilingualText>> = {
  pension: { zh: "基本养老保险", en: "pension" },
  medical: { zh: "基本医疗保险", en: "medical" },
  unemployment: { zh: "失业保险", en: "unemployment" },
  workInjury: { zh: "工伤保险", en: "work-injury" },
  maternity: { zh: "生育保险", en: "maternity" },
};

const yearInMonths = 12;

/**
 * Looks up what the five insurances of a month are reckoned with, in Jiujiang.
 *
 * @returns the rules with the remarks `contribution-rate-unknown` for each insurance whose employer's rate is
 *   not established and `base-bounds-provisional`; or `fact-unknown` for bounds or rounding
 * @example
 * const law = { on: plainDate("2023-12-31") };
 * const rules = contributionRules(createFacts(jiujiangPacks), law);
 * rules.ok && rules.value.bounds.lowerFen; // => 365900
 */
export function contributionRules(
  facts: Facts,
  law: LawDate,
  options: ContributionOptions = {},
): Parsed<ContributionRules> {
  const bounds = boundsFor(facts, law, options);
  const known = factsFor(facts, ["cn.si.rounding"], law.on, law.knownOn);
  if (!bounds.ok || !known.ok) return failedTogether(bounds, known);
  const rates = insuranceRates(facts, law, options);
  const rounding = known.value["cn.si.rounding"];
  const rules: ContributionRules = {
    bounds: bounds.value.bounds,
    rates,
    rounding: rounding.value,
    confidence: bounds.value.confidence,
    roundingConfidence: rounding.confidence,
  };
  return parsed(rules, [...bounds.issues, ...rateRemarks(rates)]);
}

/** Bounds that were carried over are provisional however sure they were in their own year. */
function boundsFor(
  facts: Facts,
  law: LawDate,
  options: ContributionOptions,
): Parsed<{ readonly bounds: FactShapes["base-bounds"]; readonly confidence: Confidence }> {
  const current = facts.lookUp("cn.36.si.base-bounds", law);
  if (current.known) return parsed({ bounds: current.fact.value, confidence: current.fact.confidence });
  const yearBefore = { on: addMonths(law.on, -yearInMonths), knownOn: law.knownOn };
  const previous =
    options.provisionalBounds === true ? facts.lookUp("cn.36.si.base-bounds", yearBefore) : current;
  if (!previous.known) return failed(factUnknown(current));
  const values = { on: law.on, year: yearBefore.on.slice(0, 4) };
  return parsed({ bounds: previous.fact.value, confidence: "unverified" }, [
    createIssue(settlementIssues, "base-bounds-provisional", values),
  ]);
}

function insuranceRates(
  facts: Facts,
  law: LawDate,
  options: ContributionOptions,
): Readonly<Record<InsuranceKind, InsuranceRate>> {
  const pair = (id: RatePairId): InsuranceRate | undefined => {
    const answer = facts.lookUp(id, law);
    return answer.known ? rateOf(answer.fact) : undefined;
  };
  return {
    pension: pair("cn.36.pension.rate") ?? unknownRate,
    medical: pair("cn.3604.medical.rate") ?? unknownRate,
    unemployment: pair("cn.36.unemployment.rate") ?? unknownRate,
    // Workers pay nothing for work injury and maternity by law (社会保险法 articles 33 and 53).
    workInjury: pair("cn.3604.work-injury.rate") ?? {
      employer: classRate(facts, law, options.workInjuryClass),
      employee: freeOfCharge,
      confidence: "unverified",
    },
    maternity: pair("cn.3604.maternity.rate") ?? { ...unknownRate, employee: freeOfCharge },
  };
}

type RatePairId =
  | "cn.36.pension.rate"
  | "cn.3604.medical.rate"
  | "cn.36.unemployment.rate"
  | "cn.3604.work-injury.rate"
  | "cn.3604.maternity.rate";

const unknownRate: InsuranceRate = { employer: null, employee: null, confidence: "unverified" };

function rateOf(fact: KnownFact<RatePairId>): InsuranceRate {
  return { employer: fact.value.employer, employee: fact.value.employee, confidence: fact.confidence };
}

/**
 * The base rate of a risk class stands in for the unit's rate in force. It is provisional: how far the phased
 * cuts apply in Jiujiang is not established.
 */
function classRate(facts: Facts, law: LawDate, riskClass: number | undefined): RatePpm | null {
  if (riskClass === undefined) return null;
  const answer = facts.lookUp("cn.work-injury.class-rates", law);
  return answer.known ? (answer.fact.value.rates[riskClass - 1] ?? null) : null;
}

function rateRemarks(rates: Readonly<Record<InsuranceKind, InsuranceRate>>): readonly Issue[] {
  return insuranceKinds
    .filter((kind) => rates[kind].employer === null)
    .map((kind) => {
      const { zh, en } = insuranceNames[kind];
      return createIssue(settlementIssues, "contribution-rate-unknown", { kindZh: zh, kindEn: en });
    });
}
