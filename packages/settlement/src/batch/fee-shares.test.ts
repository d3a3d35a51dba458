import { allocate, fen, period, ratePpm, serviceFee, type Fen } from "@tongchou/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fillShares, prepareFeeShares, type BatchFee } from "./fee-shares.js";
import { createWorkerColumns } from "./worker-columns.js";

interface Row {
  readonly contract: number;
  readonly weight: number;
}

function sharesOf(rows: readonly Row[], fees: readonly BatchFee[]): readonly number[] {
  const workers = createWorkerColumns(rows.length);
  workers.contractIndex.set(rows.map(({ contract }) => contract));
  workers.feeWeight.set(rows.map(({ weight }) => weight));
  const shares = prepareFeeShares(workers, fees, period("2024-03"));
  const column = new Float64Array(rows.length);
  const half = Math.floor(rows.length / 2);
  fillShares(workers, { from: 0, count: half }, shares, column);
  const rest = new Float64Array(rows.length - half);
  fillShares(workers, { from: half, count: rows.length - half }, shares, rest);
  column.set(rest, half);
  return [...column];
}

function total(feeFen: Fen): BatchFee {
  return { kind: "total", feeFen };
}

/** What `allocate` gives, contract by contract; where no weight is above nought, all are even. */
function allocated(rows: readonly Row[], fees: readonly Fen[]): readonly number[] {
  const result: number[] = rows.map(() => 0);
  for (const [contract, feeFen] of fees.entries()) {
    const places = rows.flatMap((row, index) => (row.contract === contract ? [index] : []));
    const weights = places.map((index) => Math.max(0, rows[index]?.weight ?? 0));
    if (places.length === 0) continue;
    const parts = allocate(feeFen, weights.some((weight) => weight > 0) ? weights : weights.map(() => 1));
    for (const [at, index] of places.entries()) result[index] = parts[at] ?? 0;
  }
  return result;
}

describe("fillShares", () => {
  it("shares totals as allocate does, whatever the weights and the order of rows", () => {
    const anyWeight = fc.oneof(
      fc.constant(1),
      fc.integer({ min: -5, max: 12 }),
      fc.integer({ min: 0, max: 2_000_000 }),
      fc.maxSafeInteger().map((weight) => Math.floor(weight / 1000)),
    );
    const anyRow = fc.record({ contract: fc.integer({ min: -1, max: 3 }), weight: anyWeight });
    const anyFee = fc.oneof(fc.nat(1000), fc.nat(100_000_000), fc.nat({ max: Number.MAX_SAFE_INTEGER }));
    fc.assert(
      fc.property(
        fc.array(anyRow, { maxLength: 60 }),
        fc.array(anyFee, { minLength: 4, maxLength: 4 }),
        (rows, amounts) => {
          const fees = amounts.map((amount) => fen(amount));
          expect(sharesOf(rows, fees.map(total))).toEqual(allocated(rows, fees));
        },
      ),
      { numRuns: 3000, interruptAfterTimeLimit: 20_000 },
    );
  });

  it("shares a rate on gross as serviceFee does", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50_000, max: 3_000_000 }), { minLength: 1 }), (amounts) => {
        const gross = amounts.map((amount) => fen(amount));
        fc.pre(amounts.reduce((sum, amount) => sum + amount, 0) >= 0);
        const fee = serviceFee({ kind: "rate-on-gross", ppm: ratePpm(25_000) }, gross);
        const rows = gross.map((weight) => ({ contract: 0, weight }));
        expect(sharesOf(rows, [total(fee.totalFen)])).toEqual(fee.sharesFen);
      }),
    );
  });

  it("takes a price a head for each, and nothing for a row under no contract", () => {
    const rows = [0, -1, 1, 0].map((contract) => ({ contract, weight: 1 }));
    const fees: readonly BatchFee[] = [{ kind: "per-head", monthlyFen: fen(6000) }, total(fen(77))];
    expect(sharesOf(rows, fees)).toEqual([6000, 0, 77, 6000]);
  });

  it("refuses a weight that is not whole", () => {
    expect(() => sharesOf([{ contract: 0, weight: 0.5 }], [total(fen(1))])).toThrow("row 0: feeWeight");
  });
});
