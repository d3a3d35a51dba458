import { deductionClaimKinds, fen, plainDate, type DeductionClaimKind } from "@tongchou/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { facts, yuan } from "../../__fixtures__/unit-month.js";
import { takeDeductions, type DeductionClaim, type PayAfterClaims } from "./take-deductions.js";

/** 浔阳区 in March 2024: minimum wage 1,730 yuan. */
const place = { division: "360403", on: plainDate("2024-03-31") };

function claimOf(
  kind: DeductionClaimKind,
  due: number,
  changes: Partial<DeductionClaim> = {},
): DeductionClaim {
  return { id: kind, kind, since: plainDate("2024-02-01"), dueFen: yuan(due), ...changes };
}

/** Takes claims from a pay of gross, net and overtime in yuan. */
function take(
  [gross, net, overtime = 0]: readonly [number, number, number?],
  claims: readonly DeductionClaim[],
  at: Parameters<typeof takeDeductions>[2] = place,
): PayAfterClaims {
  const pay = { grossFen: yuan(gross), overtimeFen: yuan(overtime), netFen: yuan(net) };
  return takeDeductions(pay, claims, at, facts);
}

/** Each claim with what was taken and left in yuan, and why. */
const takenOf = ({ taken }: PayAfterClaims): readonly unknown[] =>
  taken.map(({ id, takenFen, leftFen, limit }) => [id, takenFen / 100, leftFen / 100, limit]);

describe("takeDeductions for one claim", () => {
  it.each<readonly [string, readonly [number, number, number?], DeductionClaim, number, string | null]>([
    // What it is, gross, net and overtime, the claim, what is taken, and why no more.
    [
      "a court's order that leaves more than it has to",
      [4000, 3500],
      claimOf("court-order", 1500, { keepFen: yuan(2000) }),
      1500,
      null,
    ],
    [
      "a court's order that reaches its floor",
      [4000, 3500],
      claimOf("court-order", 1500, { keepFen: yuan(2500) }),
      1000,
      "keep",
    ],
    [
      "a court's order on pay below its floor",
      [4000, 2400],
      claimOf("court-order", 1500, { keepFen: yuan(2500) }),
      0,
      "keep",
    ],
    ["a court's order without a floor", [4000, 3500], claimOf("court-order", 1500), 0, "unknown"],
    [
      "a court that leaves nothing for living",
      [4000, 3500],
      claimOf("court-order", 5000, { keepFen: yuan(0) }),
      3500,
      "net",
    ],
    ["damage below a fifth", [4000, 3500], claimOf("damage", 799.99), 799.99, null],
    ["damage at a fifth", [4000, 3500], claimOf("damage", 800), 800, null],
    ["damage above a fifth", [4000, 3500], claimOf("damage", 800.01), 800, "damage-share"],
    // 20 % of 4,000.04 is 800.008: never more than a fifth, so it is rounded down.
    ["a fifth that is no whole number of fen", [4000.04, 3500], claimOf("damage", 900), 800, "damage-share"],
    // 2,000 − 1,730 leaves 270, less than a fifth.
    ["damage beside the minimum wage", [2000, 1800], claimOf("damage", 400), 270, "minimum-wage"],
    [
      "overtime counts for the fifth, not for the minimum wage",
      [2500, 2200, 500],
      claimOf("damage", 600),
      270,
      "minimum-wage",
    ],
    ["damage from a wage at the minimum", [1730, 1500], claimOf("damage", 100), 0, "minimum-wage"],
    ["damage from a wage below the minimum", [1000, 800], claimOf("damage", 100), 0, "minimum-wage"],
    ["damage with nothing left to pay", [4000, 300], claimOf("damage", 500), 300, "net"],
    ["an agreed deduction above the net pay", [4000, 300], claimOf("agreed", 500), 300, "net"],
    [
      "an advance that leaves what was agreed",
      [4000, 3500],
      claimOf("wage-advance", 3000, { keepFen: yuan(1730) }),
      1770,
      "keep",
    ],
    ["nothing due", [4000, 3500], claimOf("damage", 0), 0, null],
    ["nothing due without a floor", [4000, 3500], claimOf("court-order", 0), 0, null],
  ])("%s", (_, pay, claim, expected, limit) => {
    const after = take(pay, [claim]);
    const [result] = after.taken;
    expect([result?.takenFen, result?.limit]).toEqual([yuan(expected), limit]);
    expect(result?.leftFen).toBe(claim.dueFen - yuan(expected));
    expect(after.payableFen).toBe(yuan(pay[1]) - yuan(expected));
  });

  it("takes nothing for damage where no minimum wage is established", () => {
    const claims = [claimOf("damage", 100), claimOf("agreed", 100)];
    const after = take([4000, 3500], claims, { ...place, on: plainDate("2025-03-31") });
    expect(takenOf(after)).toEqual([
      ["damage", 0, 100, "unknown"],
      ["agreed", 100, 0, null],
    ]);
    expect(after.issues.map(({ code, severity }) => [code, severity])).toEqual([
      ["damage-floor-unknown", "needs-decision"],
    ]);
  });
});

describe("takeDeductions for several claims", () => {
  it("meets a court first, then what was paid in for the worker, and so on, in whatever order they come", () => {
    const claims = deductionClaimKinds.map((kind) => claimOf(kind, 100, { keepFen: yuan(0) }));
    expect(
      take([4000, 250], claims.toReversed()).taken.map(({ id, takenFen }) => [id, takenFen / 100]),
    ).toEqual([
      ["court-order", 100],
      ["carried-net", 100],
      ["clawback", 50],
      ["wage-advance", 0],
      ["damage", 0],
      ["agreed", 0],
    ]);
  });

  it("meets the earlier of two orders first, and leaves later claims only what no court keeps", () => {
    const after = take(
      [6000, 5000],
      [
        claimOf("agreed", 500),
        claimOf("court-order", 2500, { id: "later", since: plainDate("2024-02-02"), keepFen: yuan(1500) }),
        claimOf("court-order", 1000, { id: "earlier", keepFen: yuan(2000) }),
      ],
    );
    // 5,000 − 1,000 = 4,000; the second leaves 2,000 although its own floor is 1,500; nothing beyond.
    expect(takenOf(after)).toEqual([
      ["earlier", 1000, 0, null],
      ["later", 2000, 500, "keep"],
      ["agreed", 0, 500, "keep"],
    ]);
    expect(after.payableFen).toBe(yuan(2000));
  });

  it("counts all damage of a month together", () => {
    const second = claimOf("damage", 600, { id: "second", since: plainDate("2024-02-02") });
    expect(takenOf(take([4000, 3500], [claimOf("damage", 500), second]))).toEqual([
      ["damage", 500, 0, null],
      ["second", 300, 300, "damage-share"],
    ]);
  });

  it("pays nothing and carries what is missing when insurance and tax exceed the pay", () => {
    const after = take([0, -395.74], [claimOf("agreed", 100)]);
    expect(after).toMatchObject({ payableFen: 0, carriedFen: 39_574 });
    expect(takenOf(after)).toEqual([["agreed", 0, 100, "net"]]);
  });

  it("says of each claim that is not met how much was taken and why, in both languages", () => {
    const claims = [claimOf("court-order", 100), claimOf("damage", 900)];
    const { issues } = take([4000, 3500], claims);
    expect(issues.map(({ code }) => code)).toEqual(["court-order-floor-unknown", "deduction-carried"]);
    expect(issues[1]?.message).toEqual({
      zh: "扣款 damage 本月扣 800.00 元，余 100.00 元结转：赔偿扣款已达当月工资的法定比例。",
      en: "Of damage, 800.00 yuan are taken this month and 100.00 carried: damage is at its share of the month's wage.",
    });
  });
});

const anyClaim = fc.record({
  id: fc.string({ minLength: 1, maxLength: 3 }),
  kind: fc.constantFrom(...deductionClaimKinds),
  since: fc.integer({ min: 1, max: 28 }).map((day) => plainDate(`2024-02-${String(day).padStart(2, "0")}`)),
  dueFen: fc.nat(1_000_000).map(fen),
  keepFen: fc.option(fc.nat(500_000).map(fen), { nil: undefined }),
});
const anyPay = fc
  .record({ gross: fc.nat(2_000_000), overtime: fc.nat(300_000), taken: fc.nat(800_000) })
  .map(({ gross, overtime, taken }) => ({
    grossFen: fen(gross + overtime),
    overtimeFen: fen(overtime),
    netFen: fen(gross + overtime - taken),
  }));

describe("takeDeductions for any claims", () => {
  it("never pays less than nought, loses no fen, and takes no damage the law forbids", () => {
    fc.assert(
      fc.property(anyPay, fc.array(anyClaim, { maxLength: 8 }), (pay, claims) => {
        const after = takeDeductions(pay, claims, place, facts);
        const sum = (amounts: readonly number[]): number =>
          amounts.reduce((total, amount) => total + amount, 0);
        const taken = sum(after.taken.map(({ takenFen }) => takenFen));
        expect(after.payableFen).toBeGreaterThanOrEqual(0);
        expect(after.payableFen - after.carriedFen + taken).toBe(pay.netFen);
        expect(sum(after.taken.map(({ takenFen, leftFen }) => takenFen + leftFen))).toBe(
          sum(claims.map(({ dueFen }) => dueFen)),
        );
        expect(Math.min(0, ...after.taken.map(({ takenFen }) => takenFen))).toBe(0);
        expect(after.taken.every(({ leftFen, limit }) => (leftFen === 0) === (limit === null))).toBe(true);
        const damage = sum(after.taken.map(({ kind, takenFen }) => (kind === "damage" ? takenFen : 0)));
        if (damage > 0) {
          expect(damage * 5).toBeLessThanOrEqual(pay.grossFen);
          expect(pay.grossFen - pay.overtimeFen - damage).toBeGreaterThanOrEqual(173_000);
        }
        const isCourt = after.taken.some(({ kind, takenFen }) => kind === "court-order" && takenFen > 0);
        const kept = claims.flatMap(({ kind, keepFen }) => (kind === "court-order" ? [keepFen ?? 0] : []));
        if (isCourt) expect(after.payableFen).toBeGreaterThanOrEqual(Math.min(...kept));
      }),
      { numRuns: 1000 },
    );
  });

  it("gives the same result in whatever order the claims come", () => {
    const distinct = fc.uniqueArray(anyClaim, { maxLength: 8, selector: ({ id }) => id });
    fc.assert(
      fc.property(anyPay, distinct, (pay, claims) => {
        const reversed = takeDeductions(pay, claims.toReversed(), place, facts);
        expect(reversed).toEqual(takeDeductions(pay, claims, place, facts));
      }),
    );
  });
});
