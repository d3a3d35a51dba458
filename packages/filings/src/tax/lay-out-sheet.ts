import { createIssue, type DeclaredPerson, type Fen, type Issue } from "@tongchou/core";
import { filingIssues } from "../issues.js";
import type { SheetContent } from "../spreadsheet/write/sheet-content.js";
import { taxDocumentKindOf, taxDocumentKinds } from "./tax-document.js";

/** A sheet for the client, and the people who could not be put on it. */
export interface TaxSheet<Source> {
  readonly sheet: SheetContent;
  readonly heldOut: readonly Source[];
  /** Issues with the JSON pointer of the record's field. */
  readonly issues: readonly Issue[];
}

/** A record as a row of the sheet; without a row it is held out. */
export interface TaxRow<Row> {
  readonly row: Partial<Row> | undefined;
  readonly issues: readonly Issue[];
}

/**
 * Lays records out as rows, each person with the client's word for the document; whoever has a document that
 * the client does not know is held out.
 */
export function layOut<Source extends DeclaredPerson, Row>(
  records: readonly Source[],
  createSheet: (rows: readonly Partial<Row>[]) => SheetContent,
  rowOf: (record: Source, documentKind: string, path: string) => TaxRow<Row>,
): TaxSheet<Source> {
  const rows: Partial<Row>[] = [];
  const heldOut: Source[] = [];
  const issues: Issue[] = [];
  for (const [index, record] of records.entries()) {
    const documentKind = taxDocumentKindOf(record);
    if (documentKind === undefined) {
      const values = { found: record.documentKind, allowed: [...taxDocumentKinds].join("、") };
      issues.push(
        createIssue(filingIssues, "tax-document-unknown", values, { path: `/${index}/documentKind` }),
      );
      heldOut.push(record);
      continue;
    }
    const result = rowOf(record, documentKind, `/${index}`);
    if (result.row === undefined) heldOut.push(record);
    else rows.push(result.row);
    for (const issue of result.issues) issues.push(issue);
  }
  return { sheet: createSheet(rows), heldOut, issues };
}

/** The client wants an empty cell where there is nothing. */
export function emptyWhenZero(amount: Fen): Fen | undefined {
  return amount === 0 ? undefined : amount;
}
