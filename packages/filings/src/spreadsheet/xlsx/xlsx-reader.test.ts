import { strToU8, Zip, ZipDeflate } from "fflate";
import { describe, expect, it } from "vitest";
import { cellsOf, codesOf, textsOf, valueOf } from "../../__fixtures__/read-cells.js";
import { createXlsx, type FixtureParts, type FixtureSheet } from "../../__fixtures__/xlsx-file.js";
import { readWorkbook } from "../read-workbook.js";
import type { Workbook } from "../workbook.js";

async function read(sheets: readonly FixtureSheet[], parts?: FixtureParts): Promise<Workbook> {
  return valueOf(await readWorkbook(createXlsx(sheets, parts), { fileName: "a.xlsx" }));
}

describe("readXlsx", () => {
  it("reads every type of cell", async () => {
    const row = [
      { xml: ' t="s"><v>0</v>' },
      { xml: ' t="inlineStr"><is><t>行内</t></is>' },
      { xml: ' t="str"><f>A1&amp;B1</f><v>公式</v>' },
      { xml: "><v>1234.5600000001</v>" },
      { xml: ' s="1"><v>45296</v>' },
      { xml: ' s="2"><v>45296</v>' },
      { xml: ' s="3"><v>45296</v>' },
      { xml: ' t="b"><v>1</v>' },
      { xml: ' t="e"><f>1/0</f><v>#DIV/0!</v>' },
      { xml: "><f>SUM(A1:A9)</f>" },
      { xml: "><f>1+1</f><v>2</v>" },
      { xml: ' t="d"><v>2024-01-05</v>' },
      { xml: ' s="1">' },
    ];
    const workbook = await read([{ name: "表", rows: [row] }], {
      sharedStrings:
        "<si><r><t>富</t></r><r><rPr><b/></rPr><t>文本</t></r><rPh sb='0' eb='1'><t>fu</t></rPh></si>",
    });
    expect(cellsOf(workbook)).toEqual({
      "1:1": { kind: "text", text: "富文本" },
      "1:2": { kind: "text", text: "行内" },
      "1:3": { kind: "text", text: "公式" },
      "1:4": { kind: "number", text: "1234.5600000001", isDate: false },
      "1:5": { kind: "number", text: "45296", isDate: true },
      "1:6": { kind: "number", text: "45296", isDate: true },
      "1:7": { kind: "number", text: "45296", isDate: true },
      "1:8": { kind: "boolean", isTrue: true },
      "1:9": { kind: "error", text: "#DIV/0!" },
      "1:10": { kind: "uncomputed" },
      "1:11": { kind: "number", text: "2", isDate: false },
      "1:12": { kind: "text", text: "2024-01-05" },
    });
  });

  it("keeps the digits of a number as the file stores them", async () => {
    const workbook = await read([{ name: "表", rows: [[{ xml: "><v>360499199001011234</v>" }]] }]);
    expect(textsOf(workbook)).toEqual({ "1:1": "360499199001011234" });
  });

  it("undoes the escapes of characters that XML cannot hold, and keeps supplementary characters", async () => {
    const workbook = await read([{ name: "表", rows: [["a_x000D_b_x005F_x0041_", "𠮷㛃&<>"]] }]);
    expect(textsOf(workbook)).toEqual({ "1:1": "a\rb_x0041_", "1:2": "𠮷㛃&<>" });
  });

  it("says which sheets, rows and columns are hidden, and what is merged", async () => {
    const workbook = await read([
      {
        name: "甲",
        rows: [["a"]],
        before: '<cols><col min="2" max="3" hidden="1"/><col min="4" max="4"/></cols>',
      },
      { name: "乙", rows: [["a"], ["b"]], state: "hidden", hiddenRows: [2], merges: ["A1:C1", "B2:B9"] },
      { name: "丙", rows: [], state: "veryHidden" },
    ]);
    const [first, second, third] = workbook.sheets;
    expect([first?.isHidden, second?.isHidden, third?.isHidden]).toEqual([false, true, true]);
    expect([...(first?.hiddenColumns ?? [])]).toEqual([2, 3]);
    expect(second?.merges).toEqual([
      { firstRow: 1, lastRow: 1, firstColumn: 1, lastColumn: 3 },
      { firstRow: 2, lastRow: 9, firstColumn: 2, lastColumn: 2 },
    ]);
    const hidden = [...(second?.rows() ?? [])].map((row) => row.kind === "row" && row.isHidden);
    expect(hidden).toEqual([false, true]);
  });

  it("says when days count from 1904", async () => {
    const sheets = [{ name: "表", rows: [["a"]] }];
    expect((await read(sheets, { date1904: true })).usesDate1904).toBe(true);
    expect((await read(sheets)).usesDate1904).toBe(false);
  });

  it("reads rows and cells without references, and elements with a prefix", async () => {
    const workbook = await read([{ name: "表", rows: [] }], {
      parts: {
        "xl/worksheets/sheet1.xml":
          '<x:worksheet xmlns:x="urn:x"><x:sheetData><x:row><x:c><x:v>1</x:v></x:c><x:c><x:v>2</x:v></x:c></x:row>' +
          '<x:row r="5"><x:c r="C5"><x:v>3</x:v></x:c><x:c><x:v>4</x:v></x:c></x:row></x:sheetData>' +
          '<x:mergeCells><x:mergeCell ref="A1:A2"/></x:mergeCells></x:worksheet>',
      },
    });
    expect(textsOf(workbook)).toEqual({ "1:1": "1", "1:2": "2", "5:3": "3", "5:4": "4" });
    expect(workbook.sheets[0]?.merges).toHaveLength(1);
  });

  it("reads XML that was laid out for people", async () => {
    const sheet = `<worksheet>
  <sheetData>
    <row r="1">
      <c r="A1" t="inlineStr">
        <is>
          <t>甲</t>
        </is>
      </c>
      <c r="B1" t="s">
        <v>0</v>
      </c>
    </row>
  </sheetData>
</worksheet>`;
    const workbook = await read([{ name: "表", rows: [] }], {
      parts: { "xl/worksheets/sheet1.xml": sheet },
      sharedStrings: "\n<si>\n<t>乙</t>\n</si>\n",
    });
    expect(textsOf(workbook)).toEqual({ "1:1": "甲", "1:2": "乙" });
  });

  it("reads the rows anew each time they are asked for", async () => {
    const workbook = await read([{ name: "表", rows: [["a"], ["b"]] }]);
    expect([...(workbook.sheets[0]?.rows() ?? [])]).toHaveLength(2);
    expect([...(workbook.sheets[0]?.rows() ?? [])]).toHaveLength(2);
  });

  it("reads an archive whose sizes stand behind the parts, as streaming writers leave them", async () => {
    const pieces: Uint8Array[] = [];
    const zip = new Zip((_, piece) => pieces.push(piece));
    const add = (name: string, text: string): void => {
      const part = new ZipDeflate(name);
      zip.add(part);
      part.push(strToU8(text), true);
    };
    add("[Content_Types].xml", "<Types/>");
    add("xl/workbook.xml", '<workbook xmlns:r="r"><sheets><sheet name="表" r:id="a"/></sheets></workbook>');
    add(
      "xl/_rels/workbook.xml.rels",
      '<Relationships><Relationship Id="a" Type="x/worksheet" Target="worksheets/s.xml"/></Relationships>',
    );
    add("xl/worksheets/s.xml", "<worksheet><sheetData><row><c><v>7</v></c></row></sheetData></worksheet>");
    zip.end();
    const bytes = Uint8Array.from(pieces.flatMap((piece) => [...piece]));
    expect(textsOf(valueOf(await readWorkbook(bytes, { fileName: "a" })))).toEqual({ "1:1": "7" });
  });

  it("warns of macros and reads the cells", async () => {
    const bytes = createXlsx([{ name: "表", rows: [["a"]] }], { parts: { "xl/vbaProject.bin": "x" } });
    const result = await readWorkbook(bytes, { fileName: "a.xlsm" });
    expect([result.ok, codesOf(result)]).toEqual([true, ["workbook-macros"]]);
  });

  it("leaves sheets that are charts out", async () => {
    const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const workbook = await read([{ name: "表", rows: [["a"]] }], {
      parts: {
        "xl/workbook.xml": `<workbook xmlns:r="${relations}"><sheets><sheet name="图" r:id="c"/><sheet name="表" r:id="a"/></sheets></workbook>`,
        "xl/_rels/workbook.xml.rels":
          `<Relationships><Relationship Id="c" Type="${relations}/chartsheet" Target="chartsheets/sheet1.xml"/>` +
          `<Relationship Id="a" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      },
    });
    expect(workbook.sheets.map(({ name }) => name)).toEqual(["表"]);
  });
});
