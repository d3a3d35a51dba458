import { roundedShare, roundedUnits, type PreparedRounding } from "../apply-rate.js";
import { insuredBase, withinBounds } from "../line-formulas.js";
import type { BatchRules } from "./batch-rules.js";
import type { BatchRows } from "./batch-rows.js";
import type { LineColumns } from "./line-columns.js";
import type { WorkerColumns } from "./worker-columns.js";

/** Fills base, housing fund, every side of the insurances, and the sums of either side. */
export function settleContributions(
  workers: WorkerColumns,
  rows: BatchRows,
  rules: BatchRules,
  lines: LineColumns,
): void {
  fillBases(workers, rows, rules, lines);
  fillHousingFund(workers, rows, rules, lines);
  const { specialDeductionsFen, employerContributionsFen } = lines;
  for (const { kind, side, rate } of rules.sides) {
    const ofKind = lines.insurance[kind];
    const shares = side === "employer" ? ofKind.employerFen : ofKind.employeeFen;
    const sums = side === "employer" ? employerContributionsFen : specialDeductionsFen;
    fillSide(
      { bases: lines.contributionBaseFen, shares, sums, count: rows.count, rate },
      rules.insuranceRounding,
    );
  }
}

function fillBases(
  workers: WorkerColumns,
  { from, count }: BatchRows,
  rules: BatchRules,
  lines: LineColumns,
): void {
  for (let at = 0, row = from; at < count; at += 1, row += 1) {
    const wage = workers.contributionWageFen[row] ?? 0;
    lines.contributionBaseFen[at] = insuredBase(wage, rules.lowerFen, rules.upperFen);
  }
}

/** The sums of either side begin with the housing fund. */
function fillHousingFund(
  workers: WorkerColumns,
  { from, count }: BatchRows,
  rules: BatchRules,
  lines: LineColumns,
): void {
  const { housingFundEachSideFen, specialDeductionsFen, employerContributionsFen } = lines;
  for (let at = 0, row = from; at < count; at += 1, row += 1) {
    const base = withinBounds(workers.contributionWageFen[row] ?? 0, rules.fundLowerFen, rules.fundUpperFen);
    const share = roundedShare(base, workers.housingFundRate[row] ?? 0, rules.fundRounding);
    housingFundEachSideFen[at] = share;
    specialDeductionsFen[at] = share;
    employerContributionsFen[at] = share;
  }
}

/** One side of an insurance: what it is a share of, where it goes, and the sum it is added to. */
interface SideColumns {
  readonly bases: Float64Array;
  readonly shares: Float64Array;
  readonly sums: Float64Array;
  readonly count: number;
  readonly rate: number;
}

function fillSide({ bases, shares, sums, count, rate }: SideColumns, rounding: PreparedRounding): void {
  const { addend, inverse, evenDivisor, unitFen } = rounding;
  const isToTheFen = evenDivisor === 0 && unitFen === 1;
  for (let at = 0; at < count; at += 1) {
    const base = bases[at] ?? 0;
    const share = isToTheFen
      ? roundedUnits(base * rate, addend, inverse)
      : roundedShare(base, rate, rounding);
    shares[at] = share;
    sums[at] = (sums[at] ?? 0) + share;
  }
}
