import type { PlainDate } from "../calendar/plain-date.js";
import type { RowSource } from "../records/row-source.js";

/** The grounds on which the task force approves a direct hire (N13). */
export type DirectHireGround = "shortage-talent" | "permitted-direct";

/** The words the approved list uses for its two grounds. */
export const directHireGroundNames: Readonly<Record<DirectHireGround, string>> = {
  "shortage-talent": "急需紧缺人才",
  "permitted-direct": "政府直接用工许可范围",
};

/** One line of the task force's list of direct hires. */
export interface DirectHireApproval {
  readonly documentNumber: string;
  readonly unitId: string;
  readonly ground: DirectHireGround;
  readonly status: "approved" | "pending" | "rejected";
  readonly approvalNumber?: string | undefined;
  readonly approvedOn?: PlainDate | undefined;
  readonly source?: RowSource | undefined;
}
