import { createIssue, failed, type Issue, maskPersonalIn, parsed, type Parsed } from "@tongchou/core";
import type { PartResult, PartStanding, SubmissionAnswer } from "../../channel.js";
import { elementAt, elementsAt, placeOfElement, textAt, type XmlElement } from "../../xml/index.js";
import { channelIssues } from "../issues.js";
import { meaningOf, statedOutcome } from "../status-lookup.js";
import { neededText, unreadable } from "../xml-answer.js";
import type { BocOptions } from "./boc-options.js";
import { bocQueryStatuses, bocSubmissionStatuses } from "./boc-statuses.js";

/**
 * Reads the answer to b2e0078. It has a status for the message and one for the batch, and they can disagree:
 * the batch is taken where both say so, and in all other cases nobody knows.
 */
export function readB2e0078Answer(root: XmlElement, file: string): Parsed<SubmissionAnswer> {
  const transaction = transactionOf(root, "b2e0078");
  if (transaction === undefined) return failed(unreadable(root, "trn-b2e0078-rs", file));
  const ofMessage = neededText(transaction, "status/rspcod", file);
  if (!ofMessage.ok) return ofMessage;
  const item = elementAt(transaction, "b2e0078-rs");
  const ofBatch = item === undefined ? undefined : codeOf(item);
  const codes = ofBatch === undefined ? [ofMessage.value] : [ofMessage.value, ofBatch];
  const isTaken =
    codes.length === 2 &&
    codes.every((code) => meaningOf(bocSubmissionStatuses.statuses, code) !== undefined);
  const words = wordsOf(item ?? transaction);
  return parsed({
    status: isTaken ? "processing" : "unknown",
    statusText: `${codes.join(" ")} ${words}`.trim(),
    batchNumber: item && (textAt(item, "insid") || undefined),
    bankReference: item && (textAt(item, "obssid") || undefined),
  });
}

/** Reads the answer to b2e0007: an item for each batch that was asked about. */
export function readB2e0007Answer(
  options: BocOptions,
  root: XmlElement,
  file: string,
): Parsed<readonly PartResult[]> {
  const transaction = transactionOf(root, "b2e0007");
  if (transaction === undefined) return failed(unreadable(root, "trn-b2e0007-rs", file));
  const ofMessage = neededText(transaction, "status/rspcod", file);
  if (!ofMessage.ok) return ofMessage;
  const isAnswered = meaningOf(bocSubmissionStatuses.statuses, ofMessage.value) !== undefined;
  const issues: Issue[] = [];
  const items = isAnswered ? elementsAt(transaction, "b2e0007-rs") : [];
  const results = items.flatMap((item): PartResult[] => {
    const code = codeOf(item);
    const batchNumber = textAt(item, "insid") ?? "";
    if (code === undefined || batchNumber === "") {
      issues.push(unreadable(item, code === undefined ? "rspcod" : "insid", file));
      return [];
    }
    const result = readItem(options, item, { code, batchNumber, file });
    issues.push(...result.issues);
    return result.ok ? [result.value] : [];
  });
  return parsed(results, issues);
}

interface ItemHead {
  readonly code: string;
  readonly batchNumber: string;
  readonly file: string;
}

function readItem(options: BocOptions, item: XmlElement, head: ItemHead): Parsed<PartResult> {
  const { code, batchNumber, file } = head;
  const statusText = `${code} ${wordsOf(item)}`.trim();
  const base = { file, batchNumber, outcomes: [], statusText };
  if (options.notFoundCodes?.includes(code) === true) return parsed({ ...base, standing: "not-found" });
  const table = { ...bocQueryStatuses.statuses, ...options.queryStatuses };
  const { said, issues } = statedOutcome(table, code);
  const place = placeOfElement(item, file);
  const isOpen = said.status === "processing" || said.status === "unknown";
  const standing: PartStanding = said.status === "rejected" ? "rejected" : "finished";
  return parsed(
    isOpen
      ? { ...base, standing: said.status === "processing" ? "processing" : "unknown" }
      : { ...base, standing, rest: said },
    issues.map((issue) => ({ ...issue, place })),
  );
}

/**
 * The one batch of an answer.
 *
 * @returns the batch, or `unknown` standing where the answer has none, or `answer-not-for-part` where it
 *   has several
 */
export function onlyResult(results: Parsed<readonly PartResult[]>, file: string): Parsed<PartResult> {
  if (!results.ok) return results;
  const [only, second] = results.value;
  if (only === undefined) return parsed({ file, outcomes: [], standing: "unknown" }, results.issues);
  if (second === undefined) return parsed(only, results.issues);
  const values = { found: second.batchNumber ?? "", expected: only.batchNumber ?? "" };
  return failed(createIssue(channelIssues, "answer-not-for-part", values, { place: { file } }));
}

/** The transaction stands in `trans`, or without it below the root. */
function transactionOf(root: XmlElement, transaction: string): XmlElement | undefined {
  const name = `trn-${transaction}-rs`;
  return elementAt(root, `trans/${name}`) ?? elementAt(root, name);
}

/** An item has its code in `status`, or without it. */
function codeOf(item: XmlElement): string | undefined {
  return textAt(item, "status/rspcod") ?? textAt(item, "rspcod");
}

function wordsOf(item: XmlElement): string {
  return maskPersonalIn(textAt(item, "status/rspmsg") ?? textAt(item, "rspmsg") ?? "");
}
