import { plainDate, ratePpm, type PlainDate } from "@tongchou/core";
import { createFacts, jiujiangPacks, type FactPack } from "@tongchou/statutory";
import { describe, expect, it } from "vitest";
import { packsOf, recordFacts } from "./used-facts.js";

const medical = (
  employer: number,
  from: string,
  to: string | null,
  announced: string | null,
): FactPack["facts"] => ({
  "cn.3604.medical.rate": [
    {
      value: { employer: ratePpm(employer), employee: ratePpm(20_000) },
      effectiveFrom: plainDate(from),
      effectiveTo: to === null ? null : plainDate(to),
      announcedOn: announced === null ? null : plainDate(announced),
      source: "a notice",
      confidence: "confirmed",
    },
  ],
});

describe("recordFacts", () => {
  it("names each version that was an answer once, and none that was not", () => {
    const facts = recordFacts(createFacts(jiujiangPacks));
    facts.lookUp("cn.iit.additional.children", { on: plainDate("2022-06-30") });
    facts.lookUp("cn.iit.additional.children", { on: plainDate("2022-07-31") });
    facts.lookUp("cn.iit.additional.children", { on: plainDate("2023-06-30") });
    facts.lookUp("cn.3604.maternity.rate", { on: plainDate("2023-06-30") });
    expect(facts.used().map((fact) => [fact.id, fact.effectiveFrom])).toEqual([
      ["cn.iit.additional.children", "2019-01-01"],
      ["cn.iit.additional.children", "2023-01-01"],
    ]);
  });
});

describe("packsOf", () => {
  // The deployment's rate of 2024 was set before the national notice that holds for all years.
  const lower: FactPack = {
    id: "cn.3604",
    version: "1",
    facts: medical(80_000, "2019-01-01", null, "2024-02-01"),
  };
  const upper: FactPack = {
    id: "ours",
    version: "2",
    facts: medical(60_000, "2024-01-01", null, "2023-12-01"),
  };
  const packs = [lower, upper];
  const days: readonly PlainDate[] = [plainDate("2023-12-31"), plainDate("2024-03-31")];

  it("keeps packs apart, so that a cut-down look-up answers as the whole one did", () => {
    const facts = recordFacts(createFacts(packs));
    const answers = days.map((on) => facts.lookUp("cn.3604.medical.rate", { on }));
    const cut = createFacts(packsOf(facts.used(), packs));
    expect(days.map((on) => cut.lookUp("cn.3604.medical.rate", { on }))).toEqual(answers);
    expect(answers.map((answer) => answer.known && answer.fact.pack)).toEqual(["cn.3604", "ours"]);
  });

  it("tells versions apart that share a value, and packs that share an id", () => {
    const [version] = lower.facts["cn.3604.medical.rate"] ?? [];
    if (version === undefined) throw new Error("no version");
    const longer = {
      ...version,
      effectiveFrom: plainDate("2018-01-01"),
      announcedOn: plainDate("2018-01-01"),
    };
    const twin: FactPack = { ...lower, facts: { "cn.3604.medical.rate": [longer] } };
    const twins = [twin, upper, lower];
    const facts = recordFacts(createFacts(twins));
    const early = { on: plainDate("2018-06-30") };
    const late = { on: plainDate("2024-06-30"), knownOn: plainDate("2024-01-31") };
    const answers = [early, late].map((query) => facts.lookUp("cn.3604.medical.rate", query));
    const cut = createFacts(packsOf(facts.used(), twins));
    expect([early, late].map((query) => cut.lookUp("cn.3604.medical.rate", query))).toEqual(answers);
    expect(packsOf(facts.used(), twins)).toEqual([twin, upper]);
  });

  it("leaves out packs that were not used", () => {
    const facts = recordFacts(createFacts(packs));
    facts.lookUp("cn.3604.medical.rate", { on: plainDate("2023-12-31") });
    expect(packsOf(facts.used(), packs)).toEqual([lower]);
  });
});
