import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allocate } from "./allocate.js";
import { fen, subtractFen, zeroFen } from "./fen.js";

const Exact = Decimal.clone({ precision: 60 });

const totals = fc
  .oneof(fc.integer({ min: -10_000, max: 10_000 }), fc.maxSafeInteger())
  .map((total) => fen(total));
const weights = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER })), {
    minLength: 1,
    maxLength: 40,
    size: "max",
  })
  .filter((list) => list.some((weight) => weight > 0));

describe("allocate", () => {
  it.each([
    // total, weights, parts
    [100, [1, 1, 1], [34, 33, 33]],
    [-100, [1, 1, 1], [-34, -33, -33]],
    [200, [1, 1, 1], [67, 67, 66]],
    [10, [1, 2, 3], [2, 3, 5]], // 1.67, 3.33, 5.00
    [1, [0, 1], [0, 1]],
    [1, [1, 1], [1, 0]],
    [0, [3, 4], [0, 0]],
    [5, [7], [5]],
    [7, [0, 0, 2], [0, 0, 7]],
  ])("splits %i by %j into %j", (total, by, parts) => {
    expect(allocate(fen(total), by)).toEqual(parts);
  });

  it("gives parts that add up to the whole", () => {
    fc.assert(
      fc.property(totals, weights, (total, by) => {
        const parts = allocate(total, by);
        expect(parts).toHaveLength(by.length);
        expect(parts.reduce((sum, part) => sum + BigInt(part), 0n)).toBe(BigInt(total));
      }),
      { numRuns: 1000 },
    );
  });

  it("keeps every part less than one fen from its exact share", () => {
    fc.assert(
      fc.property(totals, weights, (total, by) => {
        const sum = by.reduce((left, weight) => left.plus(weight), new Exact(0));
        allocate(total, by).forEach((part, index) => {
          const share = new Exact(total).times(by[index] ?? 0).div(sum);
          expect(share.minus(part).abs().lessThan(1)).toBe(true);
        });
      }),
      { numRuns: 300 },
    );
  });

  it("gives the odd fen to the largest remainders, the earlier first", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), weights, (total, by) => {
        const sum = by.reduce((left, weight) => left + BigInt(weight), 0n);
        const exact = by.map((weight) => BigInt(total) * BigInt(weight));
        const extra = allocate(fen(total), by).map(
          (part, index) => BigInt(part) - (exact[index] ?? 0n) / sum,
        );
        for (let left = 0; left < by.length; left += 1) {
          for (let right = 0; right < by.length; right += 1) {
            const [a, b] = [(exact[left] ?? 0n) % sum, (exact[right] ?? 0n) % sum];
            const goesFirst = a > b || (a === b && left < right);
            if (goesFirst) expect((extra[left] ?? 0n) >= (extra[right] ?? 0n)).toBe(true);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it("gives nothing to a weight of 0", () => {
    fc.assert(
      fc.property(totals, weights, (total, by) => {
        const parts = allocate(total, by);
        expect(parts.filter((_, index) => by[index] === 0).every((part) => part === 0)).toBe(true);
      }),
    );
  });

  it("splits a negative amount as the mirror image of the positive one", () => {
    fc.assert(
      fc.property(totals, weights, (total, by) => {
        const mirrored = allocate(total, by).map((part) => subtractFen(zeroFen, part));
        expect(allocate(subtractFen(zeroFen, total), by)).toEqual(mirrored);
      }),
    );
  });

  it.each([
    ["no weights", []],
    ["only weights of 0", [0, 0]],
    ["a negative weight", [1, -1]],
    ["a fraction as weight", [0.5]],
    ["a weight beyond the safe range", [2 ** 53]],
  ])("refuses %s", (_, by) => {
    expect(() => allocate(fen(1), by)).toThrow(RangeError);
  });
});
