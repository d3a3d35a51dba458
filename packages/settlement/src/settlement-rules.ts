import { createIssue, parsed, type Fen, type Issue, type Parsed } from "@tongchou/core";
import type { Facts, FactShapes, KnownFact } from "@tongchou/statutory";
import { contributionRules } from "./contribution-rules.js";
import type { ContributionRules, HousingFundRules } from "./contributions.js";
import { failedTogether } from "./failed-together.js";
import { settlementIssues } from "./issues.js";
import type { LawDate } from "./law-date.js";
import type { WithholdingTables } from "./tax/cumulative-withholding.js";
import { factsFor } from "./facts-for.js";
import { methodFacts, type DeductionMode } from "./tax/wage-withholding.js";
import { confidenceRemarks, recordFacts } from "./used-facts.js";

/** Everything statutory that a month of wages is settled with, looked up once. */
export interface SettlementRules {
  readonly law: LawDate;
  readonly contributions: ContributionRules;
  readonly housingFund: HousingFundRules;
  readonly withholding: WithholdingTables;
  readonly basicDeduction: { readonly monthlyFen: Fen; readonly annualFen: Fen };
  /** Table of year-end bonuses taxed apart: looked up where there is one, absent once that way has ended. */
  readonly bonusTable?: FactShapes["tax-table"] | undefined;
  /** Every fact that was used, for the statement. */
  readonly facts: readonly KnownFact[];
}

/** Choices that change the rules. */
export interface RulesOptions {
  /** Risk class of the unit, 1 to 8, for work-injury insurance. */
  readonly workInjuryClass?: number | undefined;
  /** Ways of counting the basic deduction that are used; each has to be in force. */
  readonly deductionModes?: readonly DeductionMode[] | undefined;
  /** Whether there is a year-end bonus; `apart` where somebody chose to have it taxed apart. */
  readonly bonus?: "any" | "apart" | undefined;
}

const always = [
  "cn.iit.comprehensive.annual",
  "cn.iit.rounding",
  "cn.iit.basic-deduction.monthly",
  "cn.iit.basic-deduction.annual",
  "cn.3604.housing-fund.rounding",
] as const;

const bonusFacts = ["cn.iit.bonus.separate", "cn.iit.comprehensive.monthly"] as const;

/**
 * Looks up everything a month of wages needs.
 *
 * Before the bounds of a year are announced, those of the year before are used: that is how contributions are
 * collected until the notice, and the difference is made up after it. The result says so.
 *
 * @returns the rules with their remarks: `base-bounds-provisional`, `fact-not-confirmed` for each fact that
 *   is not confirmed, `contribution-rate-unknown` for each employer's side without an established rate,
 *   `housing-fund-bounds-unknown`; or `fact-unknown` for each fact that is needed and not known
 * @example
 * const rules = settlementRules(createFacts(jiujiangPacks), { on: plainDate("2024-03-31") });
 * rules.ok && rules.value.basicDeduction.monthlyFen; // => 500000
 */
export function settlementRules(
  facts: Facts,
  law: LawDate,
  options: RulesOptions = {},
): Parsed<SettlementRules> {
  const rules = lookUpRules(facts, law, options);
  return rules.ok ? parsed(rules.value, [...rules.issues, ...confidenceRemarks(rules.value.facts)]) : rules;
}

/** {@link settlementRules} without the remarks on confidence, which a statement makes for all its facts. */
export function lookUpRules(facts: Facts, law: LawDate, options: RulesOptions): Parsed<SettlementRules> {
  const recorded = recordFacts(facts);
  const { workInjuryClass, deductionModes = [], bonus } = options;
  const contributions = contributionRules(recorded, law, { workInjuryClass, provisionalBounds: true });
  const known = factsFor(recorded, [...always, ...deductionModes.flatMap(methodFacts)], law.on, law.knownOn);
  const bonusTable = bonus === undefined ? undefined : factsFor(recorded, bonusFacts, law.on, law.knownOn);
  const fundBounds = recorded.lookUp("cn.3604.housing-fund.base-bounds", law);
  const isBonusMissing = bonus === "apart" && bonusTable?.ok === false;
  if (!contributions.ok || !known.ok || isBonusMissing) {
    return failedTogether(contributions, known, ...(isBonusMissing ? [bonusTable] : []));
  }
  const value = known.value;
  const remarks: readonly Issue[] = fundBounds.known
    ? []
    : [createIssue(settlementIssues, "housing-fund-bounds-unknown")];
  const rules: SettlementRules = {
    law,
    contributions: contributions.value,
    housingFund: {
      bounds: fundBounds.known ? fundBounds.fact.value : undefined,
      rounding: value["cn.3604.housing-fund.rounding"].value,
    },
    withholding: {
      table: value["cn.iit.comprehensive.annual"].value,
      rounding: value["cn.iit.rounding"].value,
    },
    basicDeduction: {
      monthlyFen: value["cn.iit.basic-deduction.monthly"].value.fen,
      annualFen: value["cn.iit.basic-deduction.annual"].value.fen,
    },
    ...(bonusTable?.ok === true
      ? { bonusTable: bonusTable.value["cn.iit.comprehensive.monthly"].value }
      : {}),
    facts: recorded.used(),
  };
  return parsed(rules, [...contributions.issues, ...remarks]);
}
