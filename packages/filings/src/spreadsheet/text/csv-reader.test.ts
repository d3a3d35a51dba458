import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { cellsOf, codesOf, textsOf, valueOf } from "../../__fixtures__/read-cells.js";
import { readWorkbook } from "../read-workbook.js";
import type { Workbook } from "../workbook.js";

async function read(content: string | Uint8Array): Promise<Workbook> {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  return valueOf(await readWorkbook(bytes, { fileName: "a.xls" }));
}

describe("readCsv", () => {
  const text = "姓名,卡号\r\n张㛃,0012\r\n";
  const utf16 = new Uint8Array([
    0xff,
    0xfe,
    ...new Uint8Array(Uint16Array.from(text, (c) => c.charCodeAt(0)).buffer),
  ]);

  it.each([
    ["UTF-8", new TextEncoder().encode(text)],
    ["UTF-8 with a byte order mark", new TextEncoder().encode(`\uFEFF${text}`)],
    ["GB18030", new Uint8Array(iconv.encode(text, "gb18030"))],
    ["UTF-16", utf16],
  ])("reads %s", async (_, bytes) => {
    const workbook = await read(bytes);
    expect(workbook.format).toBe("csv");
    expect(textsOf(workbook)).toEqual({ "1:1": "姓名", "1:2": "卡号", "2:1": "张㛃", "2:2": "0012" });
  });

  it.each([
    ["comma", ","],
    ["tab", "\t"],
    ["semicolon", ";"],
    ["bar", "|"],
  ])("finds the delimiter %s behind a title with commas in it", async (_, delimiter) => {
    const lines = [
      "工资表,2024年3月",
      ["姓名", "金额", "备注"].join(delimiter),
      ["张三", "1", "x"].join(delimiter),
    ];
    expect(textsOf(await read(lines.join("\n")))["3:2"]).toBe("1");
  });

  it("keeps line breaks, delimiters and quotes inside quotes, and counts records as rows", async () => {
    const workbook = await read('a,"x\r\ny",2\r\n\r\n"say ""hi""","1,234.00",\r\n');
    expect(textsOf(workbook)).toEqual({
      "1:1": "a",
      "1:2": "x\ny",
      "1:3": "2",
      "3:1": 'say "hi"',
      "3:2": "1,234.00",
    });
  });

  it("takes the wrapping off values that were kept from losing zeros", async () => {
    expect(textsOf(await read('="0012",="",2\n'))).toEqual({ "1:1": "0012", "1:3": "2" });
  });

  it("takes every value for text, digits and scientific notation too", async () => {
    expect(cellsOf(await read("360499199001011234,3.60499E+17\n"))).toEqual({
      "1:1": { kind: "text", text: "360499199001011234" },
      "1:2": { kind: "text", text: "3.60499E+17" },
    });
  });

  it("ends with a fault at quotes that do not pair", async () => {
    expect(textsOf(await read('a,b\n1,"x\n2,y\n'))).toMatchObject({ fault: "csv-quotes" });
  });

  it("reads records that are longer than a chunk, and many of them", async () => {
    const long = "长".repeat(100_000);
    const lines = Array.from(
      { length: 3000 },
      (_, index) => `${index},"${index % 1000 === 0 ? long : "短\n句"}"`,
    );
    const rows = [...((await read(lines.join("\n"))).sheets[0]?.rows() ?? [])];
    expect(rows).toHaveLength(3000);
    expect(rows.at(-1)).toMatchObject({ number: 3000 });
  });

  it("reads any records that were quoted by the rules", async () => {
    const field = fc
      .string({ unit: "grapheme", maxLength: 8 })
      .filter((value) => value.trim() !== "" && !value.startsWith("="));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(field, field), { minLength: 1, maxLength: 30 }), async (records) => {
        const quoted = records.map((record) =>
          record.map((value) => `"${value.replaceAll('"', '""')}"`).join(","),
        );
        const expected = records.flatMap((record, row) =>
          record.map((value, column) => [`${row + 1}:${column + 1}`, value.replace(/\r\n?/g, "\n")]),
        );
        expect(textsOf(await read(`\uFEFF${quoted.join("\r\n")}`))).toEqual(Object.fromEntries(expected));
      }),
      { numRuns: 200 },
    );
  });

  it("refuses bytes that are neither UTF-8 nor GB18030", async () => {
    const result = await readWorkbook(new Uint8Array([0x41, 0xff, 0xff, 0x0a]), { fileName: "a.csv" });
    expect([result.ok, codesOf(result)]).toEqual([false, ["text-undecodable"]]);
  });
});
