import { describe, expect, it } from "vitest";
import { codesOf, valueOf } from "../__fixtures__/read-cells.js";
import {
  createRosterFile,
  hospital,
  person,
  rosterHeader,
  womanNumber,
} from "../__fixtures__/roster-file.js";
import { createXlsx } from "../__fixtures__/xlsx-file.js";
import {
  approvalProfile,
  detectProfile,
  payProfile,
  readRows,
  rosterProfile,
  statisticsProfile,
} from "../index.js";
import { readWorkbook } from "../spreadsheet/read-workbook.js";
import type { Workbook } from "../spreadsheet/workbook.js";
import { readTables } from "./read-tables.js";

const open = async (bytes: Uint8Array): Promise<Workbook> =>
  valueOf(await readWorkbook(bytes, { fileName: "名册.xlsx" }));

describe("readTables", () => {
  it("says for every value which cell it came from", async () => {
    const reading = readTables(await open(createRosterFile([person(1)])), rosterProfile);
    const entry = [...(reading.tables[0]?.entries() ?? [])][0];
    expect(entry).toMatchObject({
      kind: "row",
      isHeldOut: false,
      issues: [],
      values: { name: { name: "张三" }, mode: "direct-hire", grossFen: 350000, willing: true },
      source: { file: "名册.xlsx", sheet: "信息汇总表", row: 3 },
    });
    if (entry?.kind !== "row") throw new Error("no row");
    expect(entry.source.columns["grossFen"]).toEqual({ column: "K", header: "月应发工资（元）" });
  });

  it("gives all issues of a row, each with its cell", async () => {
    const changes = {
      证件号码: 360499198902013000,
      "月应发工资（元）": "面议",
      岗位类别: "护理",
      联系电话: "110",
    };
    const reading = readTables(await open(createRosterFile([person(1, changes)])), rosterProfile);
    const [entry] = reading.tables[0]?.entries() ?? [];
    expect(entry?.kind === "row" && entry.isHeldOut).toBe(true);
    const issues = entry?.kind === "row" ? entry.issues : [];
    expect(issues.map(({ code, severity, place }) => [code, severity, place?.column, place?.header])).toEqual(
      [
        ["identity-numeric-cell", "error", "D", "证件号码"],
        ["mobile-not-a-mobile", "warning", "E", "联系电话"],
        ["word-unknown", "warning", "G", "岗位类别"],
        ["money-not-a-number", "error", "K", "月应发工资（元）"],
      ],
    );
    expect(
      issues.every(
        ({ place }) => place?.file === "名册.xlsx" && place.sheet === "信息汇总表" && place.row === 3,
      ),
    ).toBe(true);
  });

  it("matches columns by header whatever their order", async () => {
    const order = rosterHeader.map((_, index) => index).toReversed();
    const rows = [order.map((index) => rosterHeader[index]), order.map((index) => person(1)[index])];
    const straight = readRows(await open(createRosterFile([person(1)])), rosterProfile).rows;
    expect(readRows(await open(createXlsx([{ name: "表", rows }])), rosterProfile).rows).toEqual(straight);
  });

  it("gives the text of cells that are merged downwards to every row, but no amount", async () => {
    const blank = { 用人单位: undefined, 岗位类别: undefined, "月应发工资（元）": undefined };
    const people = [person(1), person(2, blank), person(3, blank), person(4)];
    const merges = ["B3:B5", "G3:G4", "K3:K5"];
    const { rows } = readRows(await open(createRosterFile(people, { merges })), rosterProfile);
    expect(rows.map(({ unitName, postClass, grossFen }) => [unitName, postClass, grossFen])).toEqual([
      [hospital.name, "technical", 350000],
      [hospital.name, "technical", undefined],
      [hospital.name, undefined, undefined],
      [hospital.name, "technical", 350000],
    ]);
  });

  it("refuses a sheet without a column that no row can do without, and names what is missing", async () => {
    const rows = [
      ["姓名", "证件号码", "岗位名称"],
      ["张三", womanNumber(1), "护士"],
    ];
    const reading = readTables(await open(createXlsx([{ name: "表", rows }])), rosterProfile);
    expect(reading.tables).toEqual([]);
    const missing = reading.issues.filter(({ severity }) => severity === "error");
    expect(
      missing.map(({ code, message, place }) => [code, message.zh.includes("用工形式"), place?.row]),
    ).toEqual([["column-missing", true, 1]]);
  });

  it("reads the only sheet that is asked for, and says which there are", async () => {
    const rows = [rosterHeader, person(1)];
    const workbook = await open(
      createXlsx([
        { name: "一科", rows },
        { name: "二科", rows },
      ]),
    );
    expect(codesOf(readTables(workbook, rosterProfile))).toEqual(["sheets-several"]);
    expect(readTables(workbook, rosterProfile, { sheet: "二科" }).tables.map(({ sheet }) => sheet)).toEqual([
      "二科",
    ]);
    const reading = readTables(workbook, rosterProfile, { sheet: "三科" });
    expect(reading.issues[0]).toMatchObject({ code: "sheet-not-found" });
    expect(reading.issues[0]?.message.zh).toContain("一科、二科");
  });

  it("names a sheet with people that lacks a column, and one that is broken, beside those it reads", async () => {
    const sheets = [
      { name: "直签", rows: [rosterHeader, person(1)] },
      {
        name: "派遣",
        rows: [
          ["姓名", "证件号码"],
          ["李四", womanNumber(2)],
        ],
      },
      { name: "坏表", rows: [] },
    ];
    const workbook = await open(createXlsx(sheets, { parts: { "xl/worksheets/sheet3.xml": "<a><b>" } }));
    const reading = readTables(workbook, rosterProfile);
    expect(reading.tables.map(({ sheet }) => sheet)).toEqual(["直签"]);
    expect(reading.issues.map(({ code, place }) => [code, place?.sheet])).toEqual([
      ["xml-damaged", "坏表"],
      ["sheet-incomplete-left", "派遣"],
    ]);
    expect(reading.issues[1]?.message.zh).toContain("用工形式");
  });

  it("takes a unit above the header for all amounts whose header names none", async () => {
    const header = ["姓名", "证件号码", "用工形式", "月应发工资", "公积金缴存基数（元）"];
    const rows = [["名册"], ["单位：万元"], header, ["张三", womanNumber(1), "直签", 0.35, 3500]];
    const reading = readRows(await open(createXlsx([{ name: "表", rows }])), rosterProfile);
    expect(reading.rows[0]).toMatchObject({ grossFen: 350000, housingFundBaseFen: 350000 });
    expect(
      reading.issues
        .filter(({ code }) => code === "column-in-ten-thousands")
        .map(({ place }) => place?.header),
    ).toEqual(["月应发工资"]);
  });

  it("does not try patterns on texts without end", async () => {
    const started = performance.now();
    const long = ["(".repeat(900_000), `a${" ".repeat(900_000)}a`, "T".repeat(900_000), "9".repeat(900_000)];
    for (const text of long) {
      const changes = Object.fromEntries(rosterHeader.map((header) => [header, text]));
      const bytes = createRosterFile([person(1, changes)], {}, {});
      const { heldOut } = readRows(await open(bytes), rosterProfile);
      expect(heldOut.flatMap(({ issues }) => issues.map(({ code }) => code))).toContain("value-too-long");
    }
    expect(performance.now() - started).toBeLessThan(30_000);
  });

  it("ends a table in the fault of its sheet", async () => {
    const xml = `<worksheet><sheetData><row r="1">${rosterHeader
      .map((header) => `<c t="inlineStr"><is><t>${header}</t></is></c>`)
      .join("")}</row>${"<row><c><v>1</v></c></row>".repeat(50)}<row></sheetData></worksheet>`;
    const workbook = await open(
      createXlsx([{ name: "表", rows: [] }], { parts: { "xl/worksheets/sheet1.xml": xml } }),
    );
    const entries = [...(readTables(workbook, rosterProfile).tables[0]?.entries() ?? [])];
    expect(entries.at(-1)).toMatchObject({ kind: "fault", issue: { code: "xml-damaged" } });
    const all = readRows(workbook, rosterProfile);
    expect([all.rows, codesOf(all)]).toEqual([[], ["xml-damaged"]]);
  });

  it("says that the sheet is damaged, not that it has no header, when it breaks off before one", async () => {
    const workbook = await open(
      createXlsx([{ name: "表", rows: [] }], { parts: { "xl/worksheets/sheet1.xml": "<a><b>" } }),
    );
    expect(codesOf(readTables(workbook, rosterProfile))).toEqual(["xml-damaged"]);
  });
});

describe("detectProfile", () => {
  const profiles = [approvalProfile, payProfile, rosterProfile, statisticsProfile];

  it.each([
    ["jj.form.roster@1", [rosterHeader, person(1)]],
    ["hr.pay@1", [["姓名", "身份证号", "岗位工资", "绩效", "实发"]]],
    ["jj.list.direct-hire@1", [["姓名", "身份证号", "单位", "类别", "文号"]]],
    ["jj.form.stat@1", [["单位名称", "单位性质", "非在编临聘人员总数", "单位直签", "劳务派遣"]]],
  ] as const)("knows %s by its columns", async (id, rows) => {
    const scores = detectProfile(await open(createXlsx([{ name: "Sheet1", rows }])), profiles);
    expect(scores[0]).toMatchObject({ profile: { id }, missing: [], sheet: "Sheet1" });
  });

  it.each([
    ["jj.form.roster@1", rosterHeader.filter((header) => header !== "用工形式"), "用工形式"],
    ["jj.form.roster@1", rosterHeader.filter((header) => header !== "证件号码"), "证件号码"],
    ["jj.list.direct-hire@1", ["序号", "姓名", "身份证号", "单位", "审议结果", "批复文号"], "类别"],
  ] as const)("knows %s also without a column that it needs", async (id, header, missing) => {
    const scores = detectProfile(await open(createXlsx([{ name: "表", rows: [header] }])), profiles);
    expect(scores[0]).toMatchObject({ profile: { id }, missing: [missing] });
  });

  it("takes a pay sheet with much beside the pay for a pay sheet, though most of it stands on rosters too", async () => {
    const people = ["序号", "用人单位", "部门", "姓名", "身份证号", "岗位名称", "开户行", "银行账号", "备注"];
    const rows = [[...people, "应发合计", "绩效工资"]];
    const scores = detectProfile(await open(createXlsx([{ name: "表", rows }])), profiles);
    expect(scores[0]?.profile.id).toBe("hr.pay@1");
  });

  it("knows nothing of a file of something else", async () => {
    const rows = [
      ["车牌", "型号"],
      ["赣G00001", "x"],
    ];
    expect(detectProfile(await open(createXlsx([{ name: "表", rows }])), profiles)).toEqual([]);
  });
});
