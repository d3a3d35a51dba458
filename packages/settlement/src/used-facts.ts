import { createIssue, type Issue } from "@tongchou/core";
import type { FactId, FactLookUp, FactPack, Facts, FactVersion, KnownFact } from "@tongchou/statutory";
import { settlementIssues } from "./issues.js";

/** Facts that remember what they were asked. */
export interface RecordedFacts extends Facts {
  /** Every version that was an answer, each once, in the order of first use. */
  used(): readonly KnownFact[];
}

/**
 * Lets look-ups through and remembers their answers, so that whatever is reckoned can name exactly the facts
 * that it rests on.
 */
export function recordFacts(facts: Facts): RecordedFacts {
  const used = new Map<string, KnownFact>();
  return {
    packs: facts.packs,
    used: () => [...used.values()],
    lookUp: <Id extends FactId>(id: Id, query: Parameters<Facts["lookUp"]>[1]): FactLookUp<Id> => {
      const answer = facts.lookUp(id, query);
      if (answer.known) used.set(versionKey(answer.fact), answer.fact);
      return answer;
    },
  };
}

function versionKey(fact: KnownFact): string {
  return [fact.pack, fact.id, fact.effectiveFrom, fact.effectiveTo, fact.announcedOn].join(" ");
}

/**
 * The packs of a deployment cut down to the versions that were used.
 *
 * They stay apart and in their order: a look-up in them then answers as it did in the whole packs, because
 * which pack hides which is part of the answer.
 */
export function packsOf(used: readonly KnownFact[], packs: readonly FactPack[]): readonly FactPack[] {
  return packs
    .map((pack): FactPack => {
      const versions: Partial<Record<FactId, readonly FactVersion<unknown>[]>> = {};
      for (const { id, pack: _, ...version } of used) {
        const own: readonly FactVersion<unknown>[] = pack.facts[id] ?? [];
        if (own.some((candidate) => isSame(candidate, version))) {
          versions[id] = [...(versions[id] ?? []), version];
        }
      }
      return { id: pack.id, version: pack.version, facts: versions as FactPack["facts"] };
    })
    .filter((pack) => Object.keys(pack.facts).length > 0);
}

/** Two packs may share a value, and even an id: a version is told by its dates as well. */
function isSame(a: FactVersion<unknown>, b: FactVersion<unknown>): boolean {
  return (
    a.value === b.value &&
    a.effectiveFrom === b.effectiveFrom &&
    a.effectiveTo === b.effectiveTo &&
    a.announcedOn === b.announcedOn
  );
}

/** One `fact-not-confirmed` for each fact that is not confirmed. */
export function confidenceRemarks(facts: readonly KnownFact[]): readonly Issue[] {
  return facts
    .filter((fact) => fact.confidence !== "confirmed")
    .map(({ id, confidence, source }) =>
      createIssue(settlementIssues, "fact-not-confirmed", { id, confidence, source }),
    );
}
