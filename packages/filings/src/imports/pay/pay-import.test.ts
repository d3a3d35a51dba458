import { period } from "@tongchou/core";
import { describe, expect, it } from "vitest";
import { codesOf, valueOf } from "../../__fixtures__/read-cells.js";
import { womanNumber } from "../../__fixtures__/roster-file.js";
import { createXlsx, type FixtureCell } from "../../__fixtures__/xlsx-file.js";
import { readWorkbook } from "../../spreadsheet/read-workbook.js";
import { mergePayBatches } from "./pay-batches.js";
import { importPay, type PayImport, type PayImportOptions } from "./pay-import.js";

const year = ["累计专项附加扣除", "本年累计收入(不含本月)", "本年累计专项扣除(不含本月)", "本年已预缴税额"];
const zeros = [0, 0, 0, 0];

async function importSheet(
  rows: readonly (readonly FixtureCell[])[],
  options?: PayImportOptions,
  name = "工资",
): Promise<PayImport> {
  const workbook = valueOf(await readWorkbook(createXlsx([{ name, rows }]), { fileName: "工资.xlsx" }));
  return importPay([workbook], options);
}

describe("importPay", () => {
  it.each([
    ["基本工资", "basic"],
    ["岗位工资", "basic"],
    ["薪级工资", "basic"],
    ["津贴补贴", "allowance"],
    ["交通补贴", "allowance"],
    ["绩效工资", "performance"],
    ["绩效", "performance"],
    ["加班费", "overtime"],
    ["值班费", "overtime"],
    ["补发", "other"],
  ])("reads the column %s as %s", async (header, kind) => {
    const result = await importSheet([
      ["姓名", "身份证号", header, ...year],
      ["张三", womanNumber(1), 12.5, ...zeros],
    ]);
    expect(result.batches[0]?.records[0]?.items).toEqual([{ kind, amountFen: 1250 }]);
    expect(result.issues).toEqual([]);
  });

  it("takes deductions from gross as negative items, whatever their sign in the sheet", async () => {
    const result = await importSheet([
      ["姓名", "身份证号", "基本工资", "考勤扣款", "补扣", ...year],
      ["张三", womanNumber(1), 1000, 50, -30, ...zeros],
    ]);
    expect(result.batches[0]?.records[0]?.items.map(({ amountFen }) => amountFen)).toEqual([
      100000, -5000, -3000,
    ]);
  });

  it("leaves withheld and employer columns out of pay without a word, and names columns it does not know", async () => {
    const result = await importSheet([
      ["姓名", "身份证号", "基本工资", "个税", "单位社保", "实发工资", "神秘费", ...year],
      ["张三", womanNumber(1), 1000, "算错了", 200, 900, 77, ...zeros],
    ]);
    expect(result.batches[0]?.records[0]?.items).toEqual([{ kind: "basic", amountFen: 100000 }]);
    expect(result.issues.map(({ code, severity, place }) => [code, severity, place?.header])).toEqual([
      ["pay-column-unknown", "warning", "神秘费"],
      ["money-not-a-number", "warning", "个税"],
    ]);
  });

  it("reads last days, the insurances somebody is in, a bonus and exempt income", async () => {
    const columns = ["基本工资", "年终奖", "生育津贴", "离职日期", "参保范围", "累计免税收入（不含本月）"];
    const result = await importSheet([
      ["姓名", "身份证号", ...columns, ...year],
      ["张三", womanNumber(1), 1000, 3000, 500, "2024-03-15", "仅工伤", 250, ...zeros],
      ["李四", womanNumber(2), 1000, undefined, undefined, undefined, "五险", undefined, ...zeros],
    ]);
    expect(codesOf(result)).toEqual([]);
    expect(result.batches[0]?.records).toMatchObject([
      {
        items: [
          { kind: "basic", amountFen: 100_000 },
          { kind: "bonus", amountFen: 300_000 },
          { kind: "other", amountFen: 50_000, isExempt: true },
        ],
        leftOn: "2024-03-15",
        contributionScope: "work-injury",
        exemptBeforeFen: 25_000,
      },
      { items: [{ kind: "basic", amountFen: 100_000 }], contributionScope: "five" },
    ]);
    expect(result.batches[0]?.records[1]).not.toHaveProperty("leftOn");
  });

  it("holds gross pay against the sum of its items", async () => {
    const result = await importSheet([
      ["姓名", "身份证号", "基本工资", "绩效", "应发合计", ...year],
      ["张三", womanNumber(1), 1000, 500, 1500, ...zeros],
      ["李四", womanNumber(2), 1000, 500, 1500.01, ...zeros],
    ]);
    expect(result.issues.map(({ code, place }) => [code, place?.row])).toEqual([["pay-gross-differs", 3]]);
    expect(result.issues[0]?.message.en).toContain("1500.01 yuan, its items add up to 1500.00");
  });

  it("takes gross pay for the only item where there is no other", async () => {
    const result = await importSheet([
      ["姓名", "身份证号", "应发工资", ...year],
      ["张三", womanNumber(1), 3210.5, ...zeros],
    ]);
    expect(result.batches[0]?.records[0]?.items).toEqual([{ kind: "other", amountFen: 321050 }]);
  });

  it("refuses a sheet that says nothing of pay", async () => {
    const result = await importSheet([
      ["姓名", "身份证号", "工号"],
      ["张三", womanNumber(1), "W1"],
    ]);
    expect([result.batches, codesOf(result)[0]]).toEqual([[], "pay-items-not-found"]);
  });

  it("counts missing running totals as zero, and says so", async () => {
    const result = await importSheet([
      ["姓名", "身份证号", "基本工资", ...year.slice(0, 2)],
      ["张三", womanNumber(1), 1000, 500, undefined],
      ["李四", womanNumber(2), 1000, undefined, undefined],
    ]);
    expect(result.batches[0]?.records[0]).toMatchObject({
      additionalDeductionsFen: 50000,
      incomeBeforeFen: 0,
    });
    expect(result.issues.map(({ code, severity, place }) => [code, severity, place?.header])).toEqual([
      ["pay-column-as-zero", "warning", "本年累计专项扣除（不含本月）"],
      ["pay-column-as-zero", "warning", "本年已预缴税额"],
      ["pay-blank-as-zero", "info", "本年累计收入(不含本月)"],
      ["pay-blank-as-zero", "info", "累计专项附加扣除"],
    ]);
    expect(result.issues[2]?.message.en).toContain("2 times");
  });

  it("does not take a running total that may count this month", async () => {
    const result = await importSheet([
      ["姓名", "身份证号", "基本工资", "本年累计收入（含本月）"],
      ["张三", womanNumber(1), 1000, 5000],
    ]);
    expect(result.batches[0]?.records[0]?.incomeBeforeFen).toBe(0);
    expect(codesOf(result)).toContain("pay-column-unknown");
  });

  it.each([
    ["基本工资", "面议", "money-not-a-number"],
    ["公积金比例", "12", "rate-out-of-range"],
    ["社保基数", "#N/A", "money-not-a-number"],
    ["本年已预缴税额", "待查", "money-not-a-number"],
  ])("holds a row out for %s %j", async (header, value, code) => {
    const headers = ["姓名", "身份证号", "基本工资", "公积金比例", "社保基数", ...year];
    const row = ["张三", womanNumber(1), 1000, "5%", 3000, ...zeros].map((cell, index) =>
      headers[index] === header ? value : cell,
    );
    const result = await importSheet([headers, row]);
    expect(result.heldOut.map(({ issues }) => issues.map((issue) => issue.code))).toEqual([[code]]);
    expect(result.batches[0]?.records).toEqual([]);
  });

  it("knows the month by the sheet or its title, and says when it is not the one asked for", async () => {
    const rows = [
      ["示例单位2024年03月工资表"],
      ["姓名", "身份证号", "基本工资", ...year],
      ["张三", womanNumber(1), 1, ...zeros],
    ];
    expect((await importSheet(rows)).batches[0]?.period).toBe("2024-03");
    const wrong = await importSheet(rows, { period: period("2024-04") });
    expect(codesOf(wrong)).toEqual(["pay-period-differs"]);
    expect((await importSheet(rows.slice(1), {}, "2024.12月")).batches[0]?.period).toBe("2024-12");
    expect((await importSheet(rows.slice(1))).batches[0]?.period).toBeUndefined();
    const dated = [["制表日期：2024年4月5日"], ["2024年4月5日制"], ...rows.slice(1)];
    expect((await importSheet(dated)).batches[0]?.period).toBeUndefined();
  });

  it("reports every row of a person who stands in a sheet again, and merges none", async () => {
    const result = await importSheet([
      ["姓名", "身份证号", "基本工资", ...year],
      ...[1, 2, 1, 1].map((index) => ["张三", womanNumber(index), 1000, ...zeros]),
    ]);
    expect(result.batches[0]?.records).toHaveLength(4);
    expect(result.issues.map(({ code, severity, place }) => [code, severity, place?.row])).toEqual([
      ["pay-identity-repeated", "needs-decision", 2],
      ["pay-identity-repeated", "needs-decision", 4],
      ["pay-identity-repeated", "needs-decision", 5],
    ]);
    expect(result.issues[0]?.message.zh).toContain("第 4、5 行");
  });

  it("names five of the other rows of a person, however many there are", async () => {
    const result = await importSheet([
      ["姓名", "身份证号", "基本工资", ...year],
      ...Array.from({ length: 7 }, () => ["张三", womanNumber(1), 1000, ...zeros]),
    ]);
    expect(result.issues[0]?.message.zh).toContain("第 3、4、5、6、7、… 行");
    expect(result.issues[6]?.message.zh).toContain("第 2、3、4、5、6、… 行");
  });
});

describe("mergePayBatches", () => {
  const rows = (amount: number, before: number) => [
    ["姓名", "身份证号", "基本工资", ...year],
    ["张三", womanNumber(1), amount, 0, before, 0, 0],
  ];

  it("keeps months apart and says where running totals disagree", async () => {
    const first = await importSheet(rows(1000, 5000), {}, "2024年3月");
    const second = await importSheet(rows(200, 0), {}, "2024年3月补发");
    const third = await importSheet(rows(300, 4000), {}, "2024年3月奖金");
    const next = await importSheet(rows(1000, 6000), {}, "2024年4月");
    const batches = [first, second, third, next].flatMap((result) => result.batches);
    const merged = mergePayBatches(batches);
    expect(
      merged.batches.map(({ period: month, records }) => [month, records.map(({ items }) => items.length)]),
    ).toEqual([
      ["2024-03", [3]],
      ["2024-04", [1]],
    ]);
    expect(merged.batches[0]?.records[0]?.incomeBeforeFen).toBe(500000);
    expect(codesOf(merged)).toEqual(["pay-batches-disagree"]);
  });

  it("pays nobody twice for a sheet that is there twice, and adds another amount up", async () => {
    const once = await importSheet(rows(1000, 5000), {}, "2024年3月");
    const again = await importSheet(rows(1000, 5000), {}, "2024年3月 (2)");
    const other = await importSheet(rows(999, 5000), {}, "2024年3月补发");
    const merged = mergePayBatches([...once.batches, ...again.batches]);
    expect([codesOf(merged), merged.batches[0]?.records.length]).toEqual([["pay-batches-repeat"], 2]);
    const added = mergePayBatches([...once.batches, ...other.batches]);
    expect([codesOf(added), added.batches[0]?.records.length]).toEqual([[], 1]);
  });

  it("leaves somebody who is in one batch twice with separate records", async () => {
    const [header = [], person = []] = rows(1000, 0);
    const { batches } = await importSheet([header, person, person], {}, "2024年3月");
    expect(mergePayBatches([...batches, ...batches]).batches[0]?.records).toHaveLength(4);
  });
});
