import { CFB, utils, type WorkSheet, write } from "@e965/xlsx";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { cellsOf, codesOf, textsOf, valueOf } from "../../__fixtures__/read-cells.js";
import { readWorkbook } from "../read-workbook.js";

function biff8(
  sheet: WorkSheet,
  options: { readonly date1904?: boolean; readonly hidden?: 0 | 1 | 2 } = {},
): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, "表");
  book.Workbook = {
    WBProps: { date1904: options.date1904 === true },
    Sheets: [{ Hidden: options.hidden ?? 0 }],
  };
  return new Uint8Array(write(book, { bookType: "biff8", type: "array" }) as ArrayBuffer);
}

/** A file as Excel 95 wrote it: BIFF5 (MS-XLS and the Excel 5 SDK), code page 936. */
function biff5(rows: readonly string[]): Uint8Array {
  const u16 = (value: number): number[] => [value & 255, value >> 8];
  const record = (type: number, data: readonly number[]): number[] => [
    ...u16(type),
    ...u16(data.length),
    ...data,
  ];
  const gbk = (text: string): number[] => [...iconv.encode(text, "gbk")];
  const begin = (kind: number): number[] =>
    record(0x809, [...u16(0x500), ...u16(kind), ...u16(0), ...u16(1996)]);
  const end = record(0x0a, []);
  const globals = (sheetAt: number): number[] => [
    ...begin(5),
    ...record(0x42, u16(936)),
    ...record(0x85, [...u16(sheetAt), 0, 0, 0, 0, gbk("表").length, ...gbk("表")]),
    ...end,
  ];
  const labels = rows.flatMap((text, row) =>
    record(0x204, [...u16(row), ...u16(0), ...u16(0), ...u16(gbk(text).length), ...gbk(text)]),
  );
  const stream = [
    ...globals(globals(0).length),
    ...begin(0x10),
    ...labels,
    ...end,
    ...new Array<number>(5000).fill(0),
  ];
  const library = CFB as {
    utils: { cfb_new(): unknown; cfb_add(file: unknown, name: string, content: Uint8Array): void };
    write(file: unknown, options: { type: "array" }): number[];
  };
  const file = library.utils.cfb_new();
  library.utils.cfb_add(file, "Book", Uint8Array.from(stream));
  return Uint8Array.from(library.write(file, { type: "array" }));
}

describe("readXls", () => {
  it("reads texts, raw numbers, dates, booleans and errors", async () => {
    const sheet: WorkSheet = {
      "!ref": "A1:F2",
      A1: { t: "s", v: "张三" },
      B1: { t: "n", v: 1234.5 },
      C1: { t: "n", v: 45296, z: "yyyy-mm-dd" },
      D1: { t: "b", v: true },
      E1: { t: "e", v: 0x0f },
      F2: { t: "s", v: "360499199001011234", z: "@" },
    };
    const workbook = valueOf(await readWorkbook(biff8(sheet), { fileName: "a.xlsx" }));
    expect(workbook).toMatchObject({ format: "xls", usesDate1904: false });
    expect(cellsOf(workbook)).toEqual({
      "1:1": { kind: "text", text: "张三" },
      "1:2": { kind: "number", text: "1234.5", isDate: false },
      "1:3": { kind: "number", text: "45296", isDate: true },
      "1:4": { kind: "boolean", isTrue: true },
      "1:5": { kind: "error", text: "#VALUE!" },
      "2:6": { kind: "text", text: "360499199001011234" },
    });
  });

  it("says what is merged, when days count from 1904, and which sheets are hidden", async () => {
    const sheet = utils.aoa_to_sheet([["a", "b"]]);
    sheet["!merges"] = [{ s: { r: 0, c: 0 }, e: { r: 1, c: 0 } }];
    const workbook = valueOf(
      await readWorkbook(biff8(sheet, { date1904: true, hidden: 1 }), { fileName: "a.xls" }),
    );
    expect(workbook.usesDate1904).toBe(true);
    expect(workbook.sheets[0]?.isHidden).toBe(true);
    expect(workbook.sheets[0]?.merges).toEqual([{ firstRow: 1, lastRow: 2, firstColumn: 1, lastColumn: 1 }]);
  });

  it("reads the code page of files from before Excel 97", async () => {
    const workbook = valueOf(await readWorkbook(biff5(["姓名", "张三"]), { fileName: "a.xls" }));
    expect(textsOf(workbook)).toEqual({ "1:1": "姓名", "2:1": "张三" });
    expect(workbook.sheets[0]?.name).toBe("表");
  });

  it("ends at the limit of rows, and refuses a file that is too large to hold", async () => {
    const bytes = biff8(utils.aoa_to_sheet([["a"], ["b"], ["c"]]));
    const workbook = valueOf(await readWorkbook(bytes, { fileName: "a", limits: { rows: 2 } }));
    expect(textsOf(workbook)).toMatchObject({ "2:1": "b", fault: "limit-rows" });
    expect(codesOf(await readWorkbook(bytes, { fileName: "a", limits: { wholeFileBytes: 1000 } }))).toEqual([
      "limit-file-bytes",
    ]);
  });
});
