import type { Parsed } from "@tongchou/core";
import type { FactId, FactPack, Facts, FactVersion, KnownFact } from "@tongchou/statutory";
import { settlementRules } from "../settlement-rules.js";
import { buildStatement, type SettlementStatement } from "./statement.js";
import type { StatementInput } from "./statement-input.js";

/**
 * Settles a unit's month: looks up the facts it needs and reckons the statement, which carries them.
 *
 * @param facts the deployment's facts
 * @returns the statement, or `fact-unknown` for each fact that is missing
 */
export function settleUnit(input: Omit<StatementInput, "facts">, facts: Facts): Parsed<SettlementStatement> {
  const options = { workInjuryClass: input.unit.workInjuryClass };
  const rules = settlementRules(facts, input.law, options);
  const baselineRules = settlementRules(facts, input.baselineLaw, options);
  if (!rules.ok) return rules;
  if (!baselineRules.ok) return baselineRules;
  const used = [...rules.value.facts, ...baselineRules.value.facts, ...vatFacts(input, facts)];
  return buildStatement({ ...input, facts: packOf(input, used) });
}

/** Facts for the tax on fees that exclude it. */
function vatFacts(input: Omit<StatementInput, "facts">, facts: Facts): readonly KnownFact[] {
  if (input.contracts.every((contract) => contract.vatIncluded)) return [];
  const ids = ["cn.vat.dispatch.general.balance", "cn.vat.dispatch.small-scale.balance"] as const;
  return ids.flatMap((id) => {
    const answer = facts.lookUp(id, input.law);
    return answer.known ? [answer.fact] : [];
  });
}

/** The facts of a statement as a pack, each version once. */
function packOf(input: Omit<StatementInput, "facts">, used: readonly KnownFact[]): FactPack {
  const versions = new Map<FactId, FactVersion<unknown>[]>();
  for (const { id, pack, ...version } of used) {
    const known = versions.get(id) ?? [];
    const isNew = known.every(
      (other) => other.effectiveFrom !== version.effectiveFrom || other.announcedOn !== version.announcedOn,
    );
    if (isNew) versions.set(id, [...known, version]);
  }
  return {
    id: input.statementId,
    version: input.law.knownOn ?? input.law.on,
    facts: Object.fromEntries(versions),
  };
}
