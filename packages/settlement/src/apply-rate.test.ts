import { fen, ratePpm, type Rounding } from "@tongchou/core";
import { describe, expect, it } from "vitest";
import { applyRate } from "./apply-rate.js";

describe("applyRate", () => {
  it.each<readonly [number, number, Rounding, number, number]>([
    // Amount in fen, rate in millionths, rounding, unit in fen, result in fen.
    [383_650, 5000, "half-up", 1, 1918],
    [383_650, 5000, "up", 1, 1919],
    [383_900, 5000, "half-up", 1, 1920],
    [383_900, 5000, "half-even", 1, 1920],
    [384_100, 5000, "half-up", 1, 1921],
    [384_100, 5000, "half-even", 1, 1920],
    [383_600, 50_000, "half-up", 100, 19_200],
    [389_000, 50_000, "half-up", 100, 19_500],
    [389_000, 50_000, "down", 100, 19_400],
    [-383_900, 5000, "half-up", 1, -1920],
    [0, 1_000_000, "up", 100, 0],
  ])("%i at %i, %s to %i, is %i", (amount, rate, mode, unitFen, result) => {
    expect(applyRate(fen(amount), ratePpm(rate), { mode, unitFen: fen(unitFen) })).toBe(result);
  });
});
