import {
  addMonths,
  createIssue,
  failed,
  parsed,
  type Fen,
  type Issue,
  type Parsed,
  type PlainDate,
} from "@tongchou/core";
import {
  factUnknown,
  leastSure,
  type Confidence,
  type FactId,
  type FactLookUp,
  type Facts,
  type FactShapes,
  type KnownFact,
} from "@tongchou/statutory";
import {
  freeOfCharge,
  type ContributionRules,
  type HousingFundRules,
  type InsuranceKind,
  type InsuranceRate,
} from "./contributions.js";
import { settlementIssues } from "./issues.js";
import type { WithholdingTables } from "./tax/cumulative-withholding.js";

/** The day a settlement rests on, and the day whose knowledge it uses. */
export interface LawDate {
  readonly on: PlainDate;
  readonly knownOn?: PlainDate | undefined;
}

/** Everything statutory that a month of wages is settled with, looked up once. */
export interface SettlementRules {
  readonly law: LawDate;
  readonly contributions: ContributionRules;
  readonly housingFund: HousingFundRules;
  readonly withholding: WithholdingTables;
  readonly basicDeduction: { readonly monthlyFen: Fen; readonly annualFen: Fen };
  /** Every fact that was used, for the statement. */
  readonly facts: readonly KnownFact[];
}

/** Choices that change the rules. */
export interface RulesOptions {
  /** Risk class of the unit, 1 to 8, for work-injury insurance. */
  readonly workInjuryClass?: number | undefined;
}

const yearInMonths = 12;

/**
 * Looks up everything a month of wages needs.
 *
 * Before the bounds of a year are announced, those of the year before are used: that is how contributions are
 * collected until the notice, and the difference is made up after it. The result says so.
 *
 * @returns the rules with their remarks: `base-bounds-provisional`, `fact-not-confirmed` for each fact that
 *   is not confirmed, `contribution-rate-unknown` for each side without an established rate; or
 *   `fact-unknown`
 */
export function settlementRules(
  facts: Facts,
  law: LawDate,
  options: RulesOptions = {},
): Parsed<SettlementRules> {
  const used: KnownFact[] = [];
  const unknown: Issue[] = [];
  const remarks: Issue[] = [];
  const take = <Id extends FactId>(answer: FactLookUp<Id>): KnownFact<Id> | undefined => {
    if (!answer.known) {
      unknown.push(factUnknown(answer));
      return undefined;
    }
    used.push(answer.fact);
    return answer.fact;
  };
  const optional = <Id extends FactId>(id: Id): KnownFact<Id> | undefined => {
    const answer = facts.lookUp(id, law);
    return answer.known ? take(answer) : undefined;
  };
  const bounds = take(boundsFor(facts, law, remarks));
  const rounding = take(facts.lookUp("cn.si.rounding", law));
  const table = take(facts.lookUp("cn.iit.comprehensive.annual", law));
  const taxRounding = take(facts.lookUp("cn.iit.rounding", law));
  const monthly = take(facts.lookUp("cn.iit.basic-deduction.monthly", law));
  const annual = take(facts.lookUp("cn.iit.basic-deduction.annual", law));
  const fundRounding = take(facts.lookUp("cn.3604.housing-fund.rounding", law));
  const fundBounds = optional("cn.3604.housing-fund.base-bounds");
  const rates = insuranceRates(optional, options);
  remarks.push(...rateRemarks(rates));
  if (
    bounds === undefined ||
    rounding === undefined ||
    table === undefined ||
    taxRounding === undefined ||
    monthly === undefined ||
    annual === undefined ||
    fundRounding === undefined
  ) {
    const [first, ...rest] = unknown;
    if (first === undefined) throw new Error("a fact is missing without an issue");
    return failed(first, ...rest);
  }
  if (fundBounds === undefined) remarks.push(createIssue(settlementIssues, "housing-fund-bounds-unknown"));
  const rules: SettlementRules = {
    law,
    contributions: {
      bounds: bounds.value,
      rates,
      rounding: rounding.value,
      confidence: leastSure([bounds.confidence, rounding.confidence]),
    },
    housingFund: { bounds: fundBounds?.value, rounding: fundRounding.value },
    withholding: { table: table.value, rounding: taxRounding.value },
    basicDeduction: { monthlyFen: monthly.value.fen, annualFen: annual.value.fen },
    facts: used,
  };
  return parsed(rules, [...remarks, ...confidenceRemarks(used)]);
}

function boundsFor(facts: Facts, law: LawDate, remarks: Issue[]): FactLookUp<"cn.36.si.base-bounds"> {
  const current = facts.lookUp("cn.36.si.base-bounds", law);
  if (current.known) return current;
  const yearBefore = { on: addMonths(law.on, -yearInMonths), knownOn: law.knownOn };
  const previous = facts.lookUp("cn.36.si.base-bounds", yearBefore);
  if (!previous.known) return current;
  const values = { on: law.on, year: yearBefore.on.slice(0, 4) };
  remarks.push(createIssue(settlementIssues, "base-bounds-provisional", values));
  return previous;
}

type Optional = <Id extends FactId>(id: Id) => KnownFact<Id> | undefined;

function insuranceRates(
  optional: Optional,
  options: RulesOptions,
): Readonly<Record<InsuranceKind, InsuranceRate>> {
  return {
    pension: pairRate(optional("cn.36.pension.rate")),
    medical: pairRate(optional("cn.3604.medical.rate")),
    unemployment: pairRate(optional("cn.36.unemployment.rate")),
    workInjury: workInjuryRate(optional, options),
    // Workers pay no maternity contribution by law (社会保险法 article 53), whatever the employer's rate is.
    maternity: pairRate(optional("cn.3604.maternity.rate"), freeOfCharge),
  };
}

function pairRate(
  fact: { readonly value: FactShapes["rate-pair"]; readonly confidence: Confidence } | undefined,
  employeeWhenUnknown: InsuranceRate["employee"] = null,
): InsuranceRate {
  if (fact === undefined) return { employer: null, employee: employeeWhenUnknown, confidence: "unverified" };
  return { employer: fact.value.employer, employee: fact.value.employee, confidence: fact.confidence };
}

/**
 * The rate in force for the unit, else the base rate of its risk class. The class alone is provisional: how
 * far the phased cuts apply in Jiujiang is not established. Workers pay nothing (工伤保险条例 article 10).
 */
function workInjuryRate(optional: Optional, options: RulesOptions): InsuranceRate {
  const inForce = optional("cn.3604.work-injury.rate");
  if (inForce !== undefined) return pairRate(inForce);
  const riskClass = options.workInjuryClass;
  const rates = riskClass === undefined ? undefined : optional("cn.work-injury.class-rates")?.value.rates;
  const employer = riskClass === undefined ? null : (rates?.[riskClass - 1] ?? null);
  return { employer, employee: freeOfCharge, confidence: "unverified" };
}

function rateRemarks(rates: Readonly<Record<InsuranceKind, InsuranceRate>>): readonly Issue[] {
  return (Object.keys(rates) as InsuranceKind[])
    .filter((kind) => rates[kind].employer === null)
    .map((kind) => createIssue(settlementIssues, "contribution-rate-unknown", insuranceNames[kind]));
}

const insuranceNames: Readonly<Record<InsuranceKind, { kindZh: string; kindEn: string }>> = {
  pension: { kindZh: "基本养老保险", kindEn: "pension" },
  medical: { kindZh: "基本医疗保险", kindEn: "medical" },
  unemployment: { kindZh: "失业保险", kindEn: "unemployment" },
  workInjury: { kindZh: "工伤保险", kindEn: "work-injury" },
  maternity: { kindZh: "生育保险", kindEn: "maternity" },
};

function confidenceRemarks(facts: readonly KnownFact[]): readonly Issue[] {
  return facts
    .filter((fact) => fact.confidence !== "confirmed")
    .map((fact) =>
      createIssue(settlementIssues, "fact-not-confirmed", {
        id: fact.id,
        confidence: fact.confidence,
        source: fact.source,
      }),
    );
}
