/** Makes the workbooks of the comparison part by part, so that a large one needs no memory. */
import { closeSync, openSync, writeSync } from "node:fs";
import { createRequire } from "node:module";

const requireOfFilings = createRequire(new URL("../../packages/filings/package.json", import.meta.url));
const { strToU8, Zip, ZipDeflate } = requireOfFilings("fflate");

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const sheetPath = "xl/worksheets/sheet1.xml";

/**
 * Writes a workbook of 20 columns with its parts in Excel's order: serial number, day, ten texts (four of them
 * different in every row) in the shared table, eight amounts.
 */
export function writePayWorkbook(path, rows) {
  writeWorkbookParts(path, paySheetXml(rows), sharedStringsXml(rows));
}

/** The XML of that workbook's sheet, in pieces. */
export function* paySheetXml(rows) {
  yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet ${main}><sheetData>`;
  for (let row = 1; row <= rows; row += 1) {
    const cells = [
      cell(0, row, "", row),
      cell(1, row, ' s="1"', 43_831 + (row % 1500)),
      ...Array.from({ length: 4 }, (_, index) => cell(2 + index, row, ' t="s"', index * rows + row - 1)),
      ...Array.from({ length: 6 }, (_, index) => cell(6 + index, row, ' t="s"', 4 * rows + index)),
      ...Array.from({ length: 8 }, (_, index) =>
        cell(12 + index, row, "", ((row * (index + 7)) % 900_000) / 100),
      ),
    ];
    yield `<row r="${row}" spans="1:20">${cells.join("")}</row>`;
  }
  yield "</sheetData></worksheet>";
}

/** Writes a workbook of one row behind so many mebibytes of blanks, which deflate to a thousandth of that. */
export function writeBlanksWorkbook(path, mebibytes) {
  const blanks = " ".repeat(1_048_576);
  function* sheet() {
    yield `<worksheet ${main}><sheetData>`;
    for (let count = 0; count < mebibytes; count += 1) yield blanks;
    yield '<row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>';
  }
  writeWorkbookParts(path, sheet(), [`<sst ${main}/>`]);
}

/** Writes a workbook of two rows and two columns; the second of each is hidden, and two cells are merged. */
export function writeTraitsWorkbook(path) {
  const columns = '<cols><col min="1" max="1" width="9"/><col min="2" max="2" width="9" hidden="1"/></cols>';
  const rows =
    '<row r="1"><c r="A1"><v>360499198902013029</v></c><c r="B1"><v>1</v></c></row>' +
    '<row r="2" hidden="1"><c r="A2"><v>2</v></c></row>';
  const merges = '<mergeCells count="1"><mergeCell ref="A3:B3"/></mergeCells>';
  const xml = `<worksheet ${main}>${columns}<sheetData>${rows}</sheetData>${merges}</worksheet>`;
  writeWorkbookParts(path, [xml], [`<sst ${main}/>`]);
}

function cell(column, row, attributes, value) {
  return `<c r="${String.fromCharCode(65 + column)}${row}"${attributes}><v>${value}</v></c>`;
}

function* sharedStringsXml(rows) {
  yield `<sst ${main}>`;
  for (let kind = 0; kind < 4; kind += 1) {
    for (let row = 1; row <= rows; row += 1) {
      yield `<si><t>${["360499", "629999", "示例", "W"][kind]}${String(row).padStart(12, "0")}</t></si>`;
    }
  }
  for (const word of ["示例市立医院", "护理部", "劳务派遣", "财政全额", "示例银行", "是"])
    yield `<si><t>${word}</t></si>`;
  yield "</sst>";
}

function writeWorkbookParts(path, sheet, sharedStrings) {
  const file = openSync(path, "w");
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    writeSync(file, piece);
  });
  const relation = (id, kind, target) =>
    `<Relationship Id="${id}" Type="${relations}/${kind}" Target="${target}"/>`;
  const types = "http://schemas.openxmlformats.org/package/2006/content-types";
  const office = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const override = (part, kind) => `<Override PartName="/${part}" ContentType="${office}.${kind}+xml"/>`;
  const packaged = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';
  const parts = [
    [
      "[Content_Types].xml",
      `<Types xmlns="${types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
        override("xl/workbook.xml", "sheet.main") +
        override(sheetPath, "worksheet") +
        override("xl/styles.xml", "styles") +
        override("xl/sharedStrings.xml", "sharedStrings") +
        "</Types>",
    ],
    [
      "_rels/.rels",
      `<Relationships ${packaged}>${relation("r", "officeDocument", "xl/workbook.xml")}</Relationships>`,
    ],
    [
      "xl/workbook.xml",
      `<workbook ${main} xmlns:r="${relations}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    [
      "xl/_rels/workbook.xml.rels",
      `<Relationships ${packaged}>${relation("rId1", "worksheet", "worksheets/sheet1.xml")}` +
        `${relation("rId2", "styles", "styles.xml")}${relation("rId3", "sharedStrings", "sharedStrings.xml")}</Relationships>`,
    ],
    [sheetPath, sheet],
    [
      "xl/styles.xml",
      `<styleSheet ${main}><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    ],
    ["xl/sharedStrings.xml", sharedStrings],
  ];
  for (const [name, content] of parts) {
    const part = new ZipDeflate(name, { level: 6 });
    zip.add(part);
    for (const piece of batches(typeof content === "string" ? [content] : content)) part.push(strToU8(piece));
    part.push(new Uint8Array(0), true);
  }
  zip.end();
  closeSync(file);
}

function* batches(pieces) {
  let batch = "";
  for (const piece of pieces) {
    batch += piece;
    if (batch.length < 1_048_576) continue;
    yield batch;
    batch = "";
  }
  yield batch;
}
