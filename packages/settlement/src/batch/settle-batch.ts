import type { Period } from "@tongchou/core";
import type { SettlementRules } from "../settlement-rules.js";
import { prepareBatchRules } from "./batch-rules.js";
import type { BatchRows } from "./batch-rows.js";
import { checkRows } from "./check-rows.js";
import { fillShares, prepareFeeShares, type BatchFee } from "./fee-shares.js";
import { createLineColumns, type LineColumns } from "./line-columns.js";
import { settleContributions } from "./settle-contributions.js";
import { settlePay } from "./settle-pay.js";
import { prepareVatShares } from "./vat-shares.js";
import type { WorkerColumns } from "./worker-columns.js";

/** What a month's batch is settled with. */
export interface BatchMonth {
  readonly period: Period;
  readonly rules: SettlementRules;
  /** Rows name a contract by the place of its fee in this list. */
  readonly fees: readonly BatchFee[];
}

/** Rows that are settled together: so few that their columns stay in the processor's cache. */
const blockRows = 512;

/**
 * Settles many workers' months from gross to net: the figures of `settleLine`, by the same formulas, and each
 * worker's share of a contract's fee and of the tax on top of it. Columns in, columns out, and no object for a worker: a block of rows is
 * settled at a time, in columns that are filled again for the next, so that the memory taken does not grow
 * with the rows.
 *
 * Lines with more than the columns hold, as `fitsBatch` says, are not for a batch.
 *
 * The odd fen of a shared fee go to the earlier rows, so rows come in the order of the workers' ids, as the
 * lines of a statement do.
 *
 * @param onBlock is given the lines of the rows from `from`; the first `count` entries count, until it returns
 * @throws RangeError for a row with amounts that are not whole or beyond 2⁴⁵ fen, with a way of counting, a
 *   number of months or a contract that there is not; and for rules beyond what is reckoned exactly
 * @example
 * const rules = settlementRules(createFacts(jiujiangPacks), { on: plainDate("2024-03-31") });
 * if (!rules.ok) throw new Error("not known");
 * const workers = createWorkerColumns(2);
 * workers.grossFen.set([486000, 1200000]);
 * workers.contributionWageFen.set([486000, 1200000]);
 * workers.housingFundRate.set([70000, 0]);
 * const nets: number[] = [];
 * const month = { period: period("2024-03"), rules: rules.value, fees: [] };
 * settleBatch(workers, month, ({ netFen }, _, count) => {
 *   nets.push(...netFen.subarray(0, count));
 * });
 * nets; // => [400970, 1056780]
 */
export function settleBatch(
  workers: WorkerColumns,
  month: BatchMonth,
  onBlock: (lines: LineColumns, from: number, count: number) => void,
): void {
  const rules = prepareBatchRules(month.rules, month.period);
  const lines = createLineColumns(blockRows, month.rules.contributions);
  const blocks = (): Generator<BatchRows> => blocksOf(workers.grossFen.length);
  // What a fee is reckoned on has to be sound before the first block is handed out.
  if (month.fees.some(({ kind }) => kind === "terms")) {
    for (const rows of blocks()) checkRows(workers, rows);
  }
  const feeShares = prepareFeeShares(workers, month.fees, month.period);
  const vatGround = { rules, feeShares, scratch: lines, blocks: blocks() };
  const vatShares = prepareVatShares(workers, month.fees, vatGround);
  for (const rows of blocks()) {
    checkRows(workers, rows);
    settleContributions(workers, rows, rules, lines);
    settlePay(workers, rows, rules, lines);
    fillShares(workers, rows, feeShares, lines.agencyFeeFen);
    if (vatShares !== undefined) fillShares(workers, rows, vatShares, lines.vatFen);
    onBlock(lines, rows.from, rows.count);
  }
}

function* blocksOf(workers: number): Generator<BatchRows> {
  for (let from = 0; from < workers; from += blockRows) {
    yield { from, count: Math.min(blockRows, workers - from) };
  }
}
