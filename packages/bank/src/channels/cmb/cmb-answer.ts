import { createIssue, failed, type Issue, maskPersonalIn, parsed, type Parsed } from "@tongchou/core";
import type { PaymentOutcome } from "../../adapter.js";
import type { PartResult, PartStanding, RestOfPart, SubmissionAnswer } from "../../channel.js";
import { readAmount } from "../../codec/amount-text.js";
import type { Totals } from "../../codec/totals.js";
import type { StatusTable } from "../../outcome.js";
import { channelIssues } from "../issues.js";
import {
  type JsonObject,
  type JsonValue,
  memberOf,
  objectsOfMember,
  textOfMember,
} from "../json/json-value.js";
import { meaningOf, statedOutcome } from "../status-lookup.js";
import { lineNumberOf } from "./cmb-request.js";
import { cmbRequestStates, cmbReturnFlags } from "./cmb-statuses.js";

/** The bank's codes with what the options say of them. */
export interface CmbTables {
  readonly results: StatusTable;
  readonly rows: StatusTable;
}

/** An answer with the words of its head. */
interface CmbAnswer {
  readonly funcode: string;
  readonly isTaken: boolean;
  readonly statusText: string;
  readonly body: JsonValue;
}

/** Reads the answer to BB6BTHHL. Only the bank's own number of the batch tells that it has the part. */
export function readSubmission(
  document: JsonValue,
  file: string,
  tables: CmbTables,
): Parsed<SubmissionAnswer> {
  const answer = readHead(document, file, tables);
  if (!answer.ok) return answer;
  const { body, isTaken, statusText } = answer.value;
  const members = body instanceof Map ? Array.from((body as JsonObject).keys()) : [];
  const taken = members.flatMap((name) => objectsOfMember(body, name));
  const bankReference = taken.map((item) => textOfMember(item, "reqnbr")).find((number) => number);
  const status = isTaken && bankReference !== undefined ? "processing" : "unknown";
  return parsed({ status, statusText, bankReference });
}

/** Reads the answer to a query: batch with rows, batches, rows or returns. */
export function readQueryAnswer(document: JsonValue, file: string, tables: CmbTables): Parsed<PartResult> {
  const answer = readHead(document, file, tables);
  if (!answer.ok) return answer;
  const { body, funcode, isTaken, statusText } = answer.value;
  if (!isTaken) return parsed({ file, outcomes: [], standing: "unknown", statusText });
  const prefix = funcode.toLowerCase();
  const hasBatches = funcode === "BB6BPDQY" || funcode === "BB6BTHQY";
  const [batch] = hasBatches ? objectsOfMember(body, `${prefix}z1`) : [];
  const listed = objectsOfMember(body, funcode === "BB6BPDQY" ? `${prefix}z2` : `${prefix}z1`);
  const issues: Issue[] = [];
  const context = {
    file,
    batchNumber: textOfMember(batch, "yurref"),
    isReturn: funcode === "BB6RFDQY",
    rows: tables.rows,
  };
  const outcomes = (funcode === "BB6BTHQY" ? [] : listed).flatMap((row, index): PaymentOutcome[] => {
    const outcome = readRow(row, index + 1, context);
    issues.push(...outcome.issues);
    return outcome.ok ? [outcome.value] : [];
  });
  const state = hasBatches ? readBatch(batch) : { standing: "unknown" as const, statusText };
  const [next] = objectsOfMember(body, `${prefix}y1`);
  const bthnbr = textOfMember(next, "bthnbr") ?? "";
  const trxseq = textOfMember(next, "trxseq") ?? "";
  const continuation = trxseq === "" ? undefined : `${bthnbr}/${trxseq}`;
  return parsed({ file, outcomes, ...state, continuation }, issues);
}

function readHead(document: JsonValue, file: string, { results }: CmbTables): Parsed<CmbAnswer> {
  const response = memberOf(document, "response");
  const head = memberOf(response, "head");
  const code = textOfMember(head, "resultcode");
  const funcode = textOfMember(head, "funcode");
  if (code === undefined || funcode === undefined) {
    const values = { element: "response/head/resultcode" };
    return failed(createIssue(channelIssues, "answer-unreadable", values, { place: { file } }));
  }
  const words = maskPersonalIn(textOfMember(head, "resultmsg") ?? "");
  const isTaken = meaningOf(results, code)?.outcome === "processing";
  const body = memberOf(response, "body") ?? null;
  return parsed({ funcode, isTaken, statusText: `${code} ${words}`.trim(), body });
}

interface RowContext {
  readonly file: string;
  readonly batchNumber: string | undefined;
  readonly isReturn: boolean;
  readonly rows: StatusTable;
}

function readRow(row: JsonObject, number: number, context: RowContext): Parsed<PaymentOutcome> {
  const { file, isReturn, rows } = context;
  const place = { file, row: number };
  const amount = readAmount(textOfMember(row, "trsamt") ?? "", "yuan");
  const code = textOfMember(row, "stscod");
  if (!amount.ok || (code === undefined && !isReturn)) {
    const element = amount.ok ? "stscod" : "trsamt";
    return failed(createIssue(channelIssues, "row-unreadable", { element }, { place }));
  }
  const words = textOfMember(row, "errdsp") ?? "";
  const stated = isReturn
    ? { said: { status: "returned", statusText: code ?? "BB6RFDQY", reasonText: words } as const, issues: [] }
    : statedOutcome(rows, code ?? "", words);
  const batchNumber = textOfMember(row, "yurref") ?? context.batchNumber;
  const trxseq = textOfMember(row, "trxseq") ?? "";
  const outcome: PaymentOutcome = {
    row: number,
    ...stated.said,
    lineNumber: batchNumber === undefined ? undefined : lineNumberOf(batchNumber, trxseq),
    payeeAccount: textOfMember(row, "accnbr"),
    payeeName: textOfMember(row, "accnam"),
    amountFen: amount.value,
  };
  const issues = stated.issues.map((issue) => ({ ...issue, place }));
  return parsed(outcome, issues);
}

interface BatchState {
  readonly standing: PartStanding;
  readonly statusText: string;
  readonly declared?: Totals | undefined;
  readonly rest?: RestOfPart | undefined;
}

/** How a batch stands by REQSTA, RTNFLG and the counts beside them. */
function readBatch(batch: JsonObject | undefined): BatchState {
  if (batch === undefined) return { standing: "not-found", statusText: "" };
  const state = textOfMember(batch, "reqsta") ?? "";
  const flag = textOfMember(batch, "rtnflg") ?? "";
  const statusText = `${state} ${flag}`.trim();
  const declared = totalsOf(batch, "trsnum", "totamt");
  if (state !== "FIN") {
    const isKnown = meaningOf(cmbRequestStates.statuses, state) !== undefined;
    return { standing: isKnown ? "processing" : "unknown", statusText, declared };
  }
  const meaning = meaningOf(cmbReturnFlags.statuses, flag);
  if (meaning === undefined) return { standing: "unknown", statusText, declared };
  const made = totalsOf(batch, "sucnum", "sucamt");
  const isWhole =
    made !== undefined && made.count === declared?.count && made.amountFen === declared.amountFen;
  const status = flag === "S" && isWhole ? "paid" : meaning.outcome;
  const reason = status === "paid" ? undefined : meaning.reason;
  // A batch that failed, of which some were made: which ones, only rows tell.
  const isMixed = status === "rejected" && made !== undefined && made.count > 0;
  const rest = status === "processing" || isMixed ? undefined : { status, statusText, reason };
  const standing = status === "rejected" && !isMixed ? "rejected" : "finished";
  return { standing, statusText, declared, rest };
}

function totalsOf(batch: JsonObject, count: string, amount: string): Totals | undefined {
  const digits = textOfMember(batch, count) ?? "";
  const sum = readAmount(textOfMember(batch, amount) ?? "", "yuan");
  return /^\d{1,9}$/.test(digits) && sum.ok ? { count: Number(digits), amountFen: sum.value } : undefined;
}
