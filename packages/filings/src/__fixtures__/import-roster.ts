import type { Worker } from "@tongchou/core";
import { importRoster, type HeldOutRow, type RosterImport, readWorkbook, type Workbook } from "../index.js";
import { codesOf, valueOf } from "./read-cells.js";
import { createRosterFile, hospital, person, school } from "./roster-file.js";
import type { FixtureCell } from "./xlsx-file.js";

/** Opens a file that can be opened. */
export async function openFile(bytes: Uint8Array, fileName = "名册.xlsx"): Promise<Workbook> {
  return valueOf(await readWorkbook(bytes, { fileName }));
}

/** Imports a roster of the units of the fixtures. */
export async function importFile(bytes: Uint8Array): Promise<RosterImport> {
  return importRoster([await openFile(bytes)], { units: [hospital, school] });
}

/** What becomes of one row, some of its cells replaced: the worker, if any, and the codes of its issues. */
export async function importPerson(changes: Readonly<Record<string, FixtureCell>>): Promise<{
  readonly worker: Worker | undefined;
  readonly codes: readonly string[];
  readonly heldOut: readonly HeldOutRow[];
}> {
  const result = await importFile(createRosterFile([person(1, changes)]));
  return { worker: result.rosters[0]?.workers[0], codes: codesOf(result), heldOut: result.heldOut };
}
