import { multiplyRate, parsed, type Fen, type Issue, type Parsed } from "@tongchou/core";
import { factUnknown, type FactId, type Facts } from "@tongchou/statutory";
import type { LawDate } from "./law-date.js";

/** Taxes that follow value-added tax. */
export type VatSurchargeKind = "urban-maintenance" | "education" | "local-education";

/**
 * The taxes on an amount of value-added tax, each rounded half-up to the fen; `null` where its rate is not
 * established. They are the agency's own: part of its fee, never charged beside it.
 *
 * @returns the amounts, with `fact-unknown` for each rate that is not established: none is assumed
 * @example
 * const surcharges = vatSurcharges(fen(566), { on: plainDate("2024-03-31") }, createFacts(jiujiangPacks));
 * surcharges.ok && surcharges.value; // => { "urban-maintenance": null, education: null, "local-education": null }
 * surcharges.issues.map(({ code }) => code); // => ["fact-unknown", "fact-unknown", "fact-unknown"]
 */
export function vatSurcharges(
  vatFen: Fen,
  law: LawDate,
  facts: Facts,
): Parsed<Readonly<Record<VatSurchargeKind, Fen | null>>> {
  const issues: Issue[] = [];
  const amountOf = (kind: VatSurchargeKind): Fen | null => {
    const answer = facts.lookUp(`cn.vat.surcharge.${kind}` satisfies FactId, law);
    if (answer.known) return multiplyRate(vatFen, answer.fact.value.rate, "half-up");
    issues.push({ ...factUnknown(answer), severity: "warning" });
    return null;
  };
  const amounts = {
    "urban-maintenance": amountOf("urban-maintenance"),
    education: amountOf("education"),
    "local-education": amountOf("local-education"),
  };
  return parsed(amounts, issues);
}
