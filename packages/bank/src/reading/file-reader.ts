import { type Fen, type Issue, parsed, type Parsed, placeIssues } from "@tongchou/core";
import { readAmount } from "../codec/amount-text.js";
import { type CellPlan, type Cells, readLine } from "../codec/record-line.js";
import { checkTotals, fileTotals, totalsOf } from "../codec/totals.js";
import { type FileLayout, type LayoutShape, lineLayout } from "../profiles/layout.js";
import { matchFrame } from "./file-frame.js";
import { type FileBytes, splitLines } from "./file-lines.js";

/** One payment's line as read; without an amount where the format has none. */
export interface DetailRecord {
  readonly row: number;
  readonly cells: Cells;
  readonly amountFen: Fen | undefined;
}

/** What a file says: its summary lines from top to bottom, and the payments' lines that could be read. */
export interface FileRecords {
  readonly summaries: readonly Cells[];
  readonly details: readonly DetailRecord[];
  /** Whether the first line of a payment could be read, if there is one. */
  readonly isFirstRead: boolean;
}

/**
 * Reads a file by its layout, whichever way it travels.
 *
 * The file is held whole: no line may be released before the trailer has confirmed count and total.
 *
 * @returns the records, with an issue for each line that could not be read. Fails as a whole when the lines
 *   around the payments are not those of the layout, and with `total-count-differs`, `total-amount-differs`
 */
export function readFile(layout: FileLayout, file: FileBytes): Parsed<FileRecords> {
  const frame = matchFrame(layout, splitLines(layout, file.content), file.name);
  if (!frame.ok) return frame;
  const issues: Issue[] = [];
  const details: DetailRecord[] = [];
  const { plan } = frame.value;
  const cutting = lineLayout(layout, "detail");
  for (const line of frame.value.details) {
    const cells = readLine(cutting, plan, line);
    const detail = cells.ok ? readDetail({ layout, plan, row: line.row }, cells.value) : cells;
    issues.push(...placeIssues(detail.issues, { place: { file: file.name, row: line.row } }));
    if (detail.ok) details.push(detail.value);
  }
  const totals = totalsOf(details.map((detail) => detail.amountFen));
  if (!totals.ok) return { ok: false, issues: placeIssues(totals.issues, { place: { file: file.name } }) };
  const differences = frame.value.summaries.flatMap(({ row, cells }) =>
    placeIssues(checkTotals(cells, fileTotals, { layout, found: totals.value }), {
      place: { file: file.name, row },
    }),
  );
  issues.push(...differences);
  if (differences.length > 0) return { ok: false, issues };
  const [first] = frame.value.details;
  const isFirstRead = first === undefined || details[0]?.row === first.row;
  return parsed({ summaries: frame.value.summaries.map(({ cells }) => cells), details, isFirstRead }, issues);
}

/** The record of a payment's line, or the issues of its amount. */
export function readDetail(
  context: {
    readonly layout: Pick<LayoutShape, "amountUnit">;
    readonly plan: CellPlan;
    readonly row: number;
  },
  cells: Cells,
): Parsed<DetailRecord> {
  const { layout, plan, row } = context;
  const field = plan.fields.find(({ kind }) => kind === "amount");
  const text = cells.get("amount") ?? "";
  if (field === undefined || (text === "" && field.optional === true)) {
    return parsed({ row, cells, amountFen: undefined });
  }
  const amount = readAmount(text, layout.amountUnit);
  return amount.ok ? parsed({ row, cells, amountFen: amount.value }) : amount;
}
