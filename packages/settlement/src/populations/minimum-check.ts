import { createIssue, formatYuan, type Issue } from "@tongchou/core";
import type { Facts } from "@tongchou/statutory";
import { settlementIssues } from "../issues.js";
import type { LawDate } from "../law-date.js";
import { attendanceMinimum, type AttendanceMinimum } from "./attendance-minimum.js";
import type { LabourPay, WorkDone } from "./labour-pay.js";

/** Pay for normal work, and what its minimum is asked by. */
export interface PaidWork {
  /** Six digits of the division where the work is done. */
  readonly division: string;
  readonly work: WorkDone;
  readonly partTime?: boolean | undefined;
  readonly pay: LabourPay;
}

/** The minimum for the attendance, and what has to be said of the pay. */
export interface MinimumCheck {
  /** `null` where the minimum wage of the place and day is not established. */
  readonly minimum: AttendanceMinimum | null;
  readonly issues: readonly Issue[];
}

/**
 * Tests pay for normal work against the minimum wage in proportion to the attendance. Neither pay below it
 * nor an unknown minimum holds anything back: what is due is paid.
 *
 * @returns with `pay-below-attendance-minimum`, and the issues of {@link attendanceMinimum} as warnings
 */
export function checkMinimum(paid: PaidWork, law: LawDate, facts: Facts): MinimumCheck {
  const { division, work, partTime, pay } = paid;
  const { attendedCentidays, scheduledCentidays, centihours } = work;
  const partTimeCentihours = partTime === true ? (centihours ?? 0) : undefined;
  const question = { division, attendedCentidays, scheduledCentidays, partTimeCentihours };
  const found = attendanceMinimum(question, law, facts);
  if (!found.ok) {
    const warnings = found.issues.map((issue): Issue => ({ ...issue, severity: "warning" }));
    return { minimum: null, issues: warnings };
  }
  const { minimumFen, standardFen } = found.value;
  if (pay.payFen >= minimumFen) return { minimum: found.value, issues: found.issues };
  const values = {
    found: formatYuan(pay.payFen),
    allowed: formatYuan(minimumFen),
    standard: formatYuan(standardFen),
    days: attendedCentidays / 100,
  };
  const below = createIssue(settlementIssues, "pay-below-attendance-minimum", values);
  return { minimum: found.value, issues: [below, ...found.issues] };
}
