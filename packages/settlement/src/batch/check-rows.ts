import type { BatchRows } from "./batch-rows.js";
import { deductionModes, type WorkerColumns } from "./worker-columns.js";

/**
 * Most that the amounts of a row may be: the square root of the sum of their squares. Every figure on the way
 * is then a whole number far below 2⁵³: the taxable income adds the amounts, a basic deduction, and
 * contributions on the wage.
 */
const rowMax = 2 ** 45;
const squaresMax = rowMax ** 2;
const monthsMax = 12;
const modes = deductionModes.length;
const { floor } = Math;

const amountColumns = [
  "grossFen",
  "contributionWageFen",
  "additionalDeductionsFen",
  "incomeBeforeFen",
  "specialDeductionsBeforeFen",
  "taxWithheldBeforeFen",
  "otherDeductionsFen",
] as const;

/**
 * Checks that rows can be reckoned, and reckoned exactly.
 *
 * Amounts are compared by the sum of their squares, because V8 takes absolute values of what it saw as small
 * whole numbers for 32-bit integers, and converts them forth and back.
 *
 * @throws RangeError that names the first row and column at fault
 */
export function checkRows(workers: WorkerColumns, { from, count }: BatchRows): void {
  let areSound = true;
  for (let row = from; row < from + count; row += 1) {
    const gross = workers.grossFen[row] ?? 0;
    const wage = workers.contributionWageFen[row] ?? 0;
    const additional = workers.additionalDeductionsFen[row] ?? 0;
    const income = workers.incomeBeforeFen[row] ?? 0;
    const special = workers.specialDeductionsBeforeFen[row] ?? 0;
    const withheld = workers.taxWithheldBeforeFen[row] ?? 0;
    const other = workers.otherDeductionsFen[row] ?? 0;
    const months = workers.monthsAtAgent[row] ?? 0;
    const squares =
      gross * gross + wage * wage + additional * additional + income * income + special * special;
    // Nought only where every amount is whole: none of these is negative, and NaN passes no comparison.
    const rests =
      gross -
      floor(gross) +
      (wage - floor(wage)) +
      (additional - floor(additional)) +
      (income - floor(income));
    const otherRests = special - floor(special) + (withheld - floor(withheld)) + (other - floor(other));
    const areAmounts =
      squares + withheld * withheld + other * other <= squaresMax && rests + otherRests === 0;
    const areCounts = months > 0 && months <= monthsMax && (workers.deductionMode[row] ?? 0) < modes;
    if (!areAmounts || !areCounts) areSound = false;
  }
  if (!areSound) throw new RangeError(faultIn(workers, { from, count }));
}

/** Rows are told by their place only: the columns hold no more of a person. */
function faultIn(workers: WorkerColumns, { from, count }: BatchRows): string | undefined {
  for (let row = from; row < from + count; row += 1) {
    const amounts = amountColumns.map((column) => workers[column][row] ?? Number.NaN);
    const broken = amounts.findIndex((amount) => !Number.isInteger(amount));
    if (broken !== -1) return `row ${row}: ${amountColumns[broken]} is not whole`;
    const squares = amounts.reduce((sum, amount) => sum + amount * amount, 0);
    if (squares > squaresMax) return `row ${row}: the amounts are beyond ${rowMax} fen`;
    const [mode, months] = [workers.deductionMode[row] ?? 0, workers.monthsAtAgent[row] ?? 0];
    if (mode >= modes) return `row ${row}: deductionMode ${mode} is not one of ${modes}`;
    if (months < 1 || months > monthsMax) return `row ${row}: monthsAtAgent ${months} is no number of months`;
  }
  return undefined;
}
