import type { LineInput } from "../statement/statement-input.js";

/**
 * True for a line whose figures are all in the columns of a batch. One with a bonus, exempt pay,
 * contributions of earlier months, insurance against work injury alone, or claims on the net pay is settled
 * by itself, and with it everybody under its contract, whose fee may go by the gross of all.
 *
 * @example
 * const pay = [{ kind: "bonus", amountFen: fen(500000) }] as const;
 * fitsBatch({ pay }); // => false
 * fitsBatch({ pay: [{ kind: "basic", amountFen: fen(500000) }] }); // => true
 */
export function fitsBatch(line: SpecialItems): boolean {
  const { pay, exemptBeforeFen = 0, contributionScope, contributionDifferences = [], claims = [] } = line;
  const isPlain = pay.every(({ kind, isExempt }) => kind !== "bonus" && isExempt !== true);
  const isWhole = contributionScope === undefined && contributionDifferences.length === 0;
  return isPlain && isWhole && exemptBeforeFen === 0 && claims.length === 0;
}

/** Where a line may have what no column holds. */
type SpecialItems = Pick<LineInput, "pay"> &
  Partial<Pick<LineInput, "claims" | "contributionDifferences" | "contributionScope" | "exemptBeforeFen">>;
