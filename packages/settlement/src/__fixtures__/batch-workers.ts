import type { LineColumns } from "../batch/line-columns.js";
import { settleBatch, type BatchMonth } from "../batch/settle-batch.js";
import { createWorkerColumns, deductionModes, type WorkerColumns } from "../batch/worker-columns.js";
import { insuranceKinds } from "../contributions.js";
import type { DecimalLine, DecimalWorker } from "./decimal-payroll.js";

/** Random numbers from 0 to below 1 that a seed repeats (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * A worker's month at random: pay in whole yuan (where halves of a fen come about), at the bounds of the
 * contribution base, near the brackets of the tax, and anywhere.
 */
export function randomWorker(random: () => number, month: string): DecimalWorker {
  const upTo = (most: number): number => Math.floor(random() * (most + 1));
  const maybe = (chance: number, amount: () => number): number => (random() < chance ? amount() : 0);
  const calendarMonth = Number(month.slice(5));
  const kinds = [() => upTo(10_000) * 100, () => 365_000 + upTo(2000), () => upTo(30_000_000)];
  const pay = (): number => (kinds[upTo(kinds.length - 1)] ?? upTo)(0);
  const modes = [
    deductionModes[0],
    ...(month >= "2020-07" ? [deductionModes[1]] : []),
    ...(month >= "2021-01" ? [deductionModes[2]] : []),
  ];
  const gross = pay();
  return {
    gross: gross - maybe(0.02, () => upTo(5000)),
    wage: random() < 0.5 ? gross : maybe(0.95, pay),
    fundPercent: upTo(12),
    mode: modes[upTo(modes.length - 1)] ?? "months-at-unit",
    monthsAtAgent: 1 + upTo(calendarMonth - 1),
    additional: maybe(0.5, () => upTo(5_000_000)),
    incomeBefore: maybe(0.8, () => upTo(random() < 0.2 ? 120_000_000 : gross * 11)),
    specialBefore: upTo(2_000_000),
    withheldBefore: maybe(0.4, () => upTo(2_000_000)),
    other: maybe(0.1, () => upTo(200_000)),
  };
}

/** Workers as columns. */
export function columnsOf(workers: readonly DecimalWorker[]): WorkerColumns {
  const columns = createWorkerColumns(workers.length);
  for (const [row, worker] of workers.entries()) {
    columns.grossFen[row] = worker.gross;
    columns.contributionWageFen[row] = worker.wage;
    columns.housingFundRate[row] = worker.fundPercent * 10_000;
    columns.deductionMode[row] = deductionModes.indexOf(worker.mode);
    columns.monthsAtAgent[row] = worker.monthsAtAgent;
    columns.additionalDeductionsFen[row] = worker.additional;
    columns.incomeBeforeFen[row] = worker.incomeBefore;
    columns.specialDeductionsBeforeFen[row] = worker.specialBefore;
    columns.taxWithheldBeforeFen[row] = worker.withheldBefore;
    columns.otherDeductionsFen[row] = worker.other;
  }
  return columns;
}

/** A batch's lines one by one, in the words of the decimal implementation, with the share of the fee. */
export function linesOf(
  workers: WorkerColumns,
  month: BatchMonth,
): readonly (DecimalLine & { readonly fee: number })[] {
  const lines: (DecimalLine & { readonly fee: number })[] = [];
  settleBatch(workers, month, (block, from, count) => {
    if (from !== lines.length) throw new Error("blocks come in order");
    for (let at = 0; at < count; at += 1) lines.push(lineAt(block, at));
  });
  return lines;
}

function lineAt(block: LineColumns, at: number): DecimalLine & { readonly fee: number } {
  const of = (column: Float64Array): number => column[at] ?? Number.NaN;
  const side = (column: Float64Array): number | undefined =>
    Number.isNaN(of(column)) ? undefined : of(column);
  return {
    base: of(block.contributionBaseFen),
    sides: insuranceKinds.flatMap((kind) => {
      const { employerFen, employeeFen } = block.insurance[kind];
      return [side(employerFen), side(employeeFen)];
    }),
    fund: of(block.housingFundEachSideFen),
    special: of(block.specialDeductionsFen),
    employer: of(block.employerContributionsFen),
    taxable: of(block.taxableFen),
    tax: of(block.taxFen),
    net: of(block.netFen),
    cost: of(block.employerCostFen),
    fee: of(block.agencyFeeFen),
  };
}
