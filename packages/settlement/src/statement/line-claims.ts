import { fen, sumFen, type Issue } from "@tongchou/core";
import type { Facts } from "@tongchou/statutory";
import { takeDeductions, type DeductionPlace } from "../pay/deductions/take-deductions.js";
import type { LineResult } from "./settle-line.js";
import type { LineInput } from "./statement-input.js";

/** A line after the claims on it. */
export interface ClaimedLine {
  readonly result: LineResult;
  /** `court-order-floor-unknown`, `damage-floor-unknown` and `deduction-carried`. */
  readonly issues: readonly Issue[];
}

/** Takes the claims of a line out of its net pay; a line without any stays as it is. */
export function takeClaims(
  line: LineInput,
  result: LineResult,
  place: DeductionPlace,
  facts: Facts,
): ClaimedLine {
  if (line.claims === undefined) return { result, issues: [] };
  const overtime = line.pay.filter(({ kind }) => kind === "overtime");
  const pay = {
    grossFen: result.grossFen,
    overtimeFen: sumFen(overtime.map(({ amountFen }) => amountFen)),
    netFen: result.netFen,
  };
  const { taken, issues } = takeDeductions(pay, line.claims, place, facts);
  const takenFen = sumFen(taken.map((deduction) => deduction.takenFen));
  return {
    result: {
      ...result,
      otherDeductionsFen: fen(result.otherDeductionsFen + takenFen),
      deductions: taken,
      netFen: fen(result.netFen - takenFen),
    },
    issues,
  };
}
