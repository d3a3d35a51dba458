import { plainDate } from "@tongchou/core";
import { describe, expect, it } from "vitest";
import type { FactVersion } from "./fact.js";
import { factDefinitions } from "./fact-definitions.js";
import type { FactId } from "./fact-ids.js";
import { createFacts } from "./facts.js";
import { factShapeSchemas } from "./fact-values.js";
import { jiujiangPacks } from "./packs.js";
import { readFactPack } from "./read-pack.js";

const facts = createFacts(jiujiangPacks);
const ids = Object.keys(factDefinitions) as FactId[];
const versionsOf = (id: FactId): readonly FactVersion<unknown>[] =>
  jiujiangPacks.flatMap((pack): readonly FactVersion<unknown>[] => pack.facts[id] ?? []);

/** What has not been established: unknown until an authority confirms it to a deployment. */
const gaps: readonly FactId[] = [
  "cn.36.project.deposit-cap",
  "cn.36.project.deposit-rate",
  "cn.3604.maternity.rate",
  "cn.3604.work-injury.rate",
  "cn.vat.surcharge.education",
  "cn.vat.surcharge.local-education",
  "cn.vat.surcharge.urban-maintenance",
];

describe("jiujiangPacks", () => {
  it("has a version of every fact but those that are not established", () => {
    expect(ids.filter((id) => versionsOf(id).length === 0).toSorted()).toEqual(gaps);
  });

  it.each(jiujiangPacks.map((pack) => [pack.id, pack] as const))(
    "%s can be read back from JSON",
    (_, pack) => {
      const read = readFactPack(JSON.parse(JSON.stringify(pack)));
      expect(read.ok && read.value).toEqual(pack);
    },
  );

  it("names a fact in one pack only, by the region it belongs to", () => {
    const misplaced = jiujiangPacks.flatMap((pack) =>
      Object.keys(pack.facts).filter((id) => /^cn(\.\d+)*/.exec(id)?.[0] !== pack.id),
    );
    expect(misplaced).toEqual([]);
  });

  it.each(ids)("has versions of %s that do not overlap unless the later notice takes the place", (id) => {
    const versions = versionsOf(id).toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
    for (const [index, version] of versions.entries()) {
      const next = versions[index + 1];
      if (next === undefined) continue;
      const overlaps = version.effectiveTo === null || version.effectiveTo >= next.effectiveFrom;
      const known = version.announcedOn ?? version.effectiveFrom;
      const nextKnown = next.announcedOn ?? next.effectiveFrom;
      expect(!overlaps || nextKnown > known).toBe(true);
    }
  });

  it.each([
    // What ends without a successor is not carried on.
    ["cn.36.si.base-bounds", "2024-12-31", "2025-01-01"],
    ["cn.36.minimum-wage", "2024-12-31", "2025-01-01"],
    ["cn.36.unemployment.rate", "2025-12-31", "2026-01-01"],
    ["cn.iit.bonus.separate", "2027-12-31", "2028-01-01"],
    ["cn.vat.dispatch.small-scale.full", "2020-02-29", "2020-03-01"],
    ["cn.vat.agency.general.balance", "2025-12-31", "2026-01-01"],
  ] as const)("knows %s on %s and not on %s", (id, last, after) => {
    expect(facts.lookUp(id, { on: plainDate(last) }).known).toBe(true);
    expect(facts.lookUp(id, { on: plainDate(after) }).known).toBe(false);
  });
});

describe("tables of the packs", () => {
  const day = plainDate("2024-01-01");
  it.each([
    "cn.iit.comprehensive.annual",
    "cn.iit.comprehensive.monthly",
    "cn.iit.labour.withholding",
  ] as const)("%s joins its brackets: a quick deduction is what the lower brackets save", (id) => {
    const answer = facts.lookUp(id, { on: day });
    if (!answer.known) throw new Error("unknown");
    const { brackets } = answer.fact.value;
    let saved = 0;
    for (const [index, bracket] of brackets.entries()) {
      const below = brackets[index - 1];
      // quick = quick below + limit below × (rate − rate below)
      if (below !== undefined) saved += ((below.upToFen ?? NaN) * (bracket.rate - below.rate)) / 1_000_000;
      expect(bracket.quickFen).toBe(saved);
      expect(bracket.rate).toBeGreaterThan(below?.rate ?? 0);
    }
    expect(brackets.map((bracket) => bracket.upToFen === null)).toEqual(
      brackets.map((_, index) => index === brackets.length - 1),
    );
  });

  it("has a monthly table that is a twelfth of the annual one", () => {
    const annual = facts.lookUp("cn.iit.comprehensive.annual", { on: day });
    const monthly = facts.lookUp("cn.iit.comprehensive.monthly", { on: day });
    if (!annual.known || !monthly.known) throw new Error("unknown");
    const twelfths = annual.fact.value.brackets.map(({ upToFen, rate, quickFen }) => ({
      upToFen: upToFen === null ? null : upToFen / 12,
      rate,
      quickFen: quickFen / 12,
    }));
    expect(monthly.fact.value.brackets).toEqual(twelfths);
  });

  it("has work-injury rates that rise with the risk class", () => {
    const answer = facts.lookUp("cn.work-injury.class-rates", { on: day });
    const rates = answer.known ? answer.fact.value.rates : [];
    expect(rates).toHaveLength(8);
    expect(rates).toEqual([...new Set(rates)].toSorted((a, b) => a - b));
  });

  it("has minimum wages that fall with the class and rise with the years", () => {
    const lists = versionsOf("cn.36.minimum-wage").map((version) => {
      const { classes } = factShapeSchemas["minimum-wage"].parse(version.value);
      return ["1", "2", "3"].map((name) => classes[name]?.monthlyFen ?? 0);
    });
    for (const [index, list] of lists.entries()) {
      expect(list).toEqual(list.toSorted((a, b) => b - a));
      expect(list.every((wage, place) => wage > (lists[index - 1]?.[place] ?? 0))).toBe(true);
    }
  });
});
