import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CFB, utils, write } from "@e965/xlsx";
import { describe, expect, it } from "vitest";
import { cliIssues } from "./issues.js";
import { copySampleMonth, sampleData, sampleMonth, tell } from "./__fixtures__/sample-month.js";

const scratch = mkdtempSync(join(tmpdir(), "tongchou-inputs-"));
const copyOf = (name: string): string => copySampleMonth(join(scratch, name));

describe("inputs that cannot be read", () => {
  it.each([
    ["a folder that is not there", () => join(scratch, "nowhere"), "does not exist"],
    ["a folder without units.json", () => mkdtempSync(join(scratch, "empty-")), "units.json"],
    [
      "units.json that is no JSON",
      () => {
        const folder = copyOf("no-json");
        writeFileSync(join(folder, "units.json"), "{");
        return folder;
      },
      "is no valid JSON",
    ],
    [
      "units.json in another encoding",
      () => {
        const folder = copyOf("no-utf8");
        writeFileSync(join(folder, "units.json"), Buffer.from([0xb5, 0xa5, 0xce, 0xbb]));
        return folder;
      },
      "is no text in UTF-8",
    ],
  ])("%s: exit code 3, nothing written", async (_, folder, part) => {
    const out = join(scratch, "never");
    const { code, error } = await tell(["month", "--in", folder(), "--period", "2024-03", "--out", out]);
    expect(code).toBe(3);
    expect(error).toContain(part);
    expect(error).not.toMatch(/\n\s+at /);
    expect(existsSync(out)).toBe(false);
  });

  it("a file that cannot be read ends the month with its name: nobody on it may be left out", async () => {
    const folder = copyOf("dangling");
    symlinkSync(join(scratch, "nowhere.xlsx"), join(folder, "roster-U07.xlsx"));
    const { code, error } = await tell(["check", "--in", folder, "--period", "2024-03"]);
    expect(code).toBe(3);
    expect(error).toContain("roster-U07.xlsx does not exist");
  });

  it("takes the first of entries with one id, and names the others", async () => {
    const folder = copyOf("repeated");
    const file = (name: string): string => join(folder, name);
    const lists = JSON.parse(readFileSync(file("agencies.json"), "utf8")) as { agencies: unknown[] };
    const units = JSON.parse(readFileSync(file("units.json"), "utf8")) as unknown[];
    const balance = { unitId: "U01", previousBalanceFen: 0, receivedFen: 0 };
    writeFileSync(file("units.json"), JSON.stringify([...units, units[0]]));
    const agencies = [...lists.agencies, lists.agencies[0]];
    writeFileSync(file("agencies.json"), JSON.stringify({ ...lists, agencies }));
    writeFileSync(file("balances.json"), JSON.stringify([balance, balance]));
    writeFileSync(file("choices.json"), JSON.stringify([{ workerId: "W00001" }, { workerId: "W00001" }]));
    const { out } = await tell(["check", "--in", folder, "--period", "2024-03", "--json"]);
    const issues = JSON.parse(out) as { code: string; path?: string; place?: { file: string } }[];
    const repeated = issues.filter(({ code }) => code === "entry-repeated");
    expect(repeated.map(({ place, path }) => `${place?.file} ${path}`).toSorted()).toEqual([
      "agencies.json /agencies/4",
      "balances.json /1",
      "choices.json /1",
      "units.json /6",
    ]);
  });

  it("names every problem of a pack of facts", async () => {
    const pack = join(scratch, "pack.json");
    writeFileSync(
      pack,
      JSON.stringify({ id: "ours", version: "1", facts: { "cn.nothing": [], "cn.si.rounding": [{}] } }),
    );
    const { code, error } = await tell(["check", ...sampleMonth, "--facts", pack]);
    expect(code).toBe(3);
    expect(error).toContain("cn.nothing");
    expect(error).toContain("/facts/cn.si.rounding/0/source");
  });
});

describe("bad files among good ones", () => {
  it("are reported, and the month goes on with the rest", async () => {
    const folder = copyOf("bad-files");
    writeFileSync(
      join(folder, "roster-U06.xlsx"),
      readFileSync(join(sampleData, "roster-U06.xlsx")).subarray(0, 5000),
    );
    writeFileSync(join(folder, "notes.csv"), "购物清单,数量\n苹果,3\n");
    writeFileSync(join(folder, "empty.xlsx"), "");
    writeFileSync(join(folder, "~$roster-U01.xlsx"), "x");
    const out = join(scratch, "bad-files-out");
    const {
      code,
      out: printed,
      error,
    } = await tell(["month", "--in", folder, "--period", "2024-03", "--out", out, "--json"]);
    expect(code).toBe(3);
    expect(error).toContain("The month is not whole");
    expect(error).toContain("roster-U06.xlsx: The end of the file is missing");
    expect(error).not.toContain("notes.csv");
    expect(JSON.parse(printed)).toMatchObject({ totals: { settled: 481 - 44 } });
    const issues = JSON.parse(readFileSync(join(out, "issues.json"), "utf8")) as {
      code: string;
      place?: { file: string };
    }[];
    const files = new Map(issues.map(({ code: found, place }) => [place?.file, found]));
    expect(files.get("roster-U06.xlsx")).toMatch(/^zip-/);
    expect(files.get("notes.csv")).toBe("file-not-recognised");
    expect(files.get("empty.xlsx")).toBe("file-empty");
    expect(files.get("~$roster-U01.xlsx")).toBe("file-lock");
  });

  it.each([
    ["behind a password", "a.xlsx", protectedFile(), "workbook-encrypted", "error"],
    [
      "of bytes that are no text",
      "a.csv",
      Uint8Array.of(0x41, 0xff, 0xff, 0x0a),
      "text-undecodable",
      "error",
    ],
    ["with an empty sheet", "a.xlsx", sheetFile([]), "file-not-recognised", "warning"],
    [
      "without a header",
      "a.xlsx",
      sheetFile([
        ["甲", 1],
        ["乙", 2],
      ]),
      "file-not-recognised",
      "warning",
    ],
    ["whose sheet breaks off", "a.xlsx", brokenFile(), "xml-damaged", "error"],
    [
      "that lacks a column of its form",
      "a.xlsx",
      sheetFile([["姓名", "用工形式", "经费来源", "是否愿意平移"]]),
      "file-incomplete",
      "error",
    ],
  ] as const)("a file %s is named with its reason", async (_, name, bytes, code, severity) => {
    const folder = copyOf(`bad-${code}-${bytes.length}`);
    writeFileSync(join(folder, name), bytes);
    const { out } = await tell(["check", "--in", folder, "--period", "2024-03", "--json"]);
    const issues = JSON.parse(out) as { code: string; severity: string; place?: { file: string } }[];
    const ofFile = issues.filter(({ place }) => place?.file === name);
    expect(ofFile.map((issue) => [issue.code, issue.severity])).toEqual([[code, severity]]);
    expect(issues.some(({ place }) => place?.file === "roster-U01.xlsx")).toBe(true);
  });

  it.each([
    ["check", "2024-03", /^pay/, 3, cliIssues["pay-sheet-missing"].en],
    ["check", "2024-04", /^none/, 3, cliIssues["pay-sheet-missing"].en],
    ["plan", "2024-03", /^pay/, 0, ""],
    ["plan", "2024-03", /^roster/, 3, cliIssues["rosters-missing"].en],
  ])("%s of %s without files like %s: exit code %i", async (command, period, names, code, part) => {
    const folder = copyOf(`without-${command}-${period}-${code}`);
    for (const name of readdirSync(folder).filter((file) => names.test(file))) rmSync(join(folder, name));
    const told = await tell([command, "--in", folder, "--period", period, "--json", "--quiet"]);
    expect(told.code).toBe(code);
    expect(told.error).toContain(part);
    expect(told.error === "").toBe(code === 0);
  });

  it("units that cannot be settled at all are a finding", async () => {
    // In 2010 none of the rules of 2024 were known.
    const args = [...sampleMonth, "--known-on", "2010-01-01", "--out", join(scratch, "unknown")];
    const { code, out } = await tell(["settle", ...args, "--json"]);
    expect((JSON.parse(out) as { statements: unknown[] }).statements).toEqual([]);
    expect(code).toBe(1);
  });

  it("lists and units without their counterpart are mentioned", async () => {
    const folder = copyOf("without-agencies");
    rmSync(join(folder, "agencies.json"));
    rmSync(join(folder, "roster-U06.xlsx"));
    const { code, out } = await tell(["check", "--in", folder, "--period", "2024-03", "--json"]);
    const issues = JSON.parse(out) as { code: string; severity: string; subject?: { unitId: string } }[];
    const found = issues.filter(({ code: own }) => /^(agencies-missing|roster-of-unit-missing)$/.test(own));
    expect(code).toBe(1);
    expect(found.map((issue) => [issue.code, issue.severity, issue.subject?.unitId])).toEqual([
      ["agencies-missing", "warning", undefined],
      ["roster-of-unit-missing", "warning", "U06"],
    ]);
  });

  it("a unit that does not fit is left out by itself", async () => {
    const folder = copyOf("bad-unit");
    const units = JSON.parse(readFileSync(join(folder, "units.json"), "utf8")) as Record<string, unknown>[];
    writeFileSync(
      join(folder, "units.json"),
      JSON.stringify([...units.slice(0, 5), { ...units[5], nature: "公司" }]),
    );
    const { code, out } = await tell(["check", "--in", folder, "--period", "2024-03", "--json"]);
    const issues = JSON.parse(out) as { code: string; path?: string }[];
    expect(code).toBe(1);
    expect(issues.filter((issue) => issue.code === "schema-invalid").map((issue) => issue.path)).toEqual([
      "/5/nature",
    ]);
    const text = await tell(["check", "--in", folder, "--period", "2024-03"]);
    expect(text.out).toContain("units.json › /5/nature\n");
  });
});

function sheetFile(rows: readonly (readonly unknown[])[]): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), "Sheet1");
  return new Uint8Array(write(book, { bookType: "xlsx", type: "array" }) as ArrayBuffer);
}

const archives = CFB as {
  read(bytes: Uint8Array, options: { type: "array" }): unknown;
  write(file: unknown, options: { type: "array"; fileType?: "zip" }): Iterable<number>;
  utils: { cfb_new(): unknown; cfb_add(file: unknown, name: string, content: Uint8Array): void };
};

/** A workbook as Office encrypts it: an OLE container with a stream EncryptedPackage (MS-OFFCRYPTO 2.3). */
function protectedFile(): Uint8Array {
  const file = archives.utils.cfb_new();
  for (const name of ["EncryptionInfo", "EncryptedPackage"]) {
    archives.utils.cfb_add(file, name, new Uint8Array(600));
  }
  return Uint8Array.from(archives.write(file, { type: "array" }));
}

/** A workbook whose sheet ends in its first row. */
function brokenFile(): Uint8Array {
  const file = archives.read(sheetFile([["姓名"]]), { type: "array" });
  const xml = new TextEncoder().encode('<worksheet><sheetData><row r="1"');
  archives.utils.cfb_add(file, "/xl/worksheets/sheet1.xml", xml);
  return Uint8Array.from(archives.write(file, { type: "array", fileType: "zip" }));
}
