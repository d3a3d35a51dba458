import { createIssue, type Fen, type Issue, parsed, type Parsed } from "@tongchou/core";
import type { PaymentOutcome } from "../../adapter.js";
import type { FailureReason, StatusMeaning, StatusTable } from "../../outcome.js";
import { iso8583Issues } from "../issues.js";
import type { IsoMessage } from "../message.js";
import { unionPayResponseCodes } from "./response-codes.js";

/** What an account verification comes to. */
export interface Verification {
  /** `verified`: the account is there and fits what was asked; `refused`: not, with the reason. */
  readonly status: "verified" | "refused" | "unknown";
  /** Code of field 39. */
  readonly statusText: string;
  readonly reason?: FailureReason | undefined;
}

/** How answers are read. */
export interface AnswerOptions {
  /** What each code means. Default: {@link unionPayResponseCodes}. */
  readonly codes?: StatusTable | undefined;
  /** The sender's number of the payment, for reconciliation. */
  readonly reference?: string | undefined;
}

/** Fields that are the same in request and answer where both have them. */
const echoedFields = [2, 3, 7, 11, 32, 33, 37, 41, 42];

/** The code that approves a part of the amount only. */
const partlyApproved = "10";

/**
 * Reads what became of a payment from the answer to it, or to its confirmation.
 *
 * The answer has to be the request's own: of the message type that answers it, with the same number, and the
 * same account, references and terminal where both have them. Code 10, which approves a part, is `paid` with
 * the answer's amount, which reconciliation then finds to differ; without one it is `unknown`.
 *
 * @returns the outcome, with `iso8583-status-unknown` for a code that the table does not have; or
 *   `iso8583-answer-other`, `iso8583-field-missing`: nothing is known then
 * @example
 * const origin = { trace: "000452", sentAt: "2024-03-15T09:30:00" };
 * const request = { type: "0200", fields: { 2: "6299990000000000005", 4: fen(500), 11: "000452" } };
 * const answer = { type: "0210", fields: { 4: fen(500), 11: "000452", 39: "A2" } };
 * paymentOutcome(request, answer).value.status; // => "unconfirmed"
 */
export function paymentOutcome(
  request: IsoMessage,
  answer: IsoMessage,
  options: AnswerOptions = {},
): Parsed<PaymentOutcome> {
  const code = codeOf(request, answer);
  if (!code.ok) return code;
  const meaning = meaningOf(code.value, options);
  const amount = code.value === partlyApproved ? answer.fields[4] : (answer.fields[4] ?? request.fields[4]);
  const isPartOfUnknown = code.value === partlyApproved && amount === undefined;
  const account = request.fields[2];
  const { reference } = options;
  const value: PaymentOutcome = {
    row: 1,
    status: isPartOfUnknown ? "unknown" : meaning.outcome,
    statusText: code.value,
    ...(meaning.reason === undefined ? {} : { reason: meaning.reason }),
    ...(reference === undefined ? {} : { reference }),
    ...(typeof account === "string" ? { payeeAccount: account } : {}),
    ...(typeof amount === "number" ? { amountFen: amount satisfies Fen } : {}),
  };
  return parsed(value, meaning.issues);
}

/**
 * Reads whether an account was verified from the answer to the question.
 *
 * @returns the result, with `iso8583-status-unknown` for a code that the table does not have; or
 *   `iso8583-answer-other`, `iso8583-field-missing`
 * @example
 * const request = { type: "0100", fields: { 2: "6299990000000000005", 11: "000452" } };
 * const answer = { type: "0110", fields: { 11: "000452", 39: "41" } };
 * verificationResult(request, answer).value;
 * // => { status: "refused", statusText: "41", reason: "card-lost" }
 */
export function verificationResult(
  request: IsoMessage,
  answer: IsoMessage,
  options: AnswerOptions = {},
): Parsed<Verification> {
  const code = codeOf(request, answer);
  if (!code.ok) return code;
  const { outcome, reason, issues } = meaningOf(code.value, options);
  const status = outcome === "paid" ? "verified" : outcome === "rejected" ? "refused" : "unknown";
  return parsed({ status, statusText: code.value, ...(reason === undefined ? {} : { reason }) }, issues);
}

/** Code of field 39 in an answer that is the request's own. */
function codeOf(request: IsoMessage, answer: IsoMessage): Parsed<string> {
  const issues: Issue[] = [];
  if (answer.type !== answerType(request.type)) issues.push(other(0));
  for (const field of echoedFields) {
    const found = answer.fields[field];
    const sent = request.fields[field];
    if (found !== undefined && sent !== undefined && found !== sent) issues.push(other(field));
  }
  if (answer.fields[11] === undefined) issues.push(missing(11));
  const code = answer.fields[39];
  if (typeof code !== "string") issues.push(missing(39));
  return issues.length === 0 && typeof code === "string" ? parsed(code) : { ok: false, issues };
}

/**
 * The message type that answers another: its third digit is one higher. A repetition, whose last digit is 1,
 * is answered like the first.
 *
 * @example
 * answerType("0200"); // => "0210"
 * answerType("0421"); // => "0430"
 */
export function answerType(type: string): string {
  return `${type.slice(0, 2)}${Number(type.charAt(2)) + 1}0`;
}

function meaningOf(
  code: string,
  options: AnswerOptions,
): StatusMeaning & { readonly issues: readonly Issue[] } {
  const { codes = unionPayResponseCodes } = options;
  const meaning = Object.hasOwn(codes, code) ? codes[code] : undefined;
  if (meaning !== undefined) return { ...meaning, issues: [] };
  const issue = createIssue(iso8583Issues, "iso8583-status-unknown", { found: code }, { path: "/fields/39" });
  return { outcome: "unknown", issues: [issue] };
}

function other(field: number): Issue {
  return createIssue(iso8583Issues, "iso8583-answer-other", { field }, { path: `/fields/${field}` });
}

function missing(field: number): Issue {
  return createIssue(iso8583Issues, "iso8583-field-missing", { field }, { path: `/fields/${field}` });
}
