import type { PlainDate } from "@tongchou/core";
import type { FactId, FactPack, FactVersion } from "@tongchou/statutory";
import { canonicalJson } from "../canonical-json.js";

/** The facts of an issued statement and those of the month as it is reckoned now. */
export interface FactChange {
  readonly before: readonly FactPack[];
  readonly after: readonly FactPack[];
}

/** The facts of which another version is used now, or which are used for the first time, by their ids. */
export function changedFacts({ before, after }: FactChange): readonly FactId[] {
  return idsOf(after).filter(
    (id) => canonicalJson(versionsOf(before, id)) !== canonicalJson(versionsOf(after, id)),
  );
}

/** Facts that are used now and were not before; with a day, those that were known on it. */
export function newFacts({ before, after }: FactChange, knownOn?: PlainDate): readonly FactId[] {
  const used = new Set(idsOf(before));
  const isKnown = ({ announcedOn, effectiveFrom }: FactVersion<unknown>): boolean =>
    knownOn === undefined || (announcedOn ?? effectiveFrom) <= knownOn;
  return idsOf(after).filter((id) => !used.has(id) && versionsOf(after, id).some(isKnown));
}

/** The packs from before, with some facts as they are now. */
export function packsWith({ before, after }: FactChange, ids: Iterable<FactId>): readonly FactPack[] {
  const taken = new Set(ids);
  return [
    ...before.map((pack) => restricted(pack, (id) => !taken.has(id))),
    ...after.map((pack) => restricted(pack, (id) => taken.has(id))),
  ];
}

function restricted(pack: FactPack, keeps: (id: FactId) => boolean): FactPack {
  const entries = Object.entries(pack.facts).filter(([id]) => keeps(id as FactId));
  return { ...pack, facts: Object.fromEntries(entries) };
}

function idsOf(packs: readonly FactPack[]): readonly FactId[] {
  const ids = packs.flatMap(({ facts }) => Object.keys(facts) as FactId[]);
  return [...new Set(ids)].toSorted();
}

function versionsOf(packs: readonly FactPack[], id: FactId): readonly FactVersion<unknown>[] {
  return packs.map((pack): readonly FactVersion<unknown>[] => pack.facts[id] ?? []).flat();
}
