import { addDays, plainDate, ratePpm, type PlainDate } from "@tongchou/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FactPack, FactVersion } from "./fact.js";
import type { FactShapes } from "./fact-values.js";
import { createFacts, type FactLookUp, type FactQuery } from "./facts.js";
import { jiujiangPacks } from "./packs.js";

const id = "cn.iit.commission";
type Version = FactVersion<FactShapes["rate"]>;

/** A day near the others, so that versions meet. */
const day = (offset: number): PlainDate => addDays(plainDate("2023-01-01"), offset);

const anyDay = fc.integer({ min: 0, max: 8 }).map(day);
const anyVersion: fc.Arbitrary<Version> = fc
  .record({
    from: fc.integer({ min: 0, max: 8 }),
    length: fc.option(fc.integer({ min: 0, max: 5 })),
    announced: fc.option(anyDay),
    rate: fc.integer({ min: 0, max: 1_000_000 }),
  })
  .map(({ from, length, announced, rate }) => ({
    value: { rate: ratePpm(rate) },
    effectiveFrom: day(from),
    effectiveTo: length === null ? null : day(from + length),
    announcedOn: announced,
    source: "made up",
    confidence: "confirmed" as const,
  }));
const anyPacks: fc.Arbitrary<readonly FactPack[]> = fc
  .array(fc.array(anyVersion, { maxLength: 5 }), { maxLength: 3 })
  .map((packs) =>
    packs.map((versions, index) => ({ id: `pack-${index}`, version: "1", facts: { [id]: versions } })),
  );
const anyQuery: fc.Arbitrary<FactQuery> = fc.record({
  on: anyDay,
  knownOn: fc.option(anyDay, { nil: undefined }),
});

/** Every version with its place, the greatest of those that hold and are known on the days asked about. */
function scan(packs: readonly FactPack[], query: FactQuery): { pack: string; version: Version } | undefined {
  const candidates = packs.flatMap((pack, height) =>
    (pack.facts[id] ?? []).map((version, place) => ({ pack: pack.id, version, height, place })),
  );
  let best: (typeof candidates)[number] | undefined;
  for (const candidate of candidates) {
    const { version } = candidate;
    const known = version.announcedOn ?? version.effectiveFrom;
    if (query.on < version.effectiveFrom) continue;
    if (version.effectiveTo !== null && query.on > version.effectiveTo) continue;
    if (query.knownOn !== undefined && query.knownOn < known) continue;
    const rank = [String(candidate.height), known, version.effectiveFrom, String(candidate.place)].join("/");
    const bestKnown = best === undefined ? "" : (best.version.announcedOn ?? best.version.effectiveFrom);
    const bestRank =
      best === undefined
        ? ""
        : [String(best.height), bestKnown, best.version.effectiveFrom, String(best.place)].join("/");
    if (rank > bestRank) best = candidate;
  }
  return best;
}

function valueOf(answer: FactLookUp<typeof id>): unknown {
  return answer.known ? [answer.fact.pack, answer.fact.value] : undefined;
}

describe("createFacts", () => {
  it("answers as a scan of every version does", () => {
    fc.assert(
      fc.property(anyPacks, anyQuery, (packs, query) => {
        const found = scan(packs, query);
        const answer = createFacts(packs).lookUp(id, query);
        expect(valueOf(answer)).toEqual(found && [found.pack, found.version.value]);
      }),
      { numRuns: 3000 },
    );
  });

  it("never answers for a day outside a version", () => {
    fc.assert(
      fc.property(anyPacks, anyQuery, (packs, query) => {
        const answer = createFacts(packs).lookUp(id, query);
        if (!answer.known) return;
        expect(answer.fact.effectiveFrom <= query.on).toBe(true);
        expect(query.on <= (answer.fact.effectiveTo ?? query.on)).toBe(true);
      }),
    );
  });

  it("says of an unknown fact whether a version waits for its notice", () => {
    fc.assert(
      fc.property(anyPacks, anyQuery, (packs, query) => {
        const answer = createFacts(packs).lookUp(id, query);
        if (answer.known) return;
        const later = createFacts(packs).lookUp(id, { on: query.on });
        expect(answer).toEqual({
          known: false,
          id,
          query,
          reason: later.known ? "not-announced" : "no-version",
        });
      }),
    );
  });

  it("answers alike whatever other facts the packs hold", () => {
    fc.assert(
      fc.property(anyPacks, anyQuery, (packs, query) => {
        const others = { "cn.iit.filing-day": [] };
        const withOthers = packs.map((pack) => ({ ...pack, facts: { ...others, ...pack.facts } }));
        expect(createFacts(withOthers).lookUp(id, query)).toEqual(createFacts(packs).lookUp(id, query));
      }),
    );
  });
});

const facts = createFacts(jiujiangPacks);

describe("lookUp of retroactive notices", () => {
  it.each([
    // 国发〔2023〕13号, issued on 2023-08-28, holds from 2023-01-01.
    ["cn.iit.additional.children", "2022-12-31", undefined, 100_000],
    ["cn.iit.additional.children", "2023-03-31", "2023-08-27", 100_000],
    ["cn.iit.additional.children", "2023-03-31", "2023-08-28", 200_000],
    ["cn.iit.additional.children", "2023-03-31", undefined, 200_000],
    ["cn.iit.additional.elderly", "2023-01-01", "2023-08-28", 300_000],
    ["cn.iit.additional.elderly-share", "2023-01-01", "2023-08-27", 100_000],
    ["cn.iit.additional.infants", "2021-12-31", undefined, undefined],
    ["cn.iit.additional.infants", "2022-01-01", undefined, 100_000],
  ] as const)("%s on %s as known on %s is %s fen", (name, on, knownOn, fen) => {
    const known = knownOn === undefined ? undefined : plainDate(knownOn);
    const answer = facts.lookUp(name, { on: plainDate(on), knownOn: known });
    expect(answer.known ? answer.fact.value.fen : undefined).toBe(fen);
  });

  it.each([
    // The bounds of 2023 were announced on 2023-08-21 for the months from January.
    ["2023-03-01", "2023-05-01", "not-announced"],
    ["2023-03-01", "2023-08-20", "not-announced"],
    ["2023-03-01", "2023-08-21", 365_900],
    ["2023-12-31", "2023-09-01", 365_900],
    ["2024-01-01", "2024-06-30", "not-announced"],
    ["2025-01-01", "2026-01-01", "no-version"],
    ["2018-12-31", "2026-01-01", "no-version"],
  ] as const)("bounds of the contribution base on %s as known on %s: %s", (on, knownOn, outcome) => {
    const answer = facts.lookUp("cn.36.si.base-bounds", { on: plainDate(on), knownOn: plainDate(knownOn) });
    expect(answer.known ? answer.fact.value.lowerFen : answer.reason).toBe(outcome);
  });

  it.each([
    // 财政部 税务总局公告2026年第10号 of 2026-01-30 holds from 2026-01-01.
    ["2026-01-15", "2026-01-29", undefined],
    ["2026-01-15", "2026-01-30", 60_000],
    ["2025-12-31", "2026-01-30", 50_000],
    ["2028-01-01", "2028-01-01", undefined],
  ] as const)("tax on the balance of dispatch on %s as known on %s: %s", (on, knownOn, rate) => {
    const query = { on: plainDate(on), knownOn: plainDate(knownOn) };
    const answer = facts.lookUp("cn.vat.dispatch.general.balance", query);
    expect(answer.known ? answer.fact.value.rate : undefined).toBe(rate);
  });
});

describe("lookUp through a deployment's pack", () => {
  const own: FactPack = {
    id: "ours",
    version: "1",
    facts: {
      "cn.36.si.base-bounds": [
        {
          value: { lowerFen: 390_000 as never, upperFen: 1_950_000 as never },
          effectiveFrom: plainDate("2025-01-01"),
          effectiveTo: plainDate("2025-12-31"),
          announcedOn: plainDate("2025-08-25"),
          source: "our notice",
          confidence: "confirmed",
        },
      ],
      "cn.3604.medical.rate": [
        {
          value: { employer: ratePpm(60_000), employee: ratePpm(20_000) },
          effectiveFrom: plainDate("2024-01-01"),
          effectiveTo: null,
          announcedOn: plainDate("2024-05-01"),
          source: "our notice",
          confidence: "confirmed",
        },
      ],
    },
  };
  const withOwn = createFacts([...jiujiangPacks, own]);

  it.each([
    // The deployment's version hides the built-in one where it holds and is known, and nowhere else.
    ["2023-12-31", undefined, "cn.3604", 80_000],
    ["2024-03-31", "2024-04-30", "cn.3604", 80_000],
    ["2024-03-31", "2024-05-01", "ours", 60_000],
    ["2024-03-31", undefined, "ours", 60_000],
  ] as const)("medical rate on %s as known on %s comes from %s (%s)", (on, knownOn, pack, rate) => {
    const known = knownOn === undefined ? undefined : plainDate(knownOn);
    const answer = withOwn.lookUp("cn.3604.medical.rate", { on: plainDate(on), knownOn: known });
    expect(answer.known && [answer.fact.pack, answer.fact.value.employer]).toEqual([pack, rate]);
  });

  it("fills a gap of the built-in packs once its notice is known", () => {
    const on = plainDate("2025-03-31");
    expect(facts.lookUp("cn.36.si.base-bounds", { on }).known).toBe(false);
    expect(withOwn.lookUp("cn.36.si.base-bounds", { on }).known).toBe(true);
    const early = withOwn.lookUp("cn.36.si.base-bounds", { on, knownOn: plainDate("2025-08-24") });
    expect(early.known ? "" : early.reason).toBe("not-announced");
  });
});
