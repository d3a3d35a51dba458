import type { ReadLimits } from "../limits.js";
import { SpreadsheetFault } from "../spreadsheet-fault.js";
import { isBuiltInDateFormat, isDateFormat } from "./date-format.js";
import { readXml } from "./xml-feed.js";
import { decodeXlsxText } from "./xlsx-text.js";

/** A sheet as `workbook.xml` names it. */
export interface SheetListing {
  readonly name: string;
  readonly isHidden: boolean;
  readonly relationshipId: string;
}

/** What `workbook.xml` says. */
export interface WorkbookListing {
  readonly sheets: readonly SheetListing[];
  readonly usesDate1904: boolean;
}

/** One target of a `.rels` part; `kind` is the last word of its type, the same in both dialects of OOXML. */
export interface Relationship {
  readonly id: string;
  readonly kind: string;
  readonly target: string;
}

/** Reads the sheets of `workbook.xml`. */
export function readWorkbookListing(pieces: Iterable<Uint8Array>): WorkbookListing {
  const sheets: SheetListing[] = [];
  let usesDate1904 = false;
  readXml(pieces, {
    open: (name, attributes) => {
      if (name === "workbookPr") usesDate1904 = isTrue(attributes["date1904"]);
      if (name !== "sheet") return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(":id"))?.[1] ?? "";
      const isHidden = attributes["state"] === "hidden" || attributes["state"] === "veryHidden";
      sheets.push({ name: attributes["name"] ?? "", isHidden, relationshipId: id });
    },
  });
  return { sheets, usesDate1904 };
}

/**
 * Reads a `.rels` part.
 *
 * @param folder the folder of the part it belongs to, to which targets are relative
 */
export function readRelationships(pieces: Iterable<Uint8Array>, folder: string): readonly Relationship[] {
  const relationships: Relationship[] = [];
  readXml(pieces, {
    open: (name, attributes) => {
      if (name !== "Relationship" || attributes["TargetMode"] === "External") return;
      relationships.push({
        id: attributes["Id"] ?? "",
        kind: (attributes["Type"] ?? "").split("/").at(-1) ?? "",
        target: resolvePart(folder, attributes["Target"] ?? ""),
      });
    },
  });
  return relationships;
}

/** For each cell style of `styles.xml`, whether it shows a date. */
export function readDateStyles(pieces: Iterable<Uint8Array>): readonly boolean[] {
  const formats = new Map<number, boolean>();
  const styles: boolean[] = [];
  let isInCellStyles = false;
  readXml(pieces, {
    open: (name, attributes) => {
      if (name === "numFmt")
        formats.set(Number(attributes["numFmtId"]), isDateFormat(attributes["formatCode"] ?? ""));
      if (name === "cellXfs") isInCellStyles = true;
      if (name !== "xf" || !isInCellStyles) return;
      const id = Number(attributes["numFmtId"] ?? 0);
      styles.push(formats.get(id) ?? isBuiltInDateFormat(id));
    },
    close: (name) => {
      if (name === "cellXfs") isInCellStyles = false;
    },
  });
  return styles;
}

/** Reads the shared texts; the runs of a rich text are joined, phonetic hints are left out. */
export function readSharedStrings(pieces: Iterable<Uint8Array>, limits: ReadLimits): readonly string[] {
  const strings: string[] = [];
  let characters = 0;
  let current = "";
  let phonetic = 0;
  let isText = false;
  readXml(pieces, {
    open: (name) => {
      if (name === "si") current = "";
      if (name === "rPh") phonetic += 1;
      isText = name === "t" && phonetic === 0;
    },
    text: (text) => {
      if (isText) current += text;
    },
    close: (name) => {
      isText = false;
      if (name === "rPh") phonetic -= 1;
      if (name !== "si") return;
      characters += current.length;
      if (strings.length === limits.sharedStrings || characters > limits.sharedCharacters) {
        throw new SpreadsheetFault("limit-shared-strings", { limit: limits.sharedStrings });
      }
      strings.push(decodeXlsxText(current));
    },
  });
  return strings;
}

/** True for the ways XML Schema writes a true boolean. */
export function isTrue(text: string | undefined): boolean {
  return text === "1" || text === "true";
}

function resolvePart(folder: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const parts = folder === "" ? [] : folder.split("/");
  for (const part of target.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== ".") parts.push(part);
  }
  return parts.join("/");
}
