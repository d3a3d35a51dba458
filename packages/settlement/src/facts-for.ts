import { failed, parsed, type Issue, type Parsed, type PlainDate } from "@tongchou/core";
import { factUnknown, type FactId, type Facts, type KnownFact } from "@tongchou/statutory";

/** The facts asked for, by id. */
export type FactSet<Ids extends FactId> = { readonly [Id in Ids]: KnownFact<Id> };

/**
 * Looks several facts up for one day.
 *
 * @returns all of them, or one `fact-unknown` for each that is not known
 * @example
 * const known = factsFor(createFacts(jiujiangPacks), ["cn.iit.filing-day"], plainDate("2024-03-31"));
 * known.ok && known.value["cn.iit.filing-day"].value.count; // => 15
 */
export function factsFor<Ids extends FactId>(
  facts: Facts,
  ids: readonly Ids[],
  on: PlainDate,
  knownOn?: PlainDate,
): Parsed<FactSet<Ids>> {
  const found: Partial<Record<FactId, KnownFact>> = {};
  const issues: Issue[] = [];
  for (const id of ids) {
    const answer = facts.lookUp(id, { on, knownOn });
    if (answer.known) found[id] = answer.fact;
    else issues.push(factUnknown(answer));
  }
  const [first, ...rest] = issues;
  return first === undefined ? parsed(found as FactSet<Ids>) : failed(first, ...rest);
}
