import { type Issue, maskPersonalIn, parsed, type Parsed } from "@tongchou/core";
import type { PaymentOutcome } from "../../adapter.js";
import type { PartResult, PartStanding, SubmissionAnswer } from "../../channel.js";
import { readAmount } from "../../codec/amount-text.js";
import { elementsAt, textAt, type XmlElement } from "../../xml/index.js";
import { meaningOf, statedOutcome } from "../status-lookup.js";
import { neededText, unreadableRow } from "../xml-answer.js";
import type { IcbcOptions } from "./icbc-options.js";
import { icbcResults, icbcReturnCodes } from "./icbc-statuses.js";

/** Reads the answer to PAYPER. Whatever it says of single instructions is asked for again by QPAYPER. */
export function readPayperAnswer(root: XmlElement, file: string): Parsed<SubmissionAnswer> {
  const code = neededText(root, "eb/pub/RetCode", file);
  if (!code.ok) return code;
  const words = maskPersonalIn(textAt(root, "eb/pub/RetMsg") ?? "");
  const isTaken = meaningOf(icbcReturnCodes.statuses, code.value) !== undefined;
  const bankReference = textAt(root, "eb/out/SerialNo") ?? textAt(root, "eb/pub/SerialNo");
  return parsed({
    status: isTaken ? "processing" : "unknown",
    statusText: `${code.value} ${words}`.trim(),
    batchNumber: textAt(root, "eb/pub/fSeqno"),
    bankReference,
  });
}

/** Reads the answer to QPAYPER: one `rd` for each instruction. */
export function readQpayperAnswer(options: IcbcOptions, root: XmlElement, file: string): Parsed<PartResult> {
  const code = neededText(root, "eb/pub/RetCode", file);
  if (!code.ok) return code;
  const statusText = `${code.value} ${maskPersonalIn(textAt(root, "eb/pub/RetMsg") ?? "")}`.trim();
  const batchNumber = textAt(root, "eb/out/QryfSeqno") || undefined;
  const base = { file, batchNumber, statusText };
  if (meaningOf(icbcReturnCodes.statuses, code.value) === undefined) {
    const isMissing = options.notFoundCodes?.includes(code.value) === true;
    return parsed({ ...base, outcomes: [], standing: isMissing ? "not-found" : "unknown" });
  }
  const issues: Issue[] = [];
  const outcomes = elementsAt(root, "eb/out/rd").flatMap((row, index): PaymentOutcome[] => {
    const outcome = readRow(options, row, { file, batchNumber, row: index + 1 });
    issues.push(...outcome.issues);
    return outcome.ok ? [outcome.value] : [];
  });
  return parsed({ ...base, outcomes, standing: standingOf(outcomes, issues) }, issues);
}

interface RowPlace {
  readonly file: string;
  readonly batchNumber: string | undefined;
  readonly row: number;
}

function readRow(options: IcbcOptions, element: XmlElement, place: RowPlace): Parsed<PaymentOutcome> {
  const { file, batchNumber, row } = place;
  const result = textAt(element, "Result") ?? "";
  const amount = readAmount(textAt(element, "PayAmt") ?? "", "fen");
  if (result === "") return { ok: false, issues: [unreadableRow(element, "Result", file)] };
  if (!amount.ok) return { ok: false, issues: [unreadableRow(element, "PayAmt", file)] };
  const words = textAt(element, "instrRetMsg") || textAt(element, "iRetMsg");
  const table = { ...icbcResults.statuses, ...options.results };
  const { said, issues } = statedOutcome(table, result, words);
  const serial = textAt(element, "QryiSeqno") || textAt(element, "iSeqno") || "";
  const isOurs = batchNumber !== undefined && /^\d{1,9}$/.test(serial);
  const outcome: PaymentOutcome = {
    row,
    ...said,
    lineNumber: isOurs ? batchNumber + serial : undefined,
    payeeAccount: textAt(element, "RecAccNo") || undefined,
    payeeName: textAt(element, "RecAccNameCN") || undefined,
    amountFen: amount.value,
  };
  return parsed(
    outcome,
    issues.map((issue) => ({ ...issue, place: { file, row: element.line } })),
  );
}

/** A package is through when each of its instructions is; rows that cannot be read leave that open. */
function standingOf(outcomes: readonly PaymentOutcome[], issues: readonly Issue[]): PartStanding {
  const isOpen = outcomes.some(({ status }) => status === "processing" || status === "unknown");
  if (outcomes.length === 0) return "unknown";
  return isOpen || issues.length > 0 ? "processing" : "finished";
}

/** Reads the head of a message that was written: what the transport has to know of it. */
export function readPackageHead(root: XmlElement, file: string): Parsed<PackageHead> {
  const paths = ["TransCode", "CIS", "ID", "fSeqno", "TranDate", "TranTime"] as const;
  const texts = paths.map((path) => neededText(root, `eb/pub/${path}`, file));
  const issues = texts.flatMap((text) => text.issues);
  const [transaction = "", cis = "", userId = "", number = "", date = "", time = ""] = texts.map((text) =>
    text.ok ? text.value : "",
  );
  if (issues.length > 0) return { ok: false, issues };
  return parsed({ transaction, cis, userId, number, sendTime: date + time });
}

/** What the head of a message says of it. */
export interface PackageHead {
  readonly transaction: string;
  readonly cis: string;
  readonly userId: string;
  readonly number: string;
  /** Such as `20240315093000000`. */
  readonly sendTime: string;
}
