import { createIssue, type Issue } from "@tongchou/core";
import { settlementIssues } from "../issues.js";
import type { StatementReference } from "./statement-correction.js";

/** The statement that a correction goes back to is not among those that were given. */
export function earlierMissing({ statementId: earlier, digest }: StatementReference): Issue {
  return createIssue(settlementIssues, "earlier-statement-missing", { earlier, digest: digest.slice(0, 12) });
}

/** The statement that a correction goes back to does not follow from its own input. */
export function earlierUnsound({ statementId: earlier }: StatementReference): Issue {
  return createIssue(settlementIssues, "earlier-statement-unsound", { earlier });
}
