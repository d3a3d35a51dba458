import { isCorrection, readIssuedFile, readIssuedFolder, statementIn } from "./issued-file.js";

/** Finds the statements that a correction may go back to. */
export type EarlierStatements = (statement: unknown) => Promise<readonly unknown[]>;

/**
 * Looks for earlier statements in files and folders, which are read once, and only when a correction asks.
 */
export function earlierStatements(given: {
  readonly files?: readonly string[];
  readonly folders?: readonly string[] | undefined;
}): EarlierStatements {
  let found: Promise<readonly unknown[]> | undefined;
  const read = async (): Promise<readonly unknown[]> => {
    const statements: unknown[] = [];
    for (const file of given.files ?? []) statements.push(statementIn(await readIssuedFile(file)));
    for (const folder of given.folders ?? []) {
      statements.push(...(await readIssuedFolder(folder)).map(statementIn));
    }
    return statements.filter((statement) => statement !== undefined);
  };
  return async (statement) => (isCorrection(statement) ? (found ??= read()) : []);
}
