import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fen, sumFen, type Fen } from "../money/fen.js";
import { ratePpm } from "../money/rate.js";
import type { FeeTerms, FeeTier } from "./fee-terms.js";
import { serviceFee } from "./service-fee.js";

const steps: readonly FeeTier[] = [
  { upTo: 10, monthlyFen: fen(6000) },
  { upTo: 50, monthlyFen: fen(5000) },
  { upTo: null, monthlyFen: fen(4000) },
];
const graduated: FeeTerms = { kind: "per-head-tiered", tiers: steps, basis: "graduated" };
const volume: FeeTerms = { kind: "per-head-tiered", tiers: steps, basis: "volume" };
const unsaid: FeeTerms = { kind: "per-head-tiered", tiers: steps };

function workers(heads: number): readonly Fen[] {
  return Array.from({ length: heads }, (_, index) => fen(400_000 + index));
}

describe("serviceFee", () => {
  it.each([
    // terms, gross pay of each worker, fee, shares
    ["per head", { kind: "per-head", monthlyFen: fen(6000) }, [1, 2, 3], 18_000, [6000, 6000, 6000]],
    ["per head, nobody", { kind: "per-head", monthlyFen: fen(6000) }, [], 0, []],
    ["3 % of pay", rate(30_000), [400_000, 500_000], 27_000, [12_000, 15_000]],
    // 3 % of 3 × 3,333.33 = 299.9997: reckoned once, 300.00; worker by worker it would also be 300.00
    ["3 % of odd pay", rate(30_000), [333_333, 333_333, 333_333], 30_000, [10_000, 10_000, 10_000]],
    // 0.5 % of 3 × 0.01 is less than half a fen, though the odd fen of each worker alone is so too
    ["0.5 % of a fen each", rate(5_000), [1, 1, 1], 0, [0, 0, 0]],
    ["1 % of 50 fen each, a tie in all", rate(10_000), [25, 25], 1, [1, 0]],
    ["a share with a clawback", rate(100_000), [-1_000, 11_000], 1_000, [0, 1_000]],
    ["a share of nothing", rate(30_000), [0, 0], 0, [0, 0]],
    ["a share of clawbacks only", rate(100_000), [-1_000, -1_000], -200, [-100, -100]],
    ["a share, nobody", rate(30_000), [], 0, []],
    ["a fixed amount", { kind: "fixed", monthlyFen: fen(100) }, [1, 1, 1], 100, [34, 33, 33]],
    ["a fixed amount, nobody", { kind: "fixed", monthlyFen: fen(100) }, [], 100, []],
    ["a quote", { kind: "quote", monthlyFen: fen(101), quoteId: "Q1" }, [5, 900], 101, [51, 50]],
  ] as const)("reckons %s", (_, terms, gross, total, shares) => {
    expect(
      serviceFee(
        terms,
        gross.map((amount) => fen(amount)),
      ),
    ).toEqual({
      totalFen: total,
      sharesFen: shares,
    });
  });

  it.each([
    // heads, graduated, volume
    [0, 0, 0],
    [1, 6_000, 6_000],
    [10, 60_000, 60_000],
    [11, 65_000, 55_000],
    [50, 260_000, 250_000],
    [51, 264_000, 204_000],
    [100, 460_000, 400_000],
  ])("prices %i workers on steps at %i graduated and %i by volume", (heads, byStep, byNumber) => {
    expect(serviceFee(graduated, workers(heads)).totalFen).toBe(byStep);
    expect(serviceFee(unsaid, workers(heads)).totalFen).toBe(byStep);
    expect(serviceFee(volume, workers(heads)).totalFen).toBe(byNumber);
  });

  it("charges each worker the price of his or her step when graduated", () => {
    const rising = fc
      .array(fc.tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: 10_000 })), { maxLength: 4 })
      .chain((widths) =>
        fc.tuple(fc.constant(widths), fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 0, max: 120 })),
      );
    fc.assert(
      fc.property(rising, ([widths, lastPrice, heads]) => {
        let end = 0;
        const tiers: FeeTier[] = widths.map(([width, price]) => ({
          upTo: (end += width),
          monthlyFen: fen(price),
        }));
        tiers.push({ upTo: null, monthlyFen: fen(lastPrice) });
        let expected = 0;
        for (let head = 1; head <= heads; head += 1) {
          expected += tiers.find((tier) => tier.upTo === null || head <= tier.upTo)?.monthlyFen ?? 0;
        }
        const price = tiers.find((tier) => tier.upTo === null || heads <= tier.upTo)?.monthlyFen ?? 0;
        const gross = workers(heads);
        expect(serviceFee({ kind: "per-head-tiered", tiers }, gross).totalFen).toBe(expected);
        expect(serviceFee({ kind: "per-head-tiered", tiers, basis: "volume" }, gross).totalFen).toBe(
          price * heads,
        );
      }),
    );
  });

  it("shares every kind of fee out to the fen", () => {
    const terms = fc.oneof(
      fc.record({ kind: fc.constant("per-head" as const), monthlyFen: fc.nat(100_000).map(fen) }),
      fc.record({ kind: fc.constant("rate-on-gross" as const), ppm: fc.nat(1_000_000).map(ratePpm) }),
      fc.record({ kind: fc.constant("fixed" as const), monthlyFen: fc.nat(10_000_000).map(fen) }),
      fc.constantFrom(graduated, volume),
    );
    const gross = fc.array(fc.integer({ min: -100_000, max: 3_000_000 }).map(fen), {
      minLength: 1,
      maxLength: 60,
      size: "max",
    });
    fc.assert(
      fc.property(terms, gross, (given, amounts) => {
        const fee = serviceFee(given, amounts);
        expect(fee.sharesFen).toHaveLength(amounts.length);
        expect(sumFen(fee.sharesFen)).toBe(fee.totalFen);
      }),
      { numRuns: 500 },
    );
  });

  it("does not depend on the order of the workers, but for the odd fen", () => {
    const gross = [fen(412_345), fen(298_711), fen(501_002)];
    const forwards = serviceFee(rate(31_700), gross);
    const backwards = serviceFee(rate(31_700), gross.toReversed());
    expect(backwards.totalFen).toBe(forwards.totalFen);
    expect(backwards.sharesFen.toReversed()).toEqual(forwards.sharesFen);
  });

  it("prices as many workers as the last step covers", () => {
    const tiers: readonly FeeTier[] = [{ upTo: 10, monthlyFen: fen(7) }];
    expect(serviceFee({ kind: "per-head-tiered", tiers }, workers(10)).totalFen).toBe(70);
    expect(serviceFee({ kind: "per-head-tiered", tiers, basis: "volume" }, workers(10)).totalFen).toBe(70);
  });

  it.each([
    ["the last step ends before the number of workers", [{ upTo: 10, monthlyFen: fen(1) }], 11],
    ["there is no step", [], 1],
  ])("throws rather than work for nothing when %s", (_, tiers, heads) => {
    expect(() => serviceFee({ kind: "per-head-tiered", tiers }, workers(heads))).toThrow(RangeError);
    expect(() => serviceFee({ kind: "per-head-tiered", tiers, basis: "volume" }, workers(heads))).toThrow(
      RangeError,
    );
  });
});

function rate(ppm: number): FeeTerms {
  return { kind: "rate-on-gross", ppm: ratePpm(ppm) };
}
