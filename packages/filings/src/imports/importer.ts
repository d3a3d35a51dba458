import type { Workbook } from "../spreadsheet/workbook.js";

/** Imports workbooks that are opened one after the other; what came out of all of them is told at the end. */
export interface Importer<Result> {
  add(workbook: Workbook): void;
  finish(): Result;
}

/** What an importer makes of workbooks that are all there. */
export function importAll<Result>(importer: Importer<Result>, workbooks: readonly Workbook[]): Result {
  for (const workbook of workbooks) importer.add(workbook);
  return importer.finish();
}
