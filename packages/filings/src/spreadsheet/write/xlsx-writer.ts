import { columnLetters } from "../cell-reference.js";
import { encodeXlsxText } from "../xlsx/xlsx-text.js";
import { columnWidth } from "./column-width.js";
import { type ColumnFormat, headerRowOf, type SheetContent } from "./sheet-content.js";
import { type WrittenCell, type WrittenRow, writtenRows } from "./written-cell.js";
import { writeZip, type ZipPart } from "./zip-writer.js";

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const types = "http://schemas.openxmlformats.org/package/2006/content-types";
const packageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
const documentRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** Places of the cell styles in {@link styles}. */
const titleStyle = 1;
const headerStyle = 2;
const formatStyles: Readonly<Record<ColumnFormat, number>> = { text: 3, money: 4, integer: 5 };

/**
 * The cell styles. Of the built-in number formats 49 is text, 2 is `0.00`, 1 is `0` (ECMA-376, part 1,
 * 18.8.30).
 */
const styles =
  `${xml}<styleSheet xmlns="${main}">` +
  '<fonts count="3"><font><sz val="11"/><name val="宋体"/></font>' +
  '<font><b/><sz val="11"/><name val="宋体"/></font><font><b/><sz val="16"/><name val="宋体"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill>' +
  '<fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="49" fontId="2" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" ' +
  'applyAlignment="1"><alignment horizontal="center"/></xf>' +
  '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" ' +
  'applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf>' +
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="2" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="1" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';

/** Writes an xlsx file (ECMA-376): equal content gives equal bytes. */
export function writeXlsx(sheets: readonly SheetContent[]): Uint8Array {
  const strings = createSharedStrings();
  const part = (name: string, text: string): ZipPart => ({ name, pieces: [text] });
  return writeZip([
    part("[Content_Types].xml", contentTypes(sheets)),
    part("_rels/.rels", relations([["officeDocument", "xl/workbook.xml"]])),
    part("xl/workbook.xml", workbook(sheets)),
    part("xl/_rels/workbook.xml.rels", workbookRelations(sheets)),
    part("xl/styles.xml", styles),
    ...sheets.map((sheet, index): ZipPart => ({
      name: `xl/worksheets/sheet${index + 1}.xml`,
      pieces: worksheet(sheet, strings),
    })),
    // Comes last: the sheets fill the table while they are written.
    { name: "xl/sharedStrings.xml", pieces: strings.text() },
  ]);
}

interface SharedStrings {
  indexOf(text: string): number;
  text(): Iterable<string>;
}

function createSharedStrings(): SharedStrings {
  const indexes = new Map<string, number>();
  return {
    indexOf: (text) => {
      const index = indexes.get(text) ?? indexes.size;
      indexes.set(text, index);
      return index;
    },
    text: function* () {
      yield `${xml}<sst xmlns="${main}" uniqueCount="${indexes.size}">`;
      for (const text of indexes.keys()) yield `<si><t xml:space="preserve">${encodeXlsxText(text)}</t></si>`;
      yield "</sst>";
    },
  };
}

function* worksheet(sheet: SheetContent, strings: SharedStrings): Generator<string, void, undefined> {
  const header = headerRowOf(sheet);
  yield (
    `${xml}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="${header}" ` +
    `topLeftCell="A${header + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`
  );
  yield `<cols>${sheet.columns.map(columnElement).join("")}</cols><sheetData>`;
  const titles: number[] = [];
  for (const row of writtenRows(sheet)) {
    if (row.kind === "title") titles.push(row.number);
    const cells = row.cells.map((cell, index) => cellElement(cell, row, index, sheet, strings));
    yield `<row r="${row.number}">${cells.join("")}</row>`;
  }
  const last = columnLetters(sheet.columns.length);
  const merges = titles.map((number) => `<mergeCell ref="A${number}:${last}${number}"/>`);
  const isMerged = merges.length > 0 && sheet.columns.length > 1;
  yield `</sheetData>${isMerged ? `<mergeCells count="${merges.length}">${merges.join("")}</mergeCells>` : ""}</worksheet>`;
}

function columnElement(column: SheetContent["columns"][number], index: number): string {
  const hidden = column.isHidden === true ? ' hidden="1"' : "";
  const at = `min="${index + 1}" max="${index + 1}"`;
  return `<col ${at} width="${columnWidth(column)}" style="${formatStyles[column.format]}" customWidth="1"${hidden}/>`;
}

function cellElement(
  cell: WrittenCell | undefined,
  row: WrittenRow,
  index: number,
  sheet: SheetContent,
  strings: SharedStrings,
): string {
  if (cell === undefined) return "";
  const reference = `${columnLetters(index + 1)}${row.number}`;
  const style = styleOf(cell, row, sheet.columns[index]?.format ?? "text");
  if (cell.kind === "number") return `<c r="${reference}" s="${style}"><v>${cell.text}</v></c>`;
  return `<c r="${reference}" s="${style}" t="s"><v>${strings.indexOf(cell.text)}</v></c>`;
}

function styleOf(cell: WrittenCell, row: WrittenRow, format: ColumnFormat): number {
  if (row.kind === "title") return row.number === 1 ? titleStyle : formatStyles.text;
  if (row.kind === "header") return headerStyle;
  return formatStyles[cell.kind === "text" ? "text" : format];
}

function contentTypes(sheets: readonly SheetContent[]): string {
  const overrides = [
    ["/xl/workbook.xml", "sheet.main"],
    ["/xl/styles.xml", "styles"],
    ["/xl/sharedStrings.xml", "sharedStrings"],
    ...sheets.map((_, index) => [`/xl/worksheets/sheet${index + 1}.xml`, "worksheet"]),
  ].map(([name, kind]) => `<Override PartName="${name}" ContentType="${spreadsheet}.${kind}+xml"/>`);
  return (
    `${xml}<Types xmlns="${types}">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `<Default Extension="xml" ContentType="application/xml"/>${overrides.join("")}</Types>`
  );
}

function workbook(sheets: readonly SheetContent[]): string {
  const elements = sheets.map(
    ({ name }, index) =>
      `<sheet name="${encodeXlsxText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  return (
    `${xml}<workbook xmlns="${main}" xmlns:r="${documentRelations}"><bookViews><workbookView/></bookViews>` +
    `<sheets>${elements.join("")}</sheets></workbook>`
  );
}

function workbookRelations(sheets: readonly SheetContent[]): string {
  return relations([
    ...sheets.map((_, index) => ["worksheet", `worksheets/sheet${index + 1}.xml`] as const),
    ["styles", "styles.xml"],
    ["sharedStrings", "sharedStrings.xml"],
  ]);
}

function relations(targets: readonly (readonly [kind: string, target: string])[]): string {
  const elements = targets.map(
    ([kind, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${documentRelations}/${kind}" Target="${target}"/>`,
  );
  return `${xml}<Relationships xmlns="${packageRelations}">${elements.join("")}</Relationships>`;
}
