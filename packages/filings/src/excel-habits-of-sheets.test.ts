import { read } from "@e965/xlsx";
import { period } from "@tongchou/core";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { importFile, importPerson, openFile } from "./__fixtures__/import-roster.js";
import { cardNumber } from "./__fixtures__/numbers.js";
import { codesOf, valueOf } from "./__fixtures__/read-cells.js";
import { createRosterFile, hospital, person, rosterHeader, womanNumber } from "./__fixtures__/roster-file.js";
import { createXlsx, type FixtureCell } from "./__fixtures__/xlsx-file.js";
import {
  importPay,
  importRoster,
  mergePayBatches,
  readTables,
  readWorkbook,
  rosterProfile,
  writeWorkbook,
} from "./index.js";

describe("habits of people who make sheets", () => {
  it("X7 CSV and HTML saved as .xls are read by their content, identity numbers as text", async () => {
    const cells = [
      rosterHeader,
      person(1).map((cell) => (typeof cell === "object" ? cell.xml : (cell ?? ""))),
    ];
    const csv = new Uint8Array(iconv.encode(cells.map((row) => row.join(",")).join("\r\n"), "gb18030"));
    const html = new Uint8Array(
      iconv.encode(
        `<table>${cells.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("")}</table>`,
        "gb18030",
      ),
    );
    for (const bytes of [csv, html]) {
      const result = importRoster([await openFile(bytes, "名册.xls")], { units: [hospital] });
      expect(result.rosters[0]?.workers[0]).toMatchObject({ name: "张三", documentNumber: womanNumber(1) });
    }
    const lost = new TextEncoder().encode(`${rosterHeader.join(",")}\n1,,张三,3.60499E+17,,,,直签`);
    expect(codesOf(importRoster([await openFile(lost)], { units: [hospital] }))).toContain(
      "citizen-id-scientific",
    );
  });

  it("X8 title rows, blank rows and filler rows above and below the header are passed over", async () => {
    const numbers = rosterHeader.map((_, index) => `（${index + 1}）`);
    const hints = rosterHeader.map(() => "必填");
    const rows = [
      ["标题"],
      [],
      ["填报单位：示例市立医院"],
      ["单位：元"],
      [],
      rosterHeader,
      numbers,
      hints,
      [],
      person(1),
    ];
    const result = await importFile(createXlsx([{ name: "表", rows }]));
    expect(result.counts).toEqual({ rows: 1, imported: 1, heldOut: 0, skipped: { filler: 2 } });
    expect(result.rosters[0]?.workers[0]?.source?.row).toBe(10);
    const late = [...Array.from({ length: 20 }, () => ["前言"]), rosterHeader, person(1)];
    expect(codesOf(await importFile(createXlsx([{ name: "表", rows: late }])))).toEqual(["header-not-found"]);
  });

  it("X9 merged headers of two and three rows are joined and matched by their whole path, then by the last", async () => {
    const rows: readonly (readonly FixtureCell[])[] = [
      ["2024年3月工资表"],
      ["姓名", "证件号码", "应发", undefined, undefined, "代扣", undefined, "实发工资"],
      [undefined, undefined, "基本工资", undefined, "绩效", "养老", "其他"],
      [undefined, undefined, "岗位", "薪级"],
      ["张三", womanNumber(1), 1000, 2000, 300, 80, 20, 3200],
    ];
    const merges = ["A2:A4", "B2:B4", "C2:E2", "C3:D3", "E3:E4", "F2:G2", "F3:F4", "G3:G4", "H2:H4"];
    const result = importPay([await openFile(createXlsx([{ name: "工资", rows, merges }]))]);
    const record = result.batches[0]?.records[0];
    expect(record?.items).toEqual([
      { kind: "basic", amountFen: 100000 },
      { kind: "basic", amountFen: 200000 },
      { kind: "performance", amountFen: 30000 },
    ]);
    expect(record?.source?.columns["gradePay"]).toEqual({ column: "D", header: "应发/基本工资/薪级" });
    // 代扣/其他 is withheld, not earned, although 其他 alone would be an item.
    expect(result.issues.find(({ code }) => code === "pay-column-unknown")?.place?.header).toBe("代扣/其他");
  });

  it("X10 examples, notes, totals and signatures are no people, and totals are held against the sum", async () => {
    const total = (label: string, amount: number): readonly FixtureCell[] =>
      rosterHeader.map((header, index) =>
        index === 0 ? label : header.startsWith("月应发") ? amount : undefined,
      );
    const rows = [
      person(1, { 序号: "示例" }),
      person(2),
      person(3),
      total("小计", 7000),
      rosterHeader,
      person(4, { "月应发工资（元）": 4000.5 }),
      total("小 计", 4000.5),
      total("合计", 11000),
      ["备注：1. 姓名中间不留空格。"],
      ["填表人：李四", undefined, undefined, undefined, "审核人：王五"],
      rosterHeader.map((header) =>
        header.startsWith("月应发") ? 100 : header === "备注" ? "补" : undefined,
      ),
      [9],
    ];
    const result = await importFile(createRosterFile(rows));
    expect(result.counts).toEqual({
      rows: 3,
      imported: 3,
      heldOut: 0,
      skipped: {
        example: 1,
        subtotal: 2,
        "repeated-header": 1,
        total: 1,
        note: 2,
        "without-key": 1,
        empty: 1,
      },
    });
    expect(codesOf(result)).toEqual(["total-differs", "row-without-key"]);
    expect(result.issues[0]?.message.en).toContain(
      "total is 11000.00 yuan, its rows add up to 11000.50 yuan, a difference of -0.50",
    );
    expect(result.issues[0]?.message.en).toContain("rows without a readable amount: 0.");
    expect(result.issues[0]?.place).toMatchObject({ row: 10, column: "K", header: "月应发工资（元）" });
    const unread = await importFile(
      createRosterFile([person(1, { "月应发工资（元）": "面议" }), total("合计", 3500)]),
    );
    expect(unread.issues[0]?.message.en).toContain(
      "a difference of 3500.00 yuan; rows without a readable amount: 1.",
    );
  });

  it("X11 headers are matched through noise and by their aliases", async () => {
    const header = [
      "* 序 号",
      "姓\n名",
      "身份证号码（18位）",
      "用工方式*",
      "入职时间",
      "应发工资(元/月)",
      "【工资】卡号",
    ];
    const rows = [header, [1, "张三", womanNumber(1), "派遣", "2020-03-01", 3500, cardNumber(1)]];
    const result = importRoster([await openFile(createXlsx([{ name: "表", rows }]))], { units: [hospital] });
    expect(result.rosters[0]?.workers[0]).toMatchObject({
      documentNumber: womanNumber(1),
      mode: "dispatch",
      hiredOn: "2020-03-01",
      grossFen: 350000,
      account: cardNumber(1),
    });
    for (const alias of ["身份证", "公民身份号码", "证照号码", "身份证号"]) {
      const tables = readTables(
        await openFile(createXlsx([{ name: "表", rows: [["姓名", alias, "用工形式"]] }])),
        rosterProfile,
      );
      expect(tables.tables[0]?.columns.map(({ field }) => field)).toContain("documentNumber");
    }
  });

  it("X12 a header that comes twice is read once, with a warning that names the second", async () => {
    const rows = [
      [...rosterHeader, "备注"],
      [...person(1, { 备注: "前" }), "后"],
    ];
    const result = await importFile(createXlsx([{ name: "表", rows }]));
    expect(result.rosters[0]?.workers[0]?.remark).toBe("前");
    expect(result.issues[0]).toMatchObject({
      code: "column-duplicate",
      severity: "warning",
      place: { column: "O", row: 1 },
    });
    expect(result.issues[0]?.message.en).toContain("备注#2");
  });

  it("X15 hidden rows and columns are read and flagged, and the sheet is chosen by its header, not by its place", async () => {
    const people = [rosterHeader, person(1), person(2), person(3)];
    const instructions = { name: "填表说明", rows: [["填表说明"], ["1. 姓名、证件号码、用工形式必填"]] };
    const hiddenSheet = { name: "旧表", rows: people, state: "hidden" };
    const sheet = { name: "名册", rows: people, hiddenRows: [3, 4] };
    const result = await importFile(createXlsx([instructions, hiddenSheet, sheet]));
    expect(result.rosters[0]?.workers).toHaveLength(3);
    expect(codesOf(result)).toEqual(["sheet-hidden-left", "row-hidden"]);
    expect(result.issues[1]?.message.en).toContain("(2 times in this file)");
    const onlyHidden = await importFile(createXlsx([instructions, hiddenSheet]));
    expect([onlyHidden.rosters[0]?.workers.length, codesOf(onlyHidden)]).toEqual([3, ["sheet-hidden-read"]]);
    const before = '<cols><col min="11" max="11" width="9" hidden="1"/></cols>';
    const folded = await importFile(createRosterFile([person(1)], { before }));
    expect(folded.rosters[0]?.workers[0]?.grossFen).toBe(350000);
    expect(folded.issues.map(({ code, place }) => [code, place?.header])).toEqual([
      ["column-hidden", "月应发工资（元）"],
    ]);
    const rich = await importPerson({
      姓名: { xml: ' t="inlineStr"><is><r><t>欧阳</t></r><r><t>文</t></r></is>' },
    });
    expect(rich.worker?.name).toBe("欧阳文");
    const months = ["2024年2月", "2024年3月"].map((name) => ({
      name,
      rows: [
        ["姓名", "证件号码", "基本工资"],
        ["张三", womanNumber(1), name === "2024年2月" ? 2 : 3],
      ],
    }));
    const workbook = await openFile(createXlsx(months));
    expect(codesOf(importPay([workbook]))).toEqual(["sheets-of-several-months"]);
    const march = importPay([workbook], { period: period("2024-03") });
    expect(march.batches[0]?.records[0]?.items).toEqual([{ kind: "basic", amountFen: 300 }]);
    expect(codesOf(await readWorkbook(createXlsx(months), { fileName: "~$工资.xlsx" }))).toEqual([
      "file-lock",
    ]);
  });

  it("X16 portals get xls as well as xlsx, with numbers of people as text in text format", async () => {
    const columns = [{ header: "证件号码", format: "text" }] as const;
    const sheet = { name: "表", columns, rows: [["360403190001010028"]] };
    for (const format of ["xls", "xlsx"] as const) {
      const bytes = valueOf(await writeWorkbook([sheet], { format }));
      expect([...bytes.subarray(0, 2)]).toEqual(format === "xls" ? [0xd0, 0xcf] : [0x50, 0x4b]);
      // Another library says how Excel will see the cell.
      const book = read(bytes, { type: "array", cellNF: true, cellStyles: true });
      expect(book.Sheets["表"]?.["A2"]).toMatchObject({ t: "s", v: "360403190001010028", z: "@" });
    }
  });

  it("X18 later payments of a month are batches of their own, merged by person and month on request", async () => {
    const title = (name: string) => [`2024年3月${name}`];
    const sheets = [
      {
        name: "工资",
        rows: [
          title("工资"),
          ["姓名", "证件号码", "基本工资", "采暖费", "独生子女费", "工会会费", "代理费", "经济补偿金"],
          ["张三", womanNumber(1), 3000, 100, 5, 10, 60, 9000],
          ["李四", womanNumber(2), 2800],
        ],
      },
      {
        name: "补发",
        rows: [title("补发"), ["姓名", "证件号码", "补发", "补扣"], ["张三", womanNumber(1), 200, 50]],
      },
    ];
    const result = importPay([await openFile(createXlsx(sheets))], { period: period("2024-03") });
    expect(result.batches.map(({ batch, period: month, records }) => [batch, month, records.length])).toEqual(
      [
        ["工资", "2024-03", 2],
        ["补发", "2024-03", 1],
      ],
    );
    expect(
      result.issues.filter(({ code }) => code === "pay-column-unknown").map(({ place }) => place?.header),
    ).toEqual(["经济补偿金"]);
    const merged = mergePayBatches(result.batches);
    expect(merged.batches.map(({ batch, records }) => [batch, records.length])).toEqual([["工资+补发", 2]]);
    expect(merged.batches[0]?.records[0]?.items).toEqual([
      { kind: "basic", amountFen: 300000 },
      { kind: "allowance", amountFen: 10000 },
      { kind: "allowance", amountFen: 500 },
      { kind: "other", amountFen: 20000 },
      { kind: "other", amountFen: -5000 },
    ]);
  });

  it("X19 text that a spreadsheet would run is written with an apostrophe, and comes back without it", async () => {
    const columns = [{ header: "备注", format: "text" }] as const;
    const rows = [["=HYPERLINK(1)"], ["-5.00"]];
    const csv = valueOf(await writeWorkbook([{ name: "表", columns, rows }], { format: "csv" }));
    expect(new TextDecoder().decode(csv)).toBe("备注\r\n'=HYPERLINK(1)\r\n-5.00\r\n");
    expect((await importPerson({ 备注: "'=HYPERLINK(1)" })).worker?.remark).toBe("=HYPERLINK(1)");
  });
});
