import { strToU8, zipSync } from "fflate";

/** A cell: text, a number as stored, or the XML between `<c r="…"` and `</c>`. */
export type FixtureCell = string | number | undefined | { readonly xml: string };

/** A sheet as XML will have it. */
export interface FixtureSheet {
  readonly name: string;
  readonly rows: readonly (readonly FixtureCell[])[];
  readonly state?: string;
  readonly hiddenRows?: readonly number[];
  readonly merges?: readonly string[];
  /** XML before the rows, such as column definitions. */
  readonly before?: string;
}

/** What a workbook has beside its sheets. */
export interface FixtureParts {
  readonly sharedStrings?: string;
  readonly date1904?: boolean;
  /** Parts that are added, or that take another's place; an empty text takes a part away. */
  readonly parts?: Readonly<Record<string, string | Uint8Array>>;
}

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** Style 1 of a fixture shows a day, style 2 a day in Chinese, style 3 a month. */
const styles =
  `<styleSheet ${main}><numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/>` +
  '</numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/><xf numFmtId="57"/></cellXfs></styleSheet>';

/** Builds an xlsx file by hand, with no help of the code under test. */
export function createXlsx(sheets: readonly FixtureSheet[], options: FixtureParts = {}): Uint8Array {
  const date1904 = options.date1904 === true ? '<workbookPr date1904="1"/>' : "";
  const listing = sheets.map(
    ({ name, state }, index) =>
      `<sheet name="${name}" sheetId="${index + 1}"${state === undefined ? "" : ` state="${state}"`} r:id="rId${index + 1}"/>`,
  );
  const targets = sheets.map(
    (_, index) =>
      `<Relationship Id="rId${index + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  );
  const parts: Record<string, string | Uint8Array> = {
    "[Content_Types].xml": "<Types/>",
    "_rels/.rels": `<Relationships><Relationship Id="r" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook ${main} xmlns:r="${relations}">${date1904}<sheets>${listing.join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels":
      `<Relationships>${targets.join("")}<Relationship Id="s" Type="${relations}/styles" Target="styles.xml"/>` +
      `<Relationship Id="t" Type="${relations}/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>`,
    "xl/styles.xml": styles,
    ...(options.sharedStrings === undefined
      ? {}
      : { "xl/sharedStrings.xml": `<sst ${main}>${options.sharedStrings}</sst>` }),
    ...Object.fromEntries(
      sheets.map((sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet)]),
    ),
    ...options.parts,
  };
  const kept = Object.entries(parts).filter(([, text]) => text !== "");
  return zipSync(
    Object.fromEntries(kept.map(([name, text]) => [name, typeof text === "string" ? strToU8(text) : text])),
    {
      mtime: new Date(2024, 0, 1),
    },
  );
}

function sheetXml(sheet: FixtureSheet): string {
  const rows = sheet.rows.map((cells, index) => {
    const hidden = sheet.hiddenRows?.includes(index + 1) === true ? ' hidden="1"' : "";
    const xml = cells.map((cell, column) => cellXml(cell, `${letters(column)}${index + 1}`)).join("");
    return `<row r="${index + 1}"${hidden}>${xml}</row>`;
  });
  const merges = (sheet.merges ?? []).map((ref) => `<mergeCell ref="${ref}"/>`).join("");
  const merged = merges === "" ? "" : `<mergeCells>${merges}</mergeCells>`;
  return `<worksheet ${main}>${sheet.before ?? ""}<sheetData>${rows.join("")}</sheetData>${merged}</worksheet>`;
}

function cellXml(cell: FixtureCell, reference: string): string {
  if (cell === undefined) return "";
  if (typeof cell === "number") return `<c r="${reference}"><v>${cell}</v></c>`;
  if (typeof cell === "object") return `<c r="${reference}"${cell.xml}</c>`;
  const text = cell.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
  return `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}

function letters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last;
}
