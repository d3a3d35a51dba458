import { CFB, utils, write } from "@e965/xlsx";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it, vi } from "vitest";
import { codesOf, textsOf, valueOf } from "../__fixtures__/read-cells.js";
import { createXlsx } from "../__fixtures__/xlsx-file.js";
import { readWorkbook } from "./read-workbook.js";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const good = createXlsx([{ name: "表", rows: [["a"]] }]);

async function codesAt(bytes: Uint8Array, fileName = "a.xlsx"): Promise<readonly string[]> {
  const result = await readWorkbook(bytes, { fileName });
  for (const { place, message } of result.issues) {
    expect(place?.file).toBe(fileName);
    expect(message.zh).not.toBe("");
  }
  return [result.ok ? "ok" : "failed", ...codesOf(result)];
}

/** An OLE container with one stream, as Office makes for protected files. */
function container(...names: readonly string[]): Uint8Array {
  const library = CFB as {
    utils: { cfb_new(): unknown; cfb_add(file: unknown, name: string, content: Uint8Array): void };
    write(file: unknown, options: { type: "array" }): number[];
  };
  const file = library.utils.cfb_new();
  for (const name of names) library.utils.cfb_add(file, name, new Uint8Array(600).fill(65));
  return Uint8Array.from(library.write(file, { type: "array" }));
}

describe("readWorkbook", () => {
  it.each([
    ["an empty file", new Uint8Array(0), "file-empty"],
    ["binary data", new Uint8Array([1, 2, 0, 3, 0, 0]), "file-binary"],
    ["a PDF", bytesOf("%PDF-1.7 ..."), "format-unsupported"],
    ["a picture", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0]), "format-unsupported"],
    ["an archive", zipSync({ "a.txt": strToU8("a") }), "format-unsupported"],
    ["a Word file", createXlsx([], { parts: { "word/document.xml": "<d/>" } }), "format-unsupported"],
    ["a binary workbook", createXlsx([], { parts: { "xl/workbook.bin": "x" } }), "format-unsupported"],
    ["an OpenDocument file", zipSync({ "content.xml": strToU8("<d/>") }), "format-unsupported"],
    [
      "XML of Excel 2003",
      bytesOf('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'),
      "format-unsupported",
    ],
    ["a web archive", bytesOf("MIME-Version: 1.0\nContent-Type: multipart/related"), "format-unsupported"],
    ["an old Word file", container("WordDocument"), "format-unsupported"],
    ["a protected workbook", container("EncryptedPackage", "EncryptionInfo"), "workbook-encrypted"],
    ["an OLE file of nothing", container("Something"), "xls-damaged"],
    ["a workbook without sheets", createXlsx([]), "workbook-no-sheets"],
    [
      "a workbook without its list of sheets",
      createXlsx([], { parts: { "xl/workbook.xml": "" } }),
      "workbook-part-missing",
    ],
    [
      "a workbook without a sheet it lists",
      createXlsx([{ name: "表", rows: [] }], { parts: { "xl/worksheets/sheet1.xml": "" } }),
      "workbook-part-missing",
    ],
  ])("refuses %s", async (_, bytes, code) => {
    expect(await codesAt(bytes)).toEqual(["failed", code]);
  });

  it("refuses the lock file that lies beside an open workbook", async () => {
    expect(await codesAt(good, "~$花名册.xlsx")).toEqual(["failed", "file-lock"]);
    expect(await codesAt(good, "D:\\报表\\~$花名册.xlsx")).toEqual(["failed", "file-lock"]);
  });

  it("refuses an xls with a password", async () => {
    // A BIFF8 stream whose second record is FILEPASS (MS-XLS, section 2.4.117).
    const bof = [0x09, 0x08, 0x10, 0x00, 0x00, 0x06, 0x05, 0x00, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    const filePass = [0x2f, 0x00, 0x06, 0x00, 0x00, 0x00, 0x12, 0x34, 0x56, 0x78];
    const library = CFB as {
      utils: { cfb_new(): unknown; cfb_add(file: unknown, name: string, content: Uint8Array): void };
      write(file: unknown, options: { type: "array" }): number[];
    };
    const file = library.utils.cfb_new();
    library.utils.cfb_add(
      file,
      "Workbook",
      Uint8Array.from([...bof, ...filePass, ...new Array<number>(5000).fill(0)]),
    );
    expect(await codesAt(Uint8Array.from(library.write(file, { type: "array" })), "a.xls")).toEqual([
      "failed",
      "workbook-encrypted",
    ]);
  });

  it.each([
    ["xlsx", good, "a.csv"],
    ["csv", bytesOf("a,b\n"), "a.xlsx"],
    ["html", bytesOf("<table><tr><td>a"), "a.xls"],
  ])(
    "tells %s by the content, whatever the name ends in, and has nothing to say of it",
    async (format, bytes, fileName) => {
      expect(await readWorkbook(bytes, { fileName })).toMatchObject({
        ok: true,
        value: { format, fileName },
        issues: [],
      });
    },
  );

  it("reads an empty sheet as no rows", async () => {
    const workbook = valueOf(await readWorkbook(createXlsx([{ name: "表", rows: [] }]), { fileName: "a" }));
    expect(textsOf(workbook)).toEqual({});
  });

  it("says the sheet and the row in which the XML breaks off", async () => {
    const bytes = createXlsx([{ name: "表", rows: [] }], {
      parts: {
        "xl/worksheets/sheet1.xml":
          '<worksheet><sheetData><row r="7"><c r="A7"><v>1</v></c></row><row></sheetData>',
      },
    });
    const workbook = valueOf(await readWorkbook(bytes, { fileName: "a.xlsx" }));
    expect([...(workbook.sheets[0]?.rows() ?? [])].at(-1)).toMatchObject({
      kind: "fault",
      issue: { code: "xml-damaged", place: { file: "a.xlsx", sheet: "表", row: 8 } },
    });
  });
});

describe("readWorkbook on hostile files", () => {
  const withSheet = (xml: string): Uint8Array =>
    createXlsx([{ name: "表", rows: [] }], { parts: { "xl/worksheets/sheet1.xml": xml } });

  it.each([
    ["a document type", '<!DOCTYPE worksheet [<!ENTITY a "b">]><worksheet/>', "xml-doctype"],
    ["entities of entities", '<!DOCTYPE a [<!ENTITY l "ha"><!ENTITY m "&l;&l;">]><a>&m;</a>', "xml-doctype"],
    [
      "an unknown entity",
      "<worksheet><sheetData><row><c><v>&bomb;</v></c></row></sheetData></worksheet>",
      "xml-damaged",
    ],
    ["deep nesting", `<worksheet>${"<a>".repeat(100_000)}`, "xml-too-deep"],
    ["a text without end", `<worksheet><sheetData><row><c><v>${"1".repeat(3_000_000)}`, "xml-damaged"],
    ["a comment without end", `<worksheet><!--${"x".repeat(3_000_000)}`, "xml-damaged"],
    [
      "attributes without end",
      `<worksheet ${Array.from({ length: 300_000 }, (_, i) => `a${i}="1"`).join(" ")}>`,
      "xml-damaged",
    ],
    ["no XML at all", "PK", "xml-damaged"],
    [
      "a shared text that is not there",
      '<worksheet><sheetData><row><c t="s"><v>9</v></c></row></sheetData></worksheet>',
      "xml-damaged",
    ],
    [
      "a row with an impossible number",
      '<worksheet><sheetData><row r="x"><c><v>9</v></c></row></sheetData></worksheet>',
      "xml-damaged",
    ],
    [
      "a column far out",
      '<worksheet><sheetData><row r="1"><c r="XFD1"><v>9</v></c></row></sheetData></worksheet>',
      "limit-columns",
    ],
  ])("ends a sheet with %s in a fault", async (_, xml, code) => {
    const workbook = valueOf(await readWorkbook(withSheet(xml), { fileName: "a.xlsx" }));
    expect(textsOf(workbook)["fault"]).toBe(code);
  });

  it("ends a sheet with bytes that are no UTF-8 in a fault", async () => {
    const parts = {
      "xl/worksheets/sheet1.xml": new Uint8Array([0x3c, 0x61, 0x3e, 0xc4, 0xe3, 0x3c, 0x2f, 0x61, 0x3e]),
    };
    const bytes = createXlsx([{ name: "表", rows: [] }], { parts });
    expect(textsOf(valueOf(await readWorkbook(bytes, { fileName: "a" })))).toEqual({ fault: "xml-damaged" });
  });

  it("reads XML as deep as it may be", async () => {
    const nested = (depth: number) => `${"<a>".repeat(depth)}${"</a>".repeat(depth)}`;
    for (const [depth, fault] of [
      [64, undefined],
      [65, "xml-too-deep"],
    ] as const) {
      const workbook = valueOf(await readWorkbook(withSheet(nested(depth)), { fileName: "a" }));
      expect(textsOf(workbook)["fault"]).toBe(fault);
    }
  });

  it("refuses a document type in the parts around the sheets", async () => {
    const bytes = createXlsx([{ name: "表", rows: [] }], { parts: { "xl/styles.xml": "<!DOCTYPE a><a/>" } });
    expect(await codesAt(bytes)).toEqual(["failed", "xml-doctype"]);
  });

  it.each([
    ["of one part", { partBytes: 1_000_000 }, "limit-part-bytes"],
    ["in total", { totalBytes: 1_000_000 }, "limit-total-bytes"],
    ["of the file", { fileBytes: 1000 }, "limit-file-bytes"],
  ])("stops at the limit of bytes %s", async (_, limits, code) => {
    const bomb = withSheet(`<worksheet><sheetData>${" ".repeat(20_000_000)}</sheetData></worksheet>`);
    expect(bomb.length).toBeLessThan(30_000);
    expect(codesOf(await readWorkbook(bomb, { fileName: "a", limits }))).toEqual([code]);
  });

  it.each([
    ["rows", { rows: 2 }, "limit-rows"],
    ["columns", { columns: 2 }, "limit-columns"],
  ])("ends a sheet at the limit of %s", async (_, limits, code) => {
    const rows = [["a", "b", "c"], ["d"], ["e"]];
    for (const bytes of [createXlsx([{ name: "表", rows }]), bytesOf(rows.join("\n"))]) {
      const workbook = valueOf(await readWorkbook(bytes, { fileName: "a", limits }));
      expect(textsOf(workbook)).toMatchObject({ fault: code });
    }
  });

  it.each([
    [{ sharedStrings: 9, sharedCharacters: 27, merges: 3 }, []],
    [{ sharedStrings: 8 }, ["limit-shared-strings"]],
    [{ sharedCharacters: 26 }, ["limit-shared-strings"]],
    [{ merges: 2 }, ["limit-merges"]],
  ])("holds the limits %j", async (limits, codes) => {
    const sheet = { name: "表", rows: [["a"]], merges: ["A1:A2", "B1:B2", "C1:C2"] };
    const bytes = createXlsx([sheet], { sharedStrings: "<si><t>abc</t></si>".repeat(9) });
    expect(codesOf(await readWorkbook(bytes, { fileName: "a", limits }))).toEqual(codes);
  });

  it("reads no more of a bomb than it is asked for, in bounded memory", async () => {
    const row = '<row><c t="inlineStr"><is><t>x</t></is></c></row>';
    const xml = `<worksheet><sheetData>${row.repeat(1_000_000)}</sheetData></worksheet>`;
    const workbook = valueOf(await readWorkbook(withSheet(xml), { fileName: "a" }));
    let last: unknown;
    let count = 0;
    for (const entry of workbook.sheets[0]?.rows() ?? []) {
      last = entry;
      count += 1;
    }
    expect(count).toBe(250_001);
    expect(last).toMatchObject({ kind: "fault", issue: { code: "limit-rows" } });
  });
});

describe("readWorkbook on damaged files", () => {
  const rows = Array.from({ length: 400 }, (_, index) => [`姓名${index}`, String(Math.sin(index)), "备注"]);
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), "表");
  const xlsx = createXlsx([{ name: "表", rows }]);
  const xls = new Uint8Array(write(book, { bookType: "biff8", type: "array" }) as ArrayBuffer);

  /** The code a file is refused with, or all of its cells. */
  async function outcomeOf(bytes: Uint8Array): Promise<string> {
    const result = await readWorkbook(bytes, { fileName: "a" });
    if (!result.ok) return codesOf(result).join();
    const cells = result.value.sheets.map((_, index) => textsOf(result.value, index));
    return cells.find(({ fault }) => fault !== undefined)?.["fault"] ?? JSON.stringify(cells);
  }

  it("calls an xlsx that was cut off anywhere truncated", async () => {
    const seen = new Set<string>();
    for (let size = 1024; size < xlsx.length; size += 1024) seen.add(await outcomeOf(xlsx.subarray(0, size)));
    expect([...seen]).toEqual(["zip-truncated"]);
  });

  it("calls an xls that was cut off anywhere damaged, or reads what is there", async () => {
    for (let size = 1024; size < xls.length; size += 1024) {
      expect(await outcomeOf(xls.subarray(0, size))).toMatch(/^(xls-damaged|workbook-no-sheets|\[.*\])$/s);
    }
  });

  it("never gives other cells for an xlsx with a flipped bit: the checksums tell", async () => {
    const whole = await outcomeOf(xlsx);
    const outcomes = new Set<string>();
    for (let position = 0; position < xlsx.length; position += 37) {
      const flipped = xlsx.slice();
      flipped[position] = (flipped[position] ?? 0) ^ (1 << (position % 8));
      outcomes.add(await outcomeOf(flipped));
    }
    outcomes.delete(whole);
    expect(outcomes).toContain("zip-damaged");
    expect([...outcomes].filter((outcome) => !/^[a-z-]+$/.test(outcome))).toEqual([]);
  });

  it("survives flipped bits in an xls", async () => {
    // The library mentions records it does not know.
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    for (let position = 0; position < xls.length; position += 101) {
      const flipped = xls.slice();
      flipped[position] = (flipped[position] ?? 0) ^ (1 << (position % 8));
      expect(await outcomeOf(flipped)).toMatch(/^[a-z-]+$|^\[.*\]$/s);
    }
  });
});
