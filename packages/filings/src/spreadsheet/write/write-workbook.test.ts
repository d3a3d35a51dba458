import { read } from "@e965/xlsx";
import fc from "fast-check";
import { unzipSync, strFromU8 } from "fflate";
import { describe, expect, it } from "vitest";
import { cellsOf, codesOf, textsOf, valueOf } from "../../__fixtures__/read-cells.js";
import { readWorkbook } from "../read-workbook.js";
import type { SheetContent, SheetValue } from "./sheet-content.js";
import { writeWorkbook, type WriteWorkbookOptions } from "./write-workbook.js";

const columns = [
  { header: "证件号码", format: "text", width: 22 },
  { header: "金额（元）", format: "money" },
  { header: "人数", format: "integer" },
  { header: "备注", format: "text", isHidden: true },
] as const;
const formats: readonly WriteWorkbookOptions[] = [
  { format: "xlsx" },
  { format: "xls" },
  { format: "csv" },
  { format: "csv", encoding: "gb18030" },
];

function sheetOf(rows: readonly (readonly SheetValue[])[], more: Partial<SheetContent> = {}): SheetContent {
  return { name: "表", columns, rows, ...more };
}

async function write(sheet: SheetContent, options: WriteWorkbookOptions): Promise<Uint8Array> {
  return valueOf(await writeWorkbook([sheet], options));
}

describe("writeWorkbook", () => {
  const sheet = sheetOf(
    [
      ["360403190001010028", -123456, 3, "=1+1"],
      [undefined, 5, 0, '㛃𠮷·<&>"\n次行'],
    ],
    { titleRows: ["标题"], footRows: ["制表人："] },
  );

  it.each(formats)("writes %j with title, header, table and foot", async (options) => {
    const workbook = valueOf(await readWorkbook(await write(sheet, options), { fileName: "a" }));
    expect(workbook.format).toBe(options.format);
    expect(textsOf(workbook)).toEqual({
      "1:1": "标题",
      "2:1": "证件号码",
      "2:2": "金额（元）",
      "2:3": "人数",
      "2:4": "备注",
      "3:1": "360403190001010028",
      "3:2": "-1234.56",
      "3:3": "3",
      "3:4": "'=1+1",
      "4:2": "0.05",
      "4:3": "0",
      "4:4": '㛃𠮷·<&>"\n次行',
      "5:1": "制表人：",
    });
  });

  it.each(formats)("gives the same bytes for the same content in %j", async (options) => {
    expect(await write(sheet, options)).toEqual(await write(sheet, options));
  });

  it.each(["xlsx", "xls"] as const)(
    "keeps numbers of people text in %s, in the text format",
    async (format) => {
      // Another library reads the file, so that the formats do not only agree with our own reader.
      const book = read(await write(sheet, { format }), { type: "array", cellNF: true });
      const cells = book.Sheets["表"];
      expect(cells?.["A3"]).toMatchObject({ t: "s", v: "360403190001010028" });
      expect(cells?.["B3"]).toMatchObject({ t: "n", v: -1234.56, z: "0.00" });
      expect(cells?.["C3"]).toMatchObject({ t: "n", v: 3, z: "0" });
      expect(cells?.["D3"]).toMatchObject({ t: "s", v: "'=1+1" });
    },
  );

  it("ends an xlsx with the record that ends archives", async () => {
    const bytes = await write(sheet, { format: "xlsx" });
    const end = new DataView(bytes.buffer, bytes.byteOffset + bytes.length - 22);
    expect([end.getUint32(0, true), end.getUint16(20, true)]).toEqual([0x06054b50, 0]);
  });

  it("freezes the header, sets widths, hides columns and merges titles across the table", async () => {
    const parts = unzipSync(await write(sheet, { format: "xlsx" }));
    const xml = strFromU8(parts["xl/worksheets/sheet1.xml"] ?? new Uint8Array(0));
    expect(xml).toContain('<pane ySplit="2" topLeftCell="A3" activePane="bottomLeft" state="frozen"/>');
    expect(xml).toContain('<col min="1" max="1" width="22" style="3" customWidth="1"/>');
    expect(xml).toContain('<col min="4" max="4" width="8" style="3" customWidth="1" hidden="1"/>');
    expect(xml).toContain('<mergeCell ref="A1:D1"/>');
  });

  it("writes CSV with CRLF and, in UTF-8, the byte order mark that Excel needs", async () => {
    const rows = [["1", 100, 1, 'a,"b"']] as const;
    const utf8 = await write(sheetOf(rows), { format: "csv" });
    expect([...utf8.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(new TextDecoder().decode(utf8)).toBe('证件号码,金额（元）,人数,备注\r\n1,1.00,1,"a,""b"""\r\n');
    const gb18030 = await write(sheetOf(rows), { format: "csv", encoding: "gb18030" });
    expect([...gb18030.subarray(0, 4)]).toEqual([0xd6, 0xa4, 0xbc, 0xfe]);
  });

  it.each(formats)("refuses a character that %j cannot hold, with its cell", async (options) => {
    const result = await writeWorkbook([sheetOf([["a", 1, 1, "半个\uD842"]])], options);
    expect(codesOf(result)).toEqual(["text-unencodable"]);
    expect(result.issues[0]?.message.en).toContain("Row 2, column D");
  });

  it("refuses texts longer than a cell", async () => {
    const rows = [["x".repeat(32_768)]];
    expect(codesOf(await writeWorkbook([sheetOf(rows)], { format: "xlsx" }))).toEqual(["text-too-long"]);
  });

  it("refuses an xls of more rows than it holds", async () => {
    const rows = new Array<readonly SheetValue[]>(65_536).fill(["a"]);
    expect(codesOf(await writeWorkbook([sheetOf(rows)], { format: "xls" }))).toEqual(["xls-too-large"]);
  });

  it.each([
    [["表", "表"], "xlsx"],
    [["a".repeat(32)], "xlsx"],
    [["a/b"], "xls"],
    [[""], "xlsx"],
    [["甲", "乙"], "csv"],
    [[], "xlsx"],
  ] as const)("throws for sheets called %j in %s", async (names, format) => {
    const sheets = names.map((name) => ({ name, columns, rows: [] }));
    await expect(writeWorkbook(sheets, { format })).rejects.toThrow(RangeError);
  });

  it("writes several sheets", async () => {
    const bytes = valueOf(
      await writeWorkbook([sheetOf([["甲"]]), { ...sheetOf([["乙"]]), name: "第二" }], { format: "xlsx" }),
    );
    const workbook = valueOf(await readWorkbook(bytes, { fileName: "a" }));
    expect(workbook.sheets.map(({ name }) => name)).toEqual(["表", "第二"]);
    expect([textsOf(workbook, 0)["2:1"], textsOf(workbook, 1)["2:1"]]).toEqual(["甲", "乙"]);
  });
});

describe("writeWorkbook and readWorkbook", () => {
  const text = fc
    .string({ unit: "binary", maxLength: 20 })
    .filter(
      (value) =>
        !/\p{Surrogate}/u.test(value) &&
        /[^\s\u00A0\u200B-\u200D\uFEFF\0]/.test(value) &&
        !/^'*[=+\-@\t\r＝＋－＠]/.test(value),
    );
  const row = fc.tuple(text, fc.integer({ min: -1e13, max: 1e13 }), fc.integer({ min: -1e9, max: 1e9 }));

  it.each([{ format: "xlsx" }, { format: "xls" }] as const)("give back any table in %j", async (options) => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 20 }), async (rows) => {
        const workbook = valueOf(await readWorkbook(await write(sheetOf(rows), options), { fileName: "a" }));
        const expected = rows.flatMap(([first, amount, count], index) => {
          const digits = String(Math.abs(amount)).padStart(3, "0");
          const yuan = Number(`${amount < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`);
          return [
            [`${index + 2}:1`, first],
            [`${index + 2}:2`, yuan],
            [`${index + 2}:3`, count],
          ];
        });
        const found = Object.entries(cellsOf(workbook)).map(([key, cell]) => {
          if (typeof cell === "string") return [key, cell];
          return [key, cell.kind === "number" ? Number(cell.text) : cell.kind === "text" ? cell.text : ""];
        });
        expect(found.filter(([key]) => !String(key).startsWith("1:"))).toEqual(expected);
      }),
      { numRuns: options.format === "xls" ? 50 : 200 },
    );
  });
});
