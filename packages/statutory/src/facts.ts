import type { PlainDate } from "@tongchou/core";
import type { FactPack, FactVersion } from "./fact.js";
import type { FactId, FactValue } from "./fact-ids.js";

/** The days of a look-up. */
export interface FactQuery {
  /** Day for which the fact is wanted. */
  readonly on: PlainDate;
  /** Day whose knowledge is used; without it, everything the packs hold. */
  readonly knownOn?: PlainDate | undefined;
}

/** A fact that is known: the version that holds, with its id and the pack it comes from. */
export interface KnownFact<Id extends FactId = FactId> extends FactVersion<FactValue<Id>> {
  readonly id: Id;
  readonly pack: string;
}

/** Why a fact is not known. */
export type UnknownReason = "no-version" | "not-announced";

/** The answer of a look-up. An unknown fact is an answer too: no value is carried over to another time. */
export type FactLookUp<Id extends FactId = FactId> =
  | { readonly known: true; readonly fact: KnownFact<Id> }
  | {
      readonly known: false;
      readonly id: Id;
      readonly query: FactQuery;
      readonly reason: UnknownReason;
    };

/** The facts of a deployment, ready to be looked up. */
export interface Facts {
  /** The packs in the order in which they lie over each other, the lowest first. */
  readonly packs: readonly FactPack[];
  lookUp<Id extends FactId>(id: Id, query: FactQuery): FactLookUp<Id>;
}

/**
 * Lays packs over each other and answers look-ups.
 *
 * A pack that has a version for the day, as known on the day of the query, hides those below it. Within a
 * pack the version announced last wins, so a retroactive notice takes the place of the rule before it once it
 * is known.
 *
 * @example
 * const facts = createFacts(jiujiangPacks);
 * facts.lookUp("cn.36.si.base-bounds", { on: plainDate("2023-03-01"), knownOn: plainDate("2023-05-01") }).known;
 * // => false
 */
export function createFacts(packs: readonly FactPack[]): Facts {
  return { packs, lookUp: (id, query) => lookUp(packs, id, query) };
}

function lookUp<Id extends FactId>(packs: readonly FactPack[], id: Id, query: FactQuery): FactLookUp<Id> {
  let reason: UnknownReason = "no-version";
  for (const pack of packs.toReversed()) {
    const versions: readonly FactVersion<FactValue<Id>>[] = pack.facts[id] ?? [];
    const valid = versions.filter((candidate) => holdsOn(candidate, query.on));
    const known = valid.filter((candidate) => isKnownOn(candidate, query.knownOn));
    const latest = known.toSorted(byAnnouncement).at(-1);
    if (latest !== undefined) return { known: true, fact: { ...latest, id, pack: pack.id } };
    if (valid.length > 0) reason = "not-announced";
  }
  return { known: false, id, query, reason };
}

function holdsOn(version: FactVersion<unknown>, day: PlainDate): boolean {
  return version.effectiveFrom <= day && (version.effectiveTo === null || day <= version.effectiveTo);
}

function isKnownOn(version: FactVersion<unknown>, day: PlainDate | undefined): boolean {
  return day === undefined || knownFrom(version) <= day;
}

function knownFrom(version: FactVersion<unknown>): PlainDate {
  return version.announcedOn ?? version.effectiveFrom;
}

/** Later announcements last; of two announced together the one that begins later. */
function byAnnouncement(a: FactVersion<unknown>, b: FactVersion<unknown>): number {
  const left = `${knownFrom(a)} ${a.effectiveFrom}`;
  const right = `${knownFrom(b)} ${b.effectiveFrom}`;
  return left < right ? -1 : left > right ? 1 : 0;
}
