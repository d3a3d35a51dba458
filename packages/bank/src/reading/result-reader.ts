import { createIssue, type Issue, parsed, type Parsed } from "@tongchou/core";
import type { BatchResult, PaymentOutcome } from "../adapter.js";
import { maskNumbers } from "../codec/mask-numbers.js";
import { cellOf } from "../codec/record-line.js";
import { bankIssues } from "../issues.js";
import type { BankProfile, ResultFormat } from "../profile.js";
import type { FileBytes } from "./file-lines.js";
import { type DetailRecord, readFile } from "./file-reader.js";

/**
 * Reads a result file by a bank's profile.
 *
 * A status is looked up word for word: 部分成功 and 提交成功 are not 成功. One that is not in the profile's table is
 * `unknown`, with the warning `status-unknown`.
 *
 * @param file its bytes, whole or in chunks
 * @returns the outcomes, with an issue for each line that could not be read. Fails as a whole when the lines
 *   around the payments are not those of the layout (`file-truncated`, `line-unexpected`, `columns-missing`)
 *   or the totals do not hold (`total-count-differs`, `total-amount-differs`)
 * @example
 * const lines = ["H|B240315-01|1|500", "D|1|R1|6299990000000000005|X|500|PAID|", "T|1|500"];
 * const content = new TextEncoder().encode(lines.join("\n"));
 * const result = decodeResult(delimitedProfile, { name: "result.txt", content });
 * result.ok ? result.value.outcomes[0]?.status : result.issues; // => "paid"
 */
export function decodeResult(profile: BankProfile, file: FileBytes): Parsed<BatchResult> {
  const records = readFile(profile.result.layout, file);
  if (!records.ok) return records;
  const { summaries, details } = records.value;
  const outcomes = details.map((detail) => outcomeOf(profile.result, detail));
  const unknown = outcomes
    .filter(({ statusText }) => !Object.hasOwn(profile.result.statuses, statusText))
    .map(({ row, statusText }): Issue => {
      const place = { file: file.name, row };
      return createIssue(bankIssues, "status-unknown", { found: maskNumbers(statusText) }, { place });
    });
  const batchNumber = summaries
    .map((cells) => cellOf(cells, "batch-number"))
    .find((text) => text !== undefined);
  return parsed({ file: file.name, batchNumber, outcomes }, [...records.issues, ...unknown]);
}

function outcomeOf(format: ResultFormat, { row, cells, amountFen }: DetailRecord): PaymentOutcome {
  const statusText = cellOf(cells, "status") ?? "";
  const reasonText = cellOf(cells, "reason");
  const meaning = lookUp(format.statuses, statusText);
  return {
    row,
    status: meaning?.outcome ?? "unknown",
    statusText,
    reasonText,
    reason: meaning?.reason ?? lookUp(format.reasons ?? {}, reasonText ?? ""),
    reference: cellOf(cells, "reference"),
    payeeName: cellOf(cells, "payee-name"),
    payeeAccount: cellOf(cells, "payee-account"),
    amountFen,
  };
}

/** Own entries only: a bank's text may be the name of something that every object has. */
function lookUp<T>(table: Readonly<Record<string, T>>, text: string): T | undefined {
  return Object.hasOwn(table, text) ? table[text] : undefined;
}
