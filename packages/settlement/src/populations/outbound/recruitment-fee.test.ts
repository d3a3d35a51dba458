import { fen, ratePpm } from "@tongchou/core";
import { describe, expect, it } from "vitest";
import {
  recruitmentFees,
  type LabourCooperative,
  type Recruit,
  type RecruitmentTerms,
} from "./recruitment-fee.js";

const recruit = (workerId: string, cooperativeId?: string, differences: Partial<Recruit> = {}): Recruit => ({
  workerId,
  cooperativeId,
  grossFen: fen(500_000),
  daysStayed: 30,
  ...differences,
});

const cooperative = (cooperativeId: string, terms: RecruitmentTerms): LabourCooperative => ({
  cooperativeId,
  terms,
});

const perHead: RecruitmentTerms = { kind: "per-head", headFen: fen(30_000), afterDays: 30 };

function feesOf(cooperatives: readonly LabourCooperative[], recruits: readonly Recruit[]) {
  const fees = recruitmentFees(cooperatives, recruits);
  if (!fees.ok) throw new Error("never fails");
  return [
    ...fees.value.map(({ cooperativeId, heads, dueHeads, feeFen }) => [
      cooperativeId,
      heads,
      dueHeads,
      feeFen,
    ]),
    ...fees.issues.map(({ code, subject }) => [code, subject?.workerId]),
  ];
}

describe("recruitmentFees", () => {
  it.each<readonly [string, RecruitmentTerms, readonly Recruit[], readonly (string | number)[]]>([
    [
      "a price a head, once somebody has stayed",
      perHead,
      [recruit("W1", "C1"), recruit("W2", "C1", { daysStayed: 29 }), recruit("W3", "C1", { daysStayed: 31 })],
      ["C1", 3, 2, 60_000],
    ],
    [
      "a price a head at once",
      { kind: "per-head", headFen: fen(30_000) },
      [recruit("W1", "C1", { daysStayed: 0 })],
      ["C1", 1, 1, 30_000],
    ],
    [
      // 1.5 % of 3 × 3,333.33 = 149.99985: reckoned once.
      "a share of gross pay",
      { kind: "rate-on-gross", ppm: ratePpm(15_000) },
      ["W1", "W2", "W3"].map((id) => recruit(id, "C1", { grossFen: fen(333_333) })),
      ["C1", 3, 3, 15_000],
    ],
    ["one amount", { kind: "fixed", feeFen: fen(88_800) }, [recruit("W1", "C1")], ["C1", 1, 1, 88_800]],
    ["nobody", perHead, [], ["C1", 0, 0, 0]],
  ])("reckons %s", (_, terms, recruits, expected) => {
    expect(feesOf([cooperative("C1", terms)], recruits)).toEqual([expected]);
  });

  it("keeps the people of several co-operatives apart, and those who came alone", () => {
    const cooperatives = [cooperative("C2", perHead), cooperative("C1", perHead)];
    expect(
      feesOf(cooperatives, [recruit("W1", "C1"), recruit("W2"), recruit("W3", "C2"), recruit("W4", "C1")]),
    ).toEqual([
      ["C2", 1, 1, 30_000],
      ["C1", 2, 2, 60_000],
    ]);
  });

  it("reckons no fee of a co-operative that is missing or stands there twice", () => {
    const twice = [cooperative("C1", perHead), cooperative("C1", { kind: "fixed", feeFen: fen(1) })];
    expect(feesOf(twice, [recruit("W1", "C1"), recruit("W2", "C9")])).toEqual([
      ["cooperative-missing", "W2"],
      ["cooperative-repeated", undefined],
    ]);
  });
});
