import {
  createIssue,
  lastDayOf,
  parsed,
  type Issue,
  type Parsed,
  type Period,
  type PlainDate,
} from "@tongchou/core";
import type { Facts } from "@tongchou/statutory";
import { contributionRules } from "../../contribution-rules.js";
import { failedTogether } from "../../failed-together.js";
import { factsFor } from "../../facts-for.js";
import { settlementIssues } from "../../issues.js";
import type { LawDate } from "../../law-date.js";
import type { SettlementRules } from "../../settlement-rules.js";
import { methodFacts, type DeductionMode } from "../../tax/wage-withholding.js";

/**
 * Day whose knowledge a replay uses: one day for all months, or for each month the last day of the month in
 * which it was paid (`month-end`), which is what could be issued then. Without it, everything the packs hold.
 */
export type ReplayKnowledge = PlainDate | "month-end" | undefined;

/** What contributions of a month are reckoned with. */
export type ServiceRules = Pick<SettlementRules, "contributions" | "housingFund">;

/** What tax of a month is reckoned with. */
export type TaxRules = Pick<SettlementRules, "withholding" | "basicDeduction">;

/** The rules of many months, each looked up once. */
export interface RulesBook {
  /** The law of a month of service, as known when it was paid. */
  lawOf(serviceMonth: Period, paidIn: Period): LawDate;
  serviceRulesOf(law: LawDate, workInjuryClass: number | undefined): Parsed<ServiceRules>;
  taxRulesOf(law: LawDate, mode: DeductionMode): Parsed<TaxRules>;
  /** Every remark on the rules so far, each once. */
  remarks(): readonly Issue[];
}

/** Opens a book of rules. */
export function createRulesBook(facts: Facts, knowledge: ReplayKnowledge): RulesBook {
  const services = new Map<string, Parsed<ServiceRules>>();
  const taxes = new Map<string, Parsed<TaxRules>>();
  return {
    lawOf: (serviceMonth, paidIn) => ({
      on: lastDayOf(serviceMonth),
      knownOn: knowledge === "month-end" ? lastDayOf(paidIn) : knowledge,
    }),
    serviceRulesOf: (law, workInjuryClass) =>
      lookedUpOnce(services, `${law.on} ${law.knownOn} ${workInjuryClass}`, () =>
        serviceRules(facts, law, workInjuryClass),
      ),
    taxRulesOf: (law, mode) =>
      lookedUpOnce(taxes, `${law.on} ${law.knownOn} ${mode}`, () => taxRules(facts, law, mode)),
    remarks: () => {
      const issues = [...services.values()].flatMap((rules) => (rules.ok ? rules.issues : []));
      return [...new Map(issues.map((issue) => [`${issue.code} ${issue.message.en}`, issue])).values()];
    },
  };
}

function lookedUpOnce<Rules>(
  found: Map<string, Parsed<Rules>>,
  key: string,
  lookUp: () => Parsed<Rules>,
): Parsed<Rules> {
  const before = found.get(key);
  if (before !== undefined) return before;
  const rules = lookUp();
  found.set(key, rules);
  return rules;
}

function serviceRules(facts: Facts, law: LawDate, workInjuryClass: number | undefined): Parsed<ServiceRules> {
  const contributions = contributionRules(facts, law, { workInjuryClass, provisionalBounds: true });
  const rounding = factsFor(facts, ["cn.3604.housing-fund.rounding"], law.on, law.knownOn);
  const bounds = facts.lookUp("cn.3604.housing-fund.base-bounds", law);
  if (!contributions.ok || !rounding.ok) return failedTogether(contributions, rounding);
  const remarks = bounds.known ? [] : [createIssue(settlementIssues, "housing-fund-bounds-unknown")];
  const rules: ServiceRules = {
    contributions: contributions.value,
    housingFund: {
      bounds: bounds.known ? bounds.fact.value : undefined,
      rounding: rounding.value["cn.3604.housing-fund.rounding"].value,
    },
  };
  return parsed(rules, [...contributions.issues, ...remarks]);
}

const taxIds = [
  "cn.iit.comprehensive.annual",
  "cn.iit.rounding",
  "cn.iit.basic-deduction.monthly",
  "cn.iit.basic-deduction.annual",
] as const;

function taxRules(facts: Facts, law: LawDate, mode: DeductionMode): Parsed<TaxRules> {
  const known = factsFor(facts, [...taxIds, ...methodFacts(mode)], law.on, law.knownOn);
  if (!known.ok) return known;
  return parsed({
    withholding: {
      table: known.value["cn.iit.comprehensive.annual"].value,
      rounding: known.value["cn.iit.rounding"].value,
    },
    basicDeduction: {
      monthlyFen: known.value["cn.iit.basic-deduction.monthly"].value.fen,
      annualFen: known.value["cn.iit.basic-deduction.annual"].value.fen,
    },
  });
}
