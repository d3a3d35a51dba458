import type { ReadLimits } from "../limits.js";
import { SpreadsheetFault } from "../spreadsheet-fault.js";
import type { RawWorkbook } from "../raw-workbook.js";
import type { SheetRow } from "../workbook.js";
import { readSheetFrame } from "./sheet-frame.js";
import { readSheetRows, type SheetTables } from "./sheet-rows.js";
import {
  readDateStyles,
  readRelationships,
  readSharedStrings,
  readWorkbookListing,
  type Relationship,
} from "./workbook-parts.js";
import { inflateEntry, openZip, type ZipArchive, type ZipEntry } from "./zip-archive.js";

/**
 * Reads an xlsx file (ECMA-376). Every part that is needed is inflated once and checked; the rows are read as
 * XML only when they are asked for.
 */
export function readXlsx(bytes: Uint8Array, limits: ReadLimits): RawWorkbook {
  const archive = openZip(bytes);
  refuseOtherPackages(archive);
  const parts = openParts(archive, limits);
  const main =
    parts.relationships("").find(({ kind }) => kind === "officeDocument")?.target ?? "xl/workbook.xml";
  const folder = main.split("/").slice(0, -1).join("/");
  const listing = readWorkbookListing(parts.require(main));
  const relationships = parts.relationships(main);
  const byKind = (kind: string): Iterable<Uint8Array> =>
    parts.find(relationships.find((relationship) => relationship.kind === kind)?.target);
  const tables: SheetTables = {
    sharedStrings: readSharedStrings(byKind("sharedStrings"), limits),
    dateStyles: readDateStyles(byKind("styles")),
    limits,
  };
  const sheets = listing.sheets.flatMap(({ name, isHidden, relationshipId }) => {
    const target = relationships.find(
      ({ id, kind }) => id === relationshipId && kind === "worksheet",
    )?.target;
    // A sheet of another kind, such as a chart, has no rows.
    if (target === undefined) return [];
    const frame = readSheetFrame(parts.require(target), limits);
    const rows = (): Generator<SheetRow, void, undefined> =>
      readSheetRows(inflateEntry(archive, parts.entry(target), limits), tables);
    return [{ name, isHidden, ...frame, rows }];
  });
  const hasMacros = archive.entries.has(`${folder}/vbaProject.bin`);
  return { format: "xlsx", usesDate1904: listing.usesDate1904, sheets, hasMacros };
}

/** Access to the parts of an archive, with one budget for all that is inflated. */
interface Parts {
  entry(name: string): ZipEntry;
  require(name: string): Iterable<Uint8Array>;
  find(name: string | undefined): Iterable<Uint8Array>;
  relationships(part: string): readonly Relationship[];
}

function openParts(archive: ZipArchive, limits: ReadLimits): Parts {
  let total = 0;
  const spend = (size: number): void => {
    total += size;
    if (total > limits.totalBytes)
      throw new SpreadsheetFault("limit-total-bytes", { limit: limits.totalBytes });
  };
  const entry = (name: string): ZipEntry => {
    const found = archive.entries.get(name);
    if (found === undefined) throw new SpreadsheetFault("workbook-part-missing", { part: name });
    return found;
  };
  const inflate = (name: string): Iterable<Uint8Array> => inflateEntry(archive, entry(name), limits, spend);
  const find = (name: string | undefined): Iterable<Uint8Array> =>
    name === undefined || !archive.entries.has(name) ? [] : inflate(name);
  const relationships = (part: string): readonly Relationship[] => {
    const folder = part.split("/").slice(0, -1).join("/");
    const name = `${folder}/_rels/${part.split("/").at(-1) ?? ""}.rels`.replace(/^\//, "");
    return readRelationships(find(name), folder);
  };
  return { entry, require: inflate, find, relationships };
}

const otherPackages: readonly (readonly [part: string, format: string])[] = [
  ["xl/workbook.bin", "xlsb"],
  ["word/document.xml", "docx"],
  ["ppt/presentation.xml", "pptx"],
  ["content.xml", "ods"],
];

function refuseOtherPackages({ entries }: ZipArchive): void {
  const other = otherPackages.find(([part]) => entries.has(part));
  if (other !== undefined) throw new SpreadsheetFault("format-unsupported", { format: other[1] });
  if (!entries.has("[Content_Types].xml"))
    throw new SpreadsheetFault("format-unsupported", { format: "zip" });
}
