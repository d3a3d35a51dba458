import { createIssue, type Issue, maskPersonalIn } from "@tongchou/core";
import type { PaymentOutcome } from "../adapter.js";
import { bankIssues } from "../issues.js";
import type { StatusMeaning, StatusTable } from "../outcome.js";
import type { Provenance } from "../profile.js";

/** A table of codes or words with its source. */
export interface SourcedStatuses {
  readonly provenance: Provenance;
  readonly statuses: StatusTable;
}

/** What a code means by a table; a code that the table does not have, `__proto__` too, means nothing. */
export function meaningOf(table: StatusTable, code: string): StatusMeaning | undefined {
  return Object.hasOwn(table, code) ? table[code] : undefined;
}

/** An outcome's status, and the warning `status-unknown` where the table does not have the code. */
export interface StatedOutcome {
  readonly said: Pick<PaymentOutcome, "status" | "statusText" | "reason" | "reasonText">;
  readonly issues: readonly Issue[];
}

/**
 * Reads a status by a table, character for character.
 *
 * @param reasonText the bank's own words, which some banks fill with a name or an account
 */
export function statedOutcome(table: StatusTable, code: string, reasonText = ""): StatedOutcome {
  const meaning = meaningOf(table, code);
  const words = reasonText === "" ? undefined : reasonText;
  const said = {
    status: meaning?.outcome ?? "unknown",
    statusText: code,
    reason: meaning?.reason,
    reasonText: words,
  } as const;
  const found = maskPersonalIn(code);
  return { said, issues: meaning ? [] : [createIssue(bankIssues, "status-unknown", { found })] };
}
