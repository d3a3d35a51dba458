import { createIssue, failed, type Issue, parsed, type Parsed } from "@tongchou/core";
import type { PaymentOutcome } from "../../adapter.js";
import type { PartResult, PartStanding, SubmissionAnswer } from "../../channel.js";
import { readAmount } from "../../codec/amount-text.js";
import { elementAt, elementsAt, placeOfElement, textAt, type XmlElement } from "../../xml/index.js";
import { channelIssues } from "../issues.js";
import { statedOutcome } from "../status-lookup.js";
import { neededText, unreadable, unreadableRow } from "../xml-answer.js";
import { checkSums } from "./bocom-batch.js";
import { type BocomOptions, type BocomQuery, defaultBocomAnswer } from "./bocom-options.js";

/** Reads the answer to a batch: the request was taken, or nobody knows. */
export function readBocomAnswer(
  options: BocomOptions,
  root: XmlElement,
  file: string,
): Parsed<SubmissionAnswer> {
  const { codeElement, takenCodes } = options.answer ?? defaultBocomAnswer;
  const code = neededText(root, codeElement, file);
  if (!code.ok) return code;
  const status = takenCodes.includes(code.value) ? "processing" : "unknown";
  return parsed({ status, statusText: code.value, batchNumber: textAt(root, "body/cert_no") || undefined });
}

/** Reads the answer to a query as the bank's manual has it; its totals have to hold to the fen. */
export function readBocomResult(options: BocomOptions, root: XmlElement, file: string): Parsed<PartResult> {
  const { answer = defaultBocomAnswer, query } = options;
  if (query === undefined) return failed(createIssue(channelIssues, "query-not-agreed"));
  const code = neededText(root, answer.codeElement, file);
  if (!code.ok) return code;
  const statusText = code.value;
  if (!answer.takenCodes.includes(code.value)) {
    const standing = query.notFoundCodes?.includes(code.value) === true ? "not-found" : "unknown";
    return parsed({ file, outcomes: [], standing, statusText });
  }
  const body = elementAt(root, "body");
  if (body === undefined) return failed(unreadable(root, "body", file));
  const totals = checkSums(body, file);
  if (!totals.ok) return totals;
  const issues: Issue[] = [];
  const outcomes = elementsAt(body, "tran/rcd").flatMap((row, index): PaymentOutcome[] => {
    const outcome = readRow(query, row, { file, row: index + 1 });
    issues.push(...outcome.issues);
    return outcome.ok ? [outcome.value] : [];
  });
  const isOpen = outcomes.some(({ status }) => status === "processing" || status === "unknown");
  const isThrough = !isOpen && issues.length === 0;
  const standing: PartStanding = outcomes.length === 0 ? "unknown" : isThrough ? "finished" : "processing";
  const batchNumber = textAt(body, query.numberElement) || undefined;
  return parsed({ file, batchNumber, outcomes, standing, statusText, declared: totals.value }, issues);
}

function readRow(
  query: BocomQuery,
  element: XmlElement,
  { file, row }: { readonly file: string; readonly row: number },
): Parsed<PaymentOutcome> {
  const status = textAt(element, query.statusElement) ?? "";
  const amount = readAmount(textAt(element, "amt") ?? "", "yuan");
  if (status === "" || !amount.ok)
    return failed(unreadableRow(element, amount.ok ? query.statusElement : "amt", file));
  const words = query.reasonElement === undefined ? "" : (textAt(element, query.reasonElement) ?? "");
  const { said, issues } = statedOutcome(query.statuses, status, words);
  const outcome: PaymentOutcome = {
    row,
    ...said,
    reference: textAt(element, "busino") || undefined,
    payeeAccount: textAt(element, "card_no") || undefined,
    payeeName: textAt(element, "acname") || undefined,
    amountFen: amount.value,
  };
  const place = placeOfElement(element, file);
  return parsed(
    outcome,
    issues.map((issue) => ({ ...issue, place })),
  );
}
