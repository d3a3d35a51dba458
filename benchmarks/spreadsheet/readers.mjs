/**
 * One reader on one file in a process of its own; prints what it found, its time and its peak memory as JSON.
 *
 * usage: node readers.mjs <reader> <rows|cells|traits> <file>; peers come from the folder in PEERS.
 */
import { createReadStream, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const [reader, question, path] = process.argv.slice(2);
const ours = createRequire(new URL("../../packages/filings/package.json", import.meta.url));
const peers = createRequire(join(process.env.PEERS, "package.json"));

/** Each visits every cell of the first sheet. */
const rowReaders = {
  async filings(onRow) {
    const { readWorkbook } = await import("../../packages/filings/dist/index.js");
    const opened = await readWorkbook(readFileSync(path), { fileName: path });
    if (!opened.ok) return opened.issues[0].code;
    for (const row of opened.value.sheets[0].rows()) {
      if (row.kind === "fault") return row.issue.code;
      onRow(
        Array.from(row.cells.values(), (cell) => (cell.kind === "number" ? Number(cell.text) : cell.text)),
      );
    }
    return "read";
  },
  "@e965/xlsx"(onRow) {
    const { read } = ours("@e965/xlsx");
    const book = read(readFileSync(path), {
      dense: true,
      cellFormula: false,
      cellHTML: false,
      cellText: false,
    });
    const sheet = book.Sheets[book.SheetNames[0]];
    if (sheet === undefined) return "no sheet, and no error";
    for (const row of sheet["!data"] ?? []) onRow(row.map((cell) => cell.v));
    return "read";
  },
  async exceljs(onRow) {
    const { stream } = peers("exceljs");
    const options = { worksheets: "emit", sharedStrings: "cache", styles: "ignore", hyperlinks: "ignore" };
    for await (const sheet of new stream.xlsx.WorkbookReader(createReadStream(path), options)) {
      for await (const row of sheet) onRow(row.values.slice(1));
    }
    return "read";
  },
};

/** Each counts the cells of a sheet's XML that is in memory already. */
const cellReaders = {
  saxes(xml) {
    const { SaxesParser } = ours("saxes");
    const parser = new SaxesParser({ xmlns: false, position: false });
    let cells = 0;
    parser.on("opentag", ({ name }) => {
      if (name === "c") cells += 1;
    });
    parser.write(xml).close();
    return cells;
  },
  async xml2js(xml) {
    const { parseStringPromise } = peers("xml2js");
    const { worksheet } = await parseStringPromise(xml);
    return worksheet.sheetData[0].row.reduce((sum, row) => sum + row.c.length, 0);
  },
};

/** Each says what it tells of the workbook of hidden and merged cells. */
const traitReaders = {
  async filings() {
    const { readWorkbook } = await import("../../packages/filings/dist/index.js");
    const { value } = await readWorkbook(readFileSync(path), { fileName: path });
    const [sheet] = value.sheets;
    const rows = [...sheet.rows()];
    return {
      stored: rows[0].cells.get(1).text,
      hiddenRow: rows[1].isHidden,
      hiddenColumn: sheet.hiddenColumns.has(2),
      merges: sheet.merges.length,
    };
  },
  "@e965/xlsx"() {
    const { read } = ours("@e965/xlsx");
    const book = read(readFileSync(path), { dense: true, cellStyles: true });
    const sheet = book.Sheets.Sheet1;
    return {
      stored: String(sheet["!data"][0][0].v),
      hiddenRow: sheet["!rows"]?.[1]?.hidden === true,
      hiddenColumn: sheet["!cols"]?.[1]?.hidden === true,
      merges: sheet["!merges"]?.length ?? 0,
    };
  },
  async exceljs() {
    const { stream } = peers("exceljs");
    const options = { worksheets: "emit", sharedStrings: "cache", styles: "cache", hyperlinks: "ignore" };
    for await (const sheet of new stream.xlsx.WorkbookReader(createReadStream(path), options)) {
      const rows = [];
      for await (const row of sheet) rows.push(row);
      return {
        stored: String(rows[0].getCell(1).value),
        hiddenRow: rows[1].hidden === true,
        hiddenColumn: sheet.columns?.[1]?.hidden === true,
        merges: Object.keys(sheet.model?.merges ?? {}).length,
      };
    }
  },
};

const questions = {
  async rows() {
    const found = { rows: 0, texts: 0, sum: 0 };
    const countRow = (cells) => {
      found.rows += 1;
      for (const value of cells) {
        if (typeof value === "string") found.texts += 1;
        else if (typeof value === "number") found.sum += Math.round(value * 100);
      }
    };
    try {
      return { outcome: await rowReaders[reader](countRow), ...found };
    } catch (error) {
      return { outcome: `throws ${error}`, ...found };
    }
  },
  async cells() {
    const xml = readFileSync(path, "utf8");
    return { cells: await cellReaders[reader](xml) };
  },
  traits: () => traitReaders[reader](),
};

const begin = performance.now();
const found = await questions[question]();
const milliseconds = performance.now() - begin;
console.log(JSON.stringify({ found, milliseconds, peakMebibytes: process.resourceUsage().maxRSS / 1024 }));
