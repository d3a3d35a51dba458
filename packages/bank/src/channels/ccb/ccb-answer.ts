import { type Issue, maskPersonalIn, parsed, type Parsed } from "@tongchou/core";
import type { PaymentOutcome } from "../../adapter.js";
import type { PartResult, PartStanding, RestOfPart, SubmissionAnswer } from "../../channel.js";
import { readAmount } from "../../codec/amount-text.js";
import type { Totals } from "../../codec/totals.js";
import type { FailureReason, OutcomeStatus } from "../../outcome.js";
import { elementAt, elementsAt, textAt, type XmlElement } from "../../xml/index.js";
import { statedOutcome } from "../status-lookup.js";
import { neededText, unreadableRow } from "../xml-answer.js";
import type { CcbOptions } from "./ccb-options.js";
import { ccbFileStatuses, ccbNotFound, ccbReasons, ccbTaken } from "./ccb-statuses.js";

/**
 * Reads the answer to 6W2102, 6W2100 or 6W1303. The code 000000 says that the request was taken; another one
 * proves no refusal, for it can come from the client beside the application.
 */
export function readTxAnswer(root: XmlElement, file: string): Parsed<SubmissionAnswer> {
  const code = neededText(root, "RETURN_CODE", file);
  if (!code.ok) return code;
  const info = elementAt(root, "TX_INFO");
  const bankReference = info && (textAt(info, "SEND_FILE") || textAt(info, "CREDIT_NO"));
  return parsed({
    status: code.value === ccbTaken ? "processing" : "unknown",
    statusText: statusTextOf(root, code.value),
    batchNumber: textAt(root, "REQUEST_SN") || undefined,
    bankReference: bankReference || undefined,
  });
}

/** Reads the answer to 6W2104: how the batch stands, and those that were not paid. */
export function readBatchAnswer(options: CcbOptions, root: XmlElement, file: string): Parsed<PartResult> {
  const code = neededText(root, "RETURN_CODE", file);
  if (!code.ok) return code;
  const statusText = statusTextOf(root, code.value);
  if (code.value !== ccbTaken) {
    const standing = code.value === ccbNotFound ? "not-found" : "unknown";
    return parsed({ file, outcomes: [], standing, statusText });
  }
  const status = neededText(root, "TX_INFO/F_STATUS", file);
  if (!status.ok) return status;
  const table = { ...ccbFileStatuses.statuses, ...options.fileStatuses };
  const { said, issues } = statedOutcome(table, status.value, textAt(root, "TX_INFO/F_MSG"));
  const failures = readFailures(options, root, file);
  const made = totalsOf(root, "SUCCESS");
  const missed = totalsOf(root, "FAIL");
  const isListed = missed !== undefined && missed.count === failures.outcomes.length;
  const rest = restOf(said, { isListed, made });
  return parsed(
    {
      file,
      outcomes: failures.outcomes,
      standing: standings[said.status] ?? "unknown",
      statusText: said.statusText,
      rest,
    },
    [...issues, ...failures.issues],
  );
}

const standings: Readonly<Partial<Record<OutcomeStatus, PartStanding>>> = {
  paid: "finished",
  processing: "processing",
  rejected: "rejected",
};

/**
 * What holds for the payments that are not listed: that they were made only where the failures are listed to
 * the last one, and the bank says how many were made; see {@link completeResult} for the test to the fen.
 * That all of them failed does not hold where the bank counts any that were made.
 */
function restOf(
  said: RestOfPart,
  { isListed, made }: { readonly isListed: boolean; readonly made: Totals | undefined },
): RestOfPart | undefined {
  if (said.status === "rejected") return made === undefined || made.count === 0 ? said : undefined;
  if (said.status !== "paid" || !isListed || made === undefined) return undefined;
  return { status: "paid", statusText: said.statusText, totals: made };
}

interface Failures {
  readonly outcomes: readonly PaymentOutcome[];
  readonly issues: readonly Issue[];
}

/** FAIL_LIST stands once for each payment, or once around all of them. */
function readFailures(options: CcbOptions, root: XmlElement, file: string): Failures {
  const lists = elementsAt(root, "TX_INFO/FAIL_LIST");
  const isRow = ({ children }: XmlElement): boolean => children.some(({ name }) => name === "RECV_ACCNO");
  const rows = lists.flatMap((list) => (isRow(list) ? [list] : list.children));
  const reasons = { ...ccbReasons.reasons, ...options.reasons };
  const issues: Issue[] = [];
  const outcomes = rows.flatMap((row, index): PaymentOutcome[] => {
    const payeeAccount = textAt(row, "RECV_ACCNO") ?? "";
    const amount = readAmount(textAt(row, "AMOUNT") ?? "", "yuan");
    if (payeeAccount === "" || !amount.ok) {
      issues.push(unreadableRow(row, amount.ok ? "RECV_ACCNO" : "AMOUNT", file));
      return [];
    }
    const reasonText = textAt(row, "REMARK") ?? "";
    const reason: FailureReason = Object.hasOwn(reasons, reasonText)
      ? (reasons[reasonText] ?? "other")
      : "other";
    const payeeName = textAt(row, "RECV_ACCNAME") || undefined;
    const said = { status: "rejected", statusText: "FAIL_LIST", reason, reasonText } as const;
    return [{ row: index + 1, ...said, payeeAccount, payeeName, amountFen: amount.value }];
  });
  return { outcomes, issues };
}

function totalsOf(root: XmlElement, prefix: "SUCCESS" | "FAIL"): Totals | undefined {
  const count = textAt(root, `TX_INFO/${prefix}_NUM`) ?? "";
  const amount = readAmount(textAt(root, `TX_INFO/${prefix}_AMOUNT`) ?? "", "yuan");
  return /^\d{1,9}$/.test(count) && amount.ok ? { count: Number(count), amountFen: amount.value } : undefined;
}

function statusTextOf(root: XmlElement, code: string): string {
  return `${code} ${maskPersonalIn(textAt(root, "RETURN_MSG") ?? "")}`.trim();
}
