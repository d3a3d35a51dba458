import type { RatePpm, VatMethod, VatService, VatTaxpayer } from "@tongchou/core";
import type { Confidence, FactId, Facts, FactShapes } from "@tongchou/statutory";
import type { LawDate } from "./law-date.js";

/** Whose supply it is, and of what. */
export interface VatCase {
  readonly service: VatService;
  readonly taxpayer: VatTaxpayer;
  /** Without it, the method that the law suggests. */
  readonly method?: VatMethod | undefined;
}

/** A rule of value-added tax that is established for a case on a day. */
export interface VatRule {
  readonly method: VatMethod;
  /** `full`: on the whole price; `balance`: on what is left after wages and contributions passed through. */
  readonly base: FactShapes["vat"]["base"];
  readonly rate: RatePpm;
  /** How it is invoiced; absent where that is not established. */
  readonly invoicing?: FactShapes["vat"]["invoicing"];
  readonly confidence: Confidence;
}

type VatFactId = Extract<FactId, `cn.vat.${"dispatch" | "agency" | "outsourcing"}.${string}`>;

/** The facts that have a rule, by service, taxpayer and method; whatever is not here has none. */
const ruleFacts: Readonly<Partial<Record<`${VatService}.${VatTaxpayer}.${VatMethod}`, VatFactId>>> = {
  "dispatch.general.full": "cn.vat.dispatch.general.full",
  "dispatch.general.balance": "cn.vat.dispatch.general.balance",
  "dispatch.small-scale.full": "cn.vat.dispatch.small-scale.full",
  "dispatch.small-scale.balance": "cn.vat.dispatch.small-scale.balance",
  "dispatch-unlicensed.general.full": "cn.vat.dispatch.unlicensed.full",
  "agency.general.balance": "cn.vat.agency.general.balance",
  "agency.general.simple": "cn.vat.agency.general.simple",
  "agency.small-scale.balance": "cn.vat.agency.small-scale.balance",
  "outsourcing.general.full": "cn.vat.outsourcing.general.full",
  "outsourcing-construction.general.full": "cn.vat.outsourcing.general.construction",
};

/** The methods in the order in which one is taken where a contract names none. */
const methods: readonly VatMethod[] = ["balance", "full", "simple"];

/**
 * The rules that the law of a day has for a case, one by one: more than one where the taxpayer may choose.
 * The method that a case names is the only one.
 *
 * @returns no rule at all where none is established: no rate is carried over from another time or service
 * @example
 * const small = { service: "dispatch", taxpayer: "small-scale" };
 * const on = plainDate("2026-03-31");
 * [...vatRulesOf(small, { on }, createFacts(jiujiangPacks))].map((rule) => [rule.method, rule.rate]);
 * // => [["full", 10000]]
 */
export function* vatRulesOf(vatCase: VatCase, law: LawDate, facts: Facts): Generator<VatRule> {
  const { service, taxpayer, method } = vatCase;
  for (const candidate of method === undefined ? methods : [method]) {
    const id = ruleFacts[`${service}.${taxpayer}.${candidate}`];
    const answer = id === undefined ? undefined : facts.lookUp(id, law);
    if (answer?.known !== true) continue;
    yield { method: candidate, ...answer.fact.value, confidence: answer.fact.confidence };
  }
}
