import { createIssue, fen, type Fen, formatYuan, type Issue, type Place } from "@tongchou/core";
import { filingIssues } from "../issues.js";
import type { MatchedColumn } from "./header-match.js";

/** An amount that was read, or why there is none. */
export type Amount = Fen | "empty" | "unreadable";

/** The running sums of a sheet's money columns, against which its own totals are held. */
export interface TotalCheck {
  /** Adds the amounts of a record. */
  add(amountOf: (column: MatchedColumn) => Amount): void;
  /** Compares a row of totals; a subtotal covers the records since the one before. */
  compare(
    amountOf: (column: MatchedColumn) => Amount,
    isSubtotal: boolean,
    placeOf: (column: MatchedColumn) => Place,
  ): readonly Issue[];
}

interface ColumnSum {
  readonly column: MatchedColumn;
  all: number;
  sinceSubtotal: number;
  unreadable: number;
}

/** Starts the sums at nothing. */
export function createTotalCheck(columns: readonly MatchedColumn[]): TotalCheck {
  const sums = columns
    .filter(({ profile }) => profile.type === "money")
    .map((column): ColumnSum => ({ column, all: 0, sinceSubtotal: 0, unreadable: 0 }));
  return {
    add: (amountOf) => {
      for (const sum of sums) {
        const amount = amountOf(sum.column);
        if (amount === "unreadable") sum.unreadable += 1;
        if (typeof amount !== "number") continue;
        sum.all += amount;
        sum.sinceSubtotal += amount;
      }
    },
    compare: (amountOf, isSubtotal, placeOf) =>
      sums.flatMap((sum) => {
        const expected = isSubtotal ? sum.sinceSubtotal : sum.all;
        if (isSubtotal) sum.sinceSubtotal = 0;
        const found = amountOf(sum.column);
        if (typeof found !== "number" || found === expected) return [];
        const values = {
          found: formatYuan(found),
          sum: formatYuan(fen(expected)),
          difference: formatYuan(fen(found - expected)),
          unreadable: sum.unreadable,
        };
        return [createIssue(filingIssues, "total-differs", values, { place: placeOf(sum.column) })];
      }),
  };
}
