import { plainDate } from "@tongchou/core";
import { createFacts, jiujiangPacks, type FactPack } from "@tongchou/statutory";
import { describe, expect, it } from "vitest";
import { ask, codesOf, type Fields } from "./__fixtures__/ask.js";

const insurance = { kind: "insurance", region: "360403", period: "2023-03", wage: "3000" };
const unknown = (kind: string): Fields => ({ kind, employer: null, employee: null, confidence: "unknown" });
const free = (kind: string): Fields => ({ kind, employer: null, employee: "0.00", confidence: "unknown" });
const item = (kind: string, employer: string, employee: string, confidence: string): Fields => ({
  kind,
  employer,
  employee,
  confidence,
});

describe("insuranceKinds", () => {
  it("reckons 2023-03 with the bounds that were announced in August", () => {
    // 3,659.00 at 16, 8, 8 and 2 % leave nothing to round.
    expect(ask({ ...insurance, knownOn: "2023-09-01" })).toEqual({
      ok: true,
      base: "3659.00",
      items: [
        item("pension", "585.44", "292.72", "secondary"),
        item("medical", "292.72", "73.18", "unverified"),
        unknown("unemployment"),
        free("workInjury"),
        free("maternity"),
      ],
    });
  });

  it("knows a class's work-injury rate and the unemployment rate from 2023-05", () => {
    const answer = ask({ ...insurance, period: "2023-12", wage: "4567.89", workInjuryClass: 3 });
    expect(answer["base"]).toBe("4567.89");
    expect(answer["items"]).toEqual([
      item("pension", "730.86", "365.43", "unverified"),
      item("medical", "365.43", "91.36", "unverified"),
      item("unemployment", "22.84", "22.84", "unverified"),
      item("workInjury", "31.98", "0.00", "unverified"),
      free("maternity"),
    ]);
  });

  it("takes the upper bound of a high wage", () => {
    expect(ask({ ...insurance, period: "2023-12", wage: "99999.99" })["base"]).toBe("18294.00");
  });

  it.each([
    [{ knownOn: "2023-05-01" }, ["fact-unknown", undefined]],
    [{ period: "2024-03", knownOn: "2024-03-31" }, ["fact-unknown", undefined]],
    [{ period: "2025-01" }, ["fact-unknown", undefined]],
    [{ period: "2026-01" }, ["fact-unknown", undefined]],
    [{ region: "360100" }, ["region-unknown", "/region"]],
    [{ region: "360455" }, ["region-unknown", "/region"]],
    [{ region: "" }, ["region-unknown", "/region"]],
    [{ workInjuryClass: 9 }, ["schema-invalid", "/workInjuryClass"]],
  ])("does not answer with %j: %j", (fields, issue) => {
    const answer = ask({ ...insurance, ...fields });
    expect([answer.ok, codesOf(answer)]).toEqual([false, [issue]]);
  });

  it.each(["3604", "360400", "360421", "360494"])("answers for the region %s", (region) => {
    expect(ask({ ...insurance, region, period: "2023-12" }).ok).toBe(true);
  });

  it("does not carry the unemployment rate of 2025 into 2026", () => {
    const pack: FactPack = {
      id: "ours",
      version: "1",
      facts: {
        "cn.36.si.base-bounds": [
          {
            value: { lowerFen: 390_000 as never, upperFen: 1_950_000 as never },
            effectiveFrom: plainDate("2025-01-01"),
            effectiveTo: plainDate("2026-12-31"),
            announcedOn: null,
            source: "our notice",
            confidence: "confirmed",
          },
        ],
      },
    };
    const own = createFacts([...jiujiangPacks, pack]);
    const itemsOf = (period: string): readonly unknown[] =>
      ask({ ...insurance, period }, own)["items"] as readonly unknown[];
    expect(itemsOf("2025-12")[2]).toEqual(item("unemployment", "19.50", "19.50", "secondary"));
    expect(itemsOf("2026-01")[2]).toEqual(unknown("unemployment"));
  });
});
