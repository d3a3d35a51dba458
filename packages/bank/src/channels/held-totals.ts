import { type Fen, sumFen } from "@tongchou/core";
import { readAmount } from "../codec/amount-text.js";

/** What a message says of itself, as it is written there. */
export interface DeclaredTotals {
  readonly count: string | undefined;
  readonly amount: string | undefined;
}

/**
 * Tells whether a message's totals are those of its rows, to the fen: one that was kept may have been changed
 * before it is sent.
 */
export function totalsHold(
  declared: DeclaredTotals,
  amounts: readonly (string | undefined)[],
  unit: "fen" | "yuan",
): boolean {
  const total = readAmount(declared.amount ?? "", unit);
  const read = amounts.flatMap((text): Fen[] => {
    const amount = readAmount(text ?? "", unit);
    return amount.ok ? [amount.value] : [];
  });
  const isWhole = read.length === amounts.length && declared.count === String(amounts.length);
  return isWhole && total.ok && total.value === sumFen(read);
}
