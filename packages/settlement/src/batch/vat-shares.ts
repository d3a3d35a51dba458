import { fen, maxFen, multiplyRate, zeroFen, type RatePpm, type VatTaxpayer } from "@tongchou/core";
import { vatRuleOnTop, type ChargedAgreement, type FeeTax } from "../statement/fee-tax.js";
import type { BatchRows } from "./batch-rows.js";
import type { BatchRules } from "./batch-rules.js";
import { fillShares, type BatchFee } from "./fee-shares.js";
import type { LineColumns } from "./line-columns.js";
import { settleContributions } from "./settle-contributions.js";
import { fromFirstRow, prepareShares, type Shares } from "./shares.js";
import type { WorkerColumns } from "./worker-columns.js";

/**
 * Value-added tax on top of a fee.
 *
 * - `included`: the fee contains it.
 * - `on-fee`: on the fee alone; `on-price`: on fee, pay and the employer's contributions together.
 * - `unknown`: no rule is established; the column has NaN, never nought.
 */
export type BatchVat =
  | { readonly kind: "included" }
  | { readonly kind: "unknown" }
  | { readonly kind: "on-fee" | "on-price"; readonly rate: RatePpm };

/**
 * A contract's fee as a batch reckons it.
 *
 * @example
 * const terms = { kind: "per-head", monthlyFen: fen(6000) } as const;
 * const contract = { id: "C1", unitId: "U1", agencyId: "A1", mode: "dispatch", feeTerms: terms } as const;
 * const tax = { facts: createFacts(jiujiangPacks), law: { on: plainDate("2024-03-31") } };
 * batchFeeOf({ ...contract, vatIncluded: true }, "general", tax);
 * // => { kind: "terms", terms, vat: { kind: "included" } }
 * batchFeeOf({ ...contract, vatIncluded: false }, "general", tax).vat;
 * // => { kind: "on-fee", rate: 50000 }
 */
export function batchFeeOf(
  contract: ChargedAgreement,
  taxpayer: VatTaxpayer | undefined,
  tax: FeeTax,
): Extract<BatchFee, { readonly kind: "terms" }> {
  return { kind: "terms", terms: contract.feeTerms, vat: vatOf(contract, taxpayer, tax) };
}

function vatOf(contract: ChargedAgreement, taxpayer: VatTaxpayer | undefined, tax: FeeTax): BatchVat {
  if (contract.vatIncluded) return { kind: "included" };
  const rule = vatRuleOnTop(contract, taxpayer, tax);
  if (rule === undefined) return { kind: "unknown" };
  return { kind: rule.base === "full" ? "on-price" : "on-fee", rate: rule.rate };
}

/**
 * Prepares the tax on top of the fees; undefined where there is none. It goes by each row's share of what is
 * taxed, which it holds in a column of its own until the batch is settled.
 */
export function prepareVatShares(
  workers: WorkerColumns,
  fees: readonly BatchFee[],
  { rules, feeShares, scratch, blocks }: VatGround,
): Shares | undefined {
  const vats = fees.map((fee): BatchVat => (fee.kind === "terms" ? fee.vat : { kind: "included" }));
  if (vats.every(({ kind }) => kind === "included")) return undefined;
  const isOnPrice = [false, ...vats.map(({ kind }) => kind === "on-price")];
  const taxed = new Float64Array(workers.contractIndex.length);
  const taxedFen = new Float64Array(fees.length + 1);
  const shares = fromFirstRow(feeShares);
  for (const rows of blocks) {
    if (isOnPrice.includes(true)) settleContributions(workers, rows, rules, scratch);
    fillShares(workers, rows, shares, scratch.agencyFeeFen);
    for (let at = 0, row = rows.from; at < rows.count; at += 1, row += 1) {
      const place = (workers.contractIndex[row] ?? 0) + 1;
      const passedThrough =
        isOnPrice[place] === true
          ? (workers.grossFen[row] ?? 0) + (scratch.employerContributionsFen[at] ?? 0)
          : 0;
      const amount = (scratch.agencyFeeFen[at] ?? 0) + passedThrough;
      taxed[row] = Math.max(0, amount);
      taxedFen[place] = (taxedFen[place] ?? 0) + amount;
    }
  }
  const totals = new Float64Array(fees.length + 1).fill(Number.NaN);
  const each = new Float64Array(fees.length + 1);
  for (const [index, vat] of vats.entries()) {
    const place = index + 1;
    if (vat.kind === "unknown") each[place] = Number.NaN;
    if (vat.kind !== "on-fee" && vat.kind !== "on-price") continue;
    totals[place] = multiplyRate(maxFen(zeroFen, fen(taxedFen[place] ?? 0)), vat.rate, "half-up");
  }
  return prepareShares(
    { contractIndex: workers.contractIndex, weightOf: (row) => taxed[row] ?? 0 },
    totals,
    each,
  );
}

/** What the tax is reckoned from beside the columns. */
export interface VatGround {
  readonly rules: BatchRules;
  readonly feeShares: Shares;
  /** Lines that are filled and thrown away. */
  readonly scratch: LineColumns;
  readonly blocks: Iterable<BatchRows>;
}
