import { plainDate } from "@tongchou/core";
import { describe, expect, it } from "vitest";
import { identityNumber } from "../__fixtures__/numbers.js";
import { codesOf, valueOf } from "../__fixtures__/read-cells.js";
import {
  createRosterFile,
  hospital,
  person,
  rosterHeader,
  school,
  womanNumber,
} from "../__fixtures__/roster-file.js";
import { createXlsx, type FixtureCell } from "../__fixtures__/xlsx-file.js";
import { readWorkbook } from "../spreadsheet/read-workbook.js";
import type { Workbook } from "../spreadsheet/workbook.js";
import { importRoster, type RosterImport } from "./roster-import.js";

const open = async (bytes: Uint8Array, fileName = "名册.xlsx"): Promise<Workbook> =>
  valueOf(await readWorkbook(bytes, { fileName }));

async function importPeople(
  people: readonly (readonly FixtureCell[])[],
  units = [hospital, school],
): Promise<RosterImport> {
  return importRoster([await open(createRosterFile(people))], { units });
}

const workersOf = (result: RosterImport) => result.rosters.flatMap(({ workers }) => workers);

describe("importRoster", () => {
  it("makes workers of several units, each with its source", async () => {
    const result = await importPeople([
      person(1),
      person(2, { 用人单位: school.name }),
      person(3, { 用人单位: "U02" }),
    ]);
    expect(
      result.rosters.map(({ unitId, workers }) => [unitId, workers.map(({ workerId }) => workerId)]),
    ).toEqual([
      ["U01", ["U01-1"]],
      ["U02", ["U02-2", "U02-3"]],
    ]);
    expect(workersOf(result)[0]).toMatchObject({
      unitId: "U01",
      population: "non-establishment",
      name: "张三",
      documentKind: "resident-identity-card",
      documentNumber: womanNumber(1),
      sex: "female",
      birth: "1989-02-01",
      mode: "direct",
      source: { file: "名册.xlsx", sheet: "信息汇总表", row: 3 },
    });
    expect(result.counts).toEqual({ rows: 3, imported: 3, heldOut: 0, skipped: {} });
    expect(result.issues).toEqual([]);
  });

  it.each([
    ["直签", "direct", "non-establishment"],
    ["人事代理", "direct", "non-establishment"],
    ["劳务派遣", "dispatch", "non-establishment"],
    ["派遣", "dispatch", "non-establishment"],
    ["服务外包", "outsourcing", "non-establishment"],
    ["劳务外包", "outsourcing", "non-establishment"],
    ["外包", "outsourcing", "non-establishment"],
    ["公益性岗位", "direct", "public-welfare-post"],
  ])("reads the form of employment %s as %s, %s", async (word, mode, population) => {
    expect(workersOf(await importPeople([person(1, { 用工形式: word })]))[0]).toMatchObject({
      mode,
      population,
    });
  });

  it("asks what 其他 means, and holds the row out", async () => {
    const result = await importPeople([person(1, { 用工形式: "其他" })]);
    expect(result.heldOut[0]).toMatchObject({
      source: { row: 3 },
      issues: [{ code: "mode-needs-decision", severity: "needs-decision" }],
    });
    expect(result.counts).toMatchObject({ rows: 1, imported: 0, heldOut: 1 });
  });

  it.each([
    ["姓名", undefined, "person-name-empty"],
    ["姓名", "123", "person-name-characters"],
    ["证件号码", undefined, "citizen-id-empty"],
    [
      "证件号码",
      womanNumber(1).replace(/.$/, womanNumber(1).endsWith("1") ? "2" : "1"),
      "citizen-id-check-digit",
    ],
    ["用工形式", undefined, "value-missing"],
    ["用工形式", "临时工", "word-unknown"],
    ["首次入职本单位时间", "去年", "date-not-a-date"],
    ["月应发工资（元）", "面议", "money-not-a-number"],
    ["用人单位", "不存在的单位", "unit-unknown"],
    ["用人单位", undefined, "unit-missing"],
  ])("holds a row out for %s %j with %s", async (header, value, code) => {
    const result = await importPeople([person(1, { [header]: value }), person(2)]);
    expect(result.heldOut.map(({ issues }) => issues.map((issue) => [issue.code, issue.severity]))).toEqual([
      [[code, "error"]],
    ]);
    expect(workersOf(result).map(({ documentNumber }) => documentNumber)).toEqual([womanNumber(2)]);
  });

  it.each([
    ["工资卡账号", undefined, "bank-card-empty", "error"],
    ["工资卡账号", "6299990000000000001", "bank-card-check-digit", "error"],
    ["首次入职本单位时间", undefined, "value-missing", "warning"],
    ["月应发工资（元）", undefined, "value-missing", "warning"],
    ["经费来源", "彩票", "word-unknown", "warning"],
    ["联系电话", "12", "mobile-not-a-mobile", "warning"],
    ["是否愿意平移", "看情况", "boolean-unknown", "warning"],
  ])("keeps a worker for %s %j with %s as %s", async (header, value, code, severity) => {
    const result = await importPeople([person(1, { [header]: value })]);
    expect(workersOf(result)).toHaveLength(1);
    expect(result.issues.map((issue) => [issue.code, issue.severity])).toEqual([[code, severity]]);
  });

  it("leaves out an account that cannot be used", async () => {
    const [worker] = workersOf(await importPeople([person(1, { 工资卡账号: "6299990000000000001" })]));
    expect(worker?.account).toBeUndefined();
  });

  it("checks sex, birth and kind of document against the number, which counts", async () => {
    const header = [...rosterHeader, "性别", "出生年月", "证件类型"];
    const import1 = async (...cells: readonly FixtureCell[]) =>
      importRoster([await open(createXlsx([{ name: "表", rows: [header, [...person(1), ...cells]] }]))], {
        units: [hospital],
      });
    const wrong = await import1("男", "1990.02", "外国人永久居留身份证");
    expect(codesOf(wrong)).toEqual(["document-kind-differs", "sex-differs", "birth-differs"]);
    expect(workersOf(wrong)[0]).toMatchObject({
      sex: "female",
      birth: "1989-02-01",
      documentKind: "resident-identity-card",
    });
    expect(codesOf(await import1("女", "1989.02", "居民身份证"))).toEqual([]);
    expect(codesOf(await import1("女", "1989.02", "居民身份证（第二代）"))).toEqual([]);
    expect(codesOf(await import1("女", "1989.02", "户口簿"))).toEqual(["document-kind-differs"]);
  });

  it("says that a kind of document is not supported where its number cannot be read either", async () => {
    const cells = [...person(1, { 证件号码: "E12345678" }), "护照"];
    const workbook = await open(createXlsx([{ name: "表", rows: [[...rosterHeader, "证件类型"], cells] }]));
    const result = importRoster([workbook], { units: [hospital] });
    expect([workersOf(result), codesOf(result)]).toEqual([
      [],
      ["citizen-id-length", "document-kind-unsupported"],
    ]);
  });

  it("does not ask whether a birth month is January or October where the number says it", async () => {
    const rows = (birth: string) => [
      [...rosterHeader, "出生年月"],
      [...person(1, { 证件号码: identityNumber(birth, "308") }), { xml: "><v>1989.1</v>" }],
    ];
    for (const [birth, codes] of [
      ["19891005", []],
      ["19890105", []],
      ["19890305", ["month-ambiguous"]],
    ] as const) {
      const workbook = await open(createXlsx([{ name: "表", rows: rows(birth) }]));
      expect(codesOf(importRoster([workbook], { units: [hospital] }))).toEqual(codes);
    }
  });

  it("takes the unit from the head of the form, or the only unit there is", async () => {
    const withHead = (head: string) =>
      createXlsx([{ name: "表", rows: [[head], rosterHeader, person(1, { 用人单位: undefined })] }]);
    const named = importRoster(
      [await open(withHead("填报单位（盖章）：示例实验中学　　填报日期：2024年1月8日"))],
      {
        units: [hospital, school],
      },
    );
    expect(named.rosters).toMatchObject([{ unitId: "U02", filledInOn: "2024-01-08" }]);
    const only = importRoster([await open(withHead("标题"))], { units: [hospital] });
    expect([only.rosters[0]?.unitId, codesOf(only)]).toEqual(["U01", []]);
  });

  it("takes another name for the only unit with one warning for each name", async () => {
    const people = [1, 2, 3].map((index) => person(index, { 用人单位: index === 3 ? "医院" : "市立医院" }));
    const result = await importPeople(people, [hospital]);
    expect(workersOf(result)).toHaveLength(3);
    expect(result.issues.map(({ code, place }) => [code, place?.row])).toEqual([
      ["unit-name-differs", 3],
      ["unit-name-differs", 5],
    ]);
  });

  it.each([
    [["填报日期：2024年1月8日"], "2024-01-08"],
    [["填报时间: 2024.1.8"], "2024-01-08"],
    [["填报单位：示例市立医院", undefined, "填报日期：", 45299], "2024-01-08"],
    [["填报单位：示例市立医院    填报日期：2024 年 1 月 8 日"], "2024-01-08"],
    [["填报日期：    年   月   日"], undefined],
    [["标题"], undefined],
  ] as const)("reads the day of the form from %j", async (head, day) => {
    const workbook = await open(createXlsx([{ name: "表", rows: [head, rosterHeader, person(1)] }]));
    const result = importRoster([workbook], { units: [hospital] });
    expect(result.rosters[0]?.filledInOn).toBe(day);
  });

  it("says that the day of the form cannot be read", async () => {
    const rows = [["填报日期：本周五"], rosterHeader, person(1)];
    const result = importRoster([await open(createXlsx([{ name: "表", rows }]))], { units: [hospital] });
    expect(result.issues).toMatchObject([{ code: "form-date-unreadable", place: { row: 1 } }]);
  });

  it("puts the files of one unit together and keeps ids apart", async () => {
    const files = [
      await open(createRosterFile([person(1), person(2, { 序号: 1 })]), "一科.xlsx"),
      await open(createRosterFile([person(3, { 序号: 1 }), person(4, { 序号: undefined })]), "二科.xlsx"),
    ];
    const result = importRoster(files, { units: [hospital] });
    const ids = result.rosters[0]?.workers.map(({ workerId }) => workerId) ?? [];
    expect(ids).toEqual(["U01-1", "U01-1-4", "U01-1-3", "U01-4"]);
    expect(codesOf(result)).toEqual(["serial-repeated", "serial-repeated"]);
  });

  it("takes the last day on which a part of a unit's form was filled in", async () => {
    const file = async (day: string, index: number) =>
      open(
        createXlsx([{ name: "表", rows: [[`填报日期：${day}`], rosterHeader, person(index)] }]),
        `${day}.xlsx`,
      );
    const days = ["2024-01-08", "2024-01-10", "", "2024-01-09"];
    const files = await Promise.all(days.map((day, index) => file(day, index + 1)));
    expect(importRoster(files, { units: [hospital] }).rosters[0]?.filledInOn).toBe("2024-01-10");
  });

  it("names who stands on held-out rows, so that the plan sees who is on the rosters twice", async () => {
    const twin = { 证件号码: womanNumber(1) };
    const result = await importPeople([
      person(1),
      person(2, { ...twin, "月应发工资（元）": "面议" }),
      person(3, { ...twin, 用人单位: "不存在的单位" }),
      person(4, { 证件号码: "360499" }),
    ]);
    expect(workersOf(result).map(({ workerId }) => workerId)).toEqual(["U01-1"]);
    expect(result.heldOut.map(({ source, unitId, workerId }) => [source.row, unitId, workerId])).toEqual([
      [4, "U01", "U01-2"],
      [5, undefined, undefined],
      [6, "U01", "U01-4"],
    ]);
    expect(result.mentions).toMatchObject([
      { documentNumber: womanNumber(1), unitId: "U01", workerId: "U01-2", source: { row: 4 } },
      { documentNumber: womanNumber(1), source: { row: 5 } },
    ]);
    expect(codesOf(result)).not.toContain("duplicate-worker");
  });

  it("collapses what every row of a file says, and nothing else", async () => {
    const long = "62999920240301000011";
    const people = [1, 2, 3].map((index) => person(index, { 工资卡账号: long, 岗位类别: "护理" }));
    const result = await importPeople(people);
    expect(codesOf(result)).toEqual(["word-unknown", "bank-card-long", "word-unknown", "word-unknown"]);
    expect(result.issues[1]?.message.zh).toContain("本文件共 3 处");
  });

  it("refuses a birth after the day given", async () => {
    const workbook = await open(createRosterFile([person(1)]));
    const result = importRoster([workbook], { units: [hospital], asOf: plainDate("1980-01-01") });
    expect(codesOf(result)).toEqual(["citizen-id-birth-date"]);
  });

  it("uses nothing of a sheet that breaks off", async () => {
    const head = rosterHeader.map((header) => `<c t="inlineStr"><is><t>${header}</t></is></c>`).join("");
    const xml = `<worksheet><sheetData><row>${head}</row><row><c t="inlineStr"><is><t>1</t></is></c></row><row`;
    const workbook = await open(
      createXlsx([{ name: "表", rows: [] }], { parts: { "xl/worksheets/sheet1.xml": xml } }),
    );
    const result = importRoster([workbook], { units: [hospital] });
    expect([result.rosters, codesOf(result), result.counts.rows]).toEqual([[], ["xml-damaged"], 0]);
  });

  it.each([
    [4, 2, []],
    [3, 0, ["limit-rows"]],
  ])(
    "imports a sheet of at most as many rows as the limit: of %i, %i people",
    async (rows, people, codes) => {
      // Title and header are rows too.
      const bytes = createRosterFile([person(1), person(2)]);
      const workbook = valueOf(await readWorkbook(bytes, { fileName: "名册.xlsx", limits: { rows } }));
      const result = importRoster([workbook], { units: [hospital] });
      expect([workersOf(result).length, codesOf(result)]).toEqual([people, codes]);
    },
  );

  it("says that an empty sheet has no header", async () => {
    const result = importRoster([await open(createXlsx([{ name: "表", rows: [] }]))], { units: [hospital] });
    expect([result.rosters, codesOf(result)]).toEqual([[], ["header-not-found"]]);
  });

  it("shows no name and no number in clear in any message", async () => {
    const result = await importPeople([
      person(1, {
        姓名: "欧阳文山1",
        证件号码: "360499198902013999",
        工资卡账号: "6299990000000000001",
        "月应发工资（元）": womanNumber(9),
        用人单位: womanNumber(9),
      }),
    ]);
    const messages = JSON.stringify(result.issues.map(({ message }) => message));
    for (const secret of ["欧阳文山", "19890201", "6299990000000000001", womanNumber(9)])
      expect(messages).not.toContain(secret);
    expect(result.issues.length).toBeGreaterThan(3);
  });
});
