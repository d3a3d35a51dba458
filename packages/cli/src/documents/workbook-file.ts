import { writeWorkbook, type SheetContent } from "@tongchou/filings";
import type { Issue } from "@tongchou/core";
import type { OutputFile } from "../files/output-folder.js";

/** A file of a month's output, with the profile it follows where it has one. */
export interface MonthFile extends OutputFile {
  readonly profile?: string | undefined;
  /** Records in it. */
  readonly rows?: number | undefined;
}

/** What came of writing documents: the files that could be written, and why others could not. */
export interface WrittenDocuments {
  readonly files: readonly MonthFile[];
  readonly issues: readonly Issue[];
}

/** Writes sheets as an xlsx file of the output. */
export async function workbookFile(
  path: string,
  sheets: readonly SheetContent[],
  about: { readonly profile?: string; readonly rows?: number } = {},
): Promise<WrittenDocuments> {
  const written = await writeWorkbook(sheets, { format: "xlsx" });
  if (written.ok) return { files: [{ path, bytes: written.value, ...about }], issues: written.issues };
  return { files: [], issues: written.issues.map((issue) => ({ ...issue, place: { file: path } })) };
}

/** Puts several results together, in order. */
export function joinDocuments(results: readonly WrittenDocuments[]): WrittenDocuments {
  return {
    files: results.flatMap((result) => result.files),
    issues: results.flatMap((result) => result.issues),
  };
}
