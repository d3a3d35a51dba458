import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { period, plainDate } from "../calendar/plain-date.js";
import { fen, sumFen, type Fen } from "../money/fen.js";
import { ratePpm } from "../money/rate.js";
import type { FeeTerms, FeeTier } from "./fee-terms.js";
import type { HeadCounting, Stay } from "./head-counting.js";
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

const march = period("2024-03");
const joiner: Stay = { from: plainDate("2024-03-16") };
const leaver: Stay = { to: plainDate("2024-03-10") };
const byDay = { headCounting: { kind: "by-day" } } as const;
const on15 = { headCounting: { kind: "threshold-day", day: 15 } } as const;
const wholeMonth = { headCounting: { kind: "whole-month" } } as const;

describe("serviceFee of workers who join or leave inside the month", () => {
  const head = { kind: "per-head", monthlyFen: fen(6200) } as const;
  const two: FeeTier[] = [
    { upTo: 2, monthlyFen: fen(8000) },
    { upTo: null, monthlyFen: fen(5000) },
  ];
  const tiered = { kind: "per-head-tiered", tiers: two } as const;
  const [all, none] = [undefined, { from: plainDate("2024-04-01") }];

  it.each([
    // A day of March at 62.00 a month is 2.00: 16 days of the joiner 32.00, 10 days of the leaver 20.00.
    ["a head by day", { ...head, ...byDay }, [all, joiner, leaver], 11_400, [6200, 3200, 2000]],
    ["a head on the 15th", { ...head, ...on15 }, [all, joiner, leaver], 6200, [6200, 0, 0]],
    ["a head, whole", { ...head, ...wholeMonth }, [all, joiner, leaver], 18_600, [6200, 6200, 6200]],
    ["a head, unsaid", head, [all, joiner, leaver], 18_600, [6200, 6200, 6200]],
    ["nobody on the 15th", { ...head, ...on15 }, [joiner, leaver], 0, [0, 0]],
    ["nobody in the month", { ...head, ...wholeMonth }, [none], 0, [0]],
    // 60.00 ÷ 31 × 16 = 30.967…: 30.97.
    ["a part of 60.00", { ...head, monthlyFen: fen(6000), ...byDay }, [joiner], 3097, [3097]],
    // Heads 2 and 10/31: 2 × 80.00 + 50.00 × 10/31 = 176.129…; shares by days 31:31:10, 75.84 (75.836…),
    // 75.83 (75.836…) and 24.46 (24.463…): the fen that is left goes to the first of the two equal ones.
    ["steps by day", { ...tiered, ...byDay }, [all, all, leaver], 17_613, [7584, 7583, 2446]],
    // 72 days are more than two whole heads: all at the price of the second step, 50.00 × 72/31 = 116.129….
    [
      "volume by day",
      { ...tiered, basis: "volume", ...byDay },
      [all, all, leaver],
      11_613,
      [5000, 5000, 1613],
    ],
    // 62 days are two heads, not more.
    [
      "volume at its edge",
      { ...tiered, basis: "volume", ...byDay },
      [all, all, none],
      16_000,
      [8000, 8000, 0],
    ],
    ["a minimum charge", { ...head, ...on15, minimumFen: fen(5000) }, [joiner, leaver], 5000, [2500, 2500]],
    ["a minimum on days", { ...head, ...byDay, minimumFen: fen(5201) }, [joiner, leaver], 5201, [3201, 2000]],
    ["a cap", { ...head, maximumFen: fen(10_000) }, [all, all], 10_000, [5000, 5000]],
  ] as const)("reckons %s", (_, terms, stays, total, shares) => {
    const gross = stays.map(() => fen(400_000));
    expect(serviceFee(terms, gross, { month: march, stays })).toEqual({
      totalFen: total,
      sharesFen: shares,
    });
  });

  it.each([
    // gross pay, minimum, cap, fee at 3 %
    [[400_000, 500_000], 27_000, 27_000, 27_000],
    [[400_000, 500_000], 30_000, undefined, 30_000],
    [[400_000, 500_000], undefined, 20_000, 20_000],
    [[400_000, 500_000], 0, 30_000, 27_000],
    [[-400_000], 0, undefined, 0],
    [[], 500, undefined, 500],
    [[], undefined, undefined, 0],
  ])("bounds a share of %j by %s and %s: %i", (gross, minimum, maximum, total) => {
    const terms: FeeTerms = {
      kind: "rate-on-gross",
      ppm: ratePpm(30_000),
      minimumFen: minimum === undefined ? undefined : fen(minimum),
      maximumFen: maximum === undefined ? undefined : fen(maximum),
    };
    const fee = serviceFee(terms, gross.map(fen));
    expect([fee.totalFen, sumFen(fee.sharesFen)]).toEqual([total, gross.length === 0 ? 0 : total]);
  });
});

/** A fee by another way: each day of each head priced alone, in decimals, and shared by whole quotients. */
function naiveFee(terms: FeeTerms, gross: readonly number[], stays: readonly (Stay | undefined)[]): unknown {
  const days = Array.from({ length: 31 }, (_, index) => `2024-03-${String(index + 1).padStart(2, "0")}`);
  const isThere = (stay: Stay | undefined, day: string): boolean =>
    (stay?.from ?? "") <= day && day <= (stay?.to ?? "9");
  const present = stays.map((stay) => days.filter((day) => isThere(stay, day)));
  const counting: HeadCounting | undefined = "headCounting" in terms ? terms.headCounting : undefined;
  const threshold = counting?.kind === "threshold-day" ? days[counting.day - 1] : undefined;
  const counted = present.map((own) => {
    if (counting?.kind === "by-day") return own.length;
    const isHead = threshold === undefined ? own.length > 0 : own.includes(threshold);
    return isHead ? 31 : 0;
  });
  const allDays = counted.reduce((sum, own) => sum + own, 0);
  const priceAt = (headNumber: number): number => {
    if (terms.kind === "per-head") return terms.monthlyFen;
    const tierList = terms.kind === "per-head-tiered" ? terms.tiers : [];
    return tierList.find((tier) => tier.upTo === null || headNumber <= tier.upTo)?.monthlyFen ?? NaN;
  };
  let total: Decimal;
  let weights: readonly number[] = gross.map(() => 1);
  if (terms.kind === "rate-on-gross") {
    total = Decimal.sum(0, ...gross)
      .times(terms.ppm)
      .div(1_000_000);
    weights = gross.map((amount) => Math.max(0, amount));
  } else if (terms.kind === "per-head" || terms.kind === "per-head-tiered") {
    const isVolume = terms.kind === "per-head-tiered" && terms.basis === "volume";
    let days31 = new Decimal(0);
    for (let day = 1; day <= allDays; day += 1) {
      days31 = days31.plus(priceAt(Math.ceil((isVolume ? allDays : day) / 31)));
    }
    total = days31.div(31);
    weights = counted;
  } else total = new Decimal(terms.monthlyFen);
  total = total.toDecimalPlaces(0, Decimal.ROUND_HALF_UP);
  if ("minimumFen" in terms && total.lt(terms.minimumFen ?? total))
    total = new Decimal(terms.minimumFen ?? 0);
  if ("maximumFen" in terms && total.gt(terms.maximumFen ?? total))
    total = new Decimal(terms.maximumFen ?? 0);
  if (weights.every((weight) => weight === 0)) weights = weights.map(() => 1);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const quotas = weights.map((weight, index) => {
    const product = total.abs().times(weight);
    return { index, part: product.divToInt(whole), rest: product.mod(whole) };
  });
  const left = total
    .abs()
    .minus(Decimal.sum(0, ...quotas.map(({ part }) => part)))
    .toNumber();
  const served = quotas.toSorted((a, b) => b.rest.cmp(a.rest) || a.index - b.index).slice(0, left);
  const sharesFen = quotas.map(
    (quota) => (quota.part.toNumber() + (served.includes(quota) ? 1 : 0)) * (total.isNeg() ? -1 : 1) || 0,
  );
  return { totalFen: total.toNumber() || 0, sharesFen };
}

const anyCounting: fc.Arbitrary<HeadCounting | undefined> = fc.oneof(
  fc.constantFrom<HeadCounting | undefined>(undefined, { kind: "whole-month" }, { kind: "by-day" }),
  fc.record({ kind: fc.constant("threshold-day" as const), day: fc.integer({ min: 1, max: 31 }) }),
);
const anyAmount = fc.oneof(fc.constant(undefined), fc.nat(400_000).map(fen));
const anyBounds = fc.tuple(anyAmount, anyAmount).map(([a, b]) => {
  if (a === undefined || b === undefined) return { minimumFen: a, maximumFen: b };
  return { minimumFen: fen(Math.min(a, b)), maximumFen: fen(Math.max(a, b)) };
});
const anyTerms: fc.Arbitrary<FeeTerms> = fc
  .record({
    bounds: anyBounds,
    headCounting: anyCounting,
    basis: fc.constantFrom("graduated", "volume", undefined),
    monthlyFen: fc.nat(20_000).map(fen),
    ppm: fc.nat(200_000).map(ratePpm),
    kind: fc.constantFrom("per-head", "per-head-tiered", "rate-on-gross", "fixed", "quote"),
  })
  .map(({ bounds, headCounting, basis, monthlyFen, ppm, kind }): FeeTerms => {
    switch (kind) {
      case "per-head":
        return { kind, monthlyFen, headCounting, ...bounds };
      case "per-head-tiered":
        return { kind, tiers: [{ upTo: 3, monthlyFen }, ...steps], headCounting, basis, ...bounds };
      case "rate-on-gross":
        return { kind, ppm, ...bounds };
      case "fixed":
        return { kind, monthlyFen };
      case "quote":
        return { kind, monthlyFen, quoteId: "Q" };
    }
  });
const anyDay = fc
  .integer({ min: 1, max: 31 })
  .map((day) => plainDate(`2024-03-${String(day).padStart(2, "0")}`));
const anyHead = fc.record({
  gross: fc.integer({ min: -50_000, max: 1_500_000 }),
  stay: fc.oneof(
    fc.constant(undefined),
    fc.record({
      from: fc.oneof(fc.constant(undefined), anyDay),
      to: fc.oneof(fc.constant(undefined), anyDay),
    }),
  ),
});

describe("serviceFee against a second implementation", () => {
  it("reckons every kind of terms on any joiners and leavers to the same fen", () => {
    fc.assert(
      fc.property(anyTerms, fc.array(anyHead, { maxLength: 14 }), (terms, heads) => {
        const gross = heads.map((entry) => entry.gross);
        const stays = heads.map(({ stay }) => stay);
        const fee = serviceFee(terms, gross.map(fen), { month: march, stays });
        expect(fee).toEqual(naiveFee(terms, gross, stays));
        if (heads.length > 0) expect(sumFen(fee.sharesFen)).toBe(fee.totalFen);
      }),
      { numRuns: 1500 },
    );
  });

  it("is the same fee for workers who were there throughout, with or without their days", () => {
    fc.assert(
      fc.property(anyTerms, fc.array(anyHead, { maxLength: 14 }), (terms, heads) => {
        const gross = heads.map((entry) => fen(entry.gross));
        const stays = heads.map(() => undefined);
        expect(serviceFee(terms, gross, { month: march, stays })).toEqual(serviceFee(terms, gross));
      }),
      { numRuns: 300 },
    );
  });

  it("does not depend on the order of the workers", () => {
    fc.assert(
      fc.property(anyTerms, fc.array(anyHead, { maxLength: 14 }), (terms, heads) => {
        const feeOf = (given: typeof heads): ReturnType<typeof serviceFee> =>
          serviceFee(
            terms,
            given.map((entry) => fen(entry.gross)),
            {
              month: march,
              stays: given.map(({ stay }) => stay),
            },
          );
        const [forwards, backwards] = [feeOf(heads), feeOf(heads.toReversed())];
        expect(backwards.totalFen).toBe(forwards.totalFen);
        // The odd fen of equal shares goes to whoever stands first.
        for (const [index, share] of backwards.sharesFen.toReversed().entries()) {
          expect(Math.abs(share - (forwards.sharesFen[index] ?? NaN))).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 300 },
    );
  });
});

function rate(ppm: number): FeeTerms {
  return { kind: "rate-on-gross", ppm: ratePpm(ppm) };
}
