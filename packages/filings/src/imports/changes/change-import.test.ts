import { period, type PayChangeDetail } from "@tongchou/core";
import { describe, expect, it } from "vitest";
import { codesOf, valueOf } from "../../__fixtures__/read-cells.js";
import { womanNumber } from "../../__fixtures__/roster-file.js";
import { createXlsx, type FixtureCell } from "../../__fixtures__/xlsx-file.js";
import { readWorkbook } from "../../spreadsheet/read-workbook.js";
import { importChanges, type ChangeImport } from "./change-import.js";

type Row = Readonly<Record<string, FixtureCell>>;

const headers = [
  "姓名",
  "身份证号",
  "变动类型",
  "文号",
  "日期",
  "金额",
  "每月保留金额",
  "每月扣款",
  "分期期数",
  "首期月份",
  "所属月份",
  "计税方式",
  "险种",
  "个人金额",
  "单位金额",
];

async function importRows(...rows: readonly Row[]): Promise<ChangeImport> {
  const cells = rows.map((row, index) =>
    headers.map((header) => (header === "身份证号" ? (row[header] ?? womanNumber(index + 1)) : row[header])),
  );
  const file = createXlsx([{ name: "工资变动", rows: [["2024年3月工资变动表"], headers, ...cells] }]);
  const workbook = valueOf(await readWorkbook(file, { fileName: "变动.xlsx" }));
  return importChanges([workbook], { period: period("2024-03") });
}

const order = { 变动类型: "法院扣款", 文号: "(2024)赣0403执12号", 日期: "2024-02-20", 金额: 12000 };

describe("importChanges", () => {
  it.each<readonly [string, Row, PayChangeDetail]>([
    [
      "a court's order by the month, with what it leaves for living",
      { ...order, 每月保留金额: "2,500.00", 每月扣款: 1500, 首期月份: "2024年3月" },
      {
        kind: "debt",
        debt: {
          id: "(2024)赣0403执12号",
          kind: "court-order",
          since: "2024-02-20",
          amountFen: 1_200_000,
          keepFen: 250_000,
          plan: { kind: "monthly", firstMonth: "2024-03", monthlyFen: 150_000 },
        },
      } as PayChangeDetail,
    ],
    [
      "an advance in instalments, told by its day where it has no number",
      { 变动类型: "扣回预支", 日期: "2024.2.5", 金额: 1000, 分期期数: 3, 首期月份: "2024-03" },
      {
        kind: "debt",
        debt: {
          id: "2024-02-05",
          kind: "wage-advance",
          since: "2024-02-05",
          amountFen: 100_000,
          plan: { kind: "instalments", firstMonth: "2024-03", instalments: 3 },
        },
      } as PayChangeDetail,
    ],
    [
      "damage of this month at once",
      { 变动类型: "赔偿", 金额: 300.5 },
      {
        kind: "debt",
        debt: { id: "2024-03", kind: "damage", since: "2024-03-01", amountFen: 30_050 },
      } as PayChangeDetail,
    ],
    [
      "a bonus with the worker's choice",
      { 变动类型: "年终奖", 金额: 36000, 计税方式: "并入" },
      { kind: "bonus", amountFen: 3_600_000, taxing: "merged", isApartUsed: undefined } as PayChangeDetail,
    ],
    [
      "back pay of an earlier month",
      { 变动类型: "补发", 金额: 200, 所属月份: "2023-12" },
      { kind: "back-pay", amountFen: 20_000, serviceMonth: "2023-12" } as PayChangeDetail,
    ],
    [
      "pay that is taken back out of the gross",
      { 变动类型: "补扣", 金额: 200, 所属月份: "2024-02" },
      { kind: "back-pay", amountFen: -20_000, serviceMonth: "2024-02" } as PayChangeDetail,
    ],
    [
      "income that the law exempts",
      { 变动类型: "生育津贴", 金额: 5000 },
      { kind: "exempt-pay", amountFen: 500_000 } as PayChangeDetail,
    ],
    [
      "contributions that come back",
      { 变动类型: "社保补差", 所属月份: "2024-01", 险种: "养老保险", 个人金额: -8, 单位金额: -16 },
      {
        kind: "contribution-difference",
        difference: { serviceMonth: "2024-01", kind: "pension", employeeFen: -800, employerFen: -1600 },
      } as PayChangeDetail,
    ],
    [
      "somebody's last day",
      { 变动类型: "离职", 日期: "2024/3/15" },
      { kind: "leave", leftOn: "2024-03-15" } as PayChangeDetail,
    ],
    ["work injury alone", { 变动类型: "仅工伤" }, { kind: "contribution-scope", scope: "work-injury" }],
  ])("reads %s", async (_, row, change) => {
    const result = await importRows(row);
    expect(codesOf(result)).toEqual([]);
    expect(result.changes.map((each) => each.change)).toEqual([change]);
  });

  it.each<readonly [string, Row, string, string]>([
    ["an amount", { 变动类型: "年终奖" }, "pay-change-incomplete", "金额"],
    ["the month of back pay", { 变动类型: "补发", 金额: 200 }, "pay-change-incomplete", "所属月份"],
    ["a last day", { 变动类型: "离职" }, "pay-change-incomplete", "日期"],
    [
      "an insurance",
      { 变动类型: "社保补差", 所属月份: "2024-01", 个人金额: 1, 单位金额: 2 },
      "pay-change-incomplete",
      "险种",
    ],
    [
      "a first month, so that the plan would begin anew in each",
      { 变动类型: "预支工资", 金额: 900, 分期期数: 3 },
      "pay-change-incomplete",
      "首期月份",
    ],
  ])("holds a row out that lacks %s, and says where", async (_, row, code, header) => {
    const result = await importRows(row, { 变动类型: "仅工伤" });
    expect(result.changes).toHaveLength(1);
    expect(result.issues.map((issue) => [issue.code, issue.place?.row, issue.place?.header])).toEqual([
      [code, 3, header],
    ]);
    expect(result.counts).toEqual({ rows: 2, imported: 1, heldOut: 1, skipped: {} });
  });

  it.each<readonly [string, Row, string]>([
    ["an amount below nought", { ...order, 金额: -1 }, "pay-change-amount-negative"],
    ["both plans", { ...order, 每月扣款: 1, 分期期数: 2 }, "pay-change-plan-wrong"],
    ["no instalment", { ...order, 分期期数: 0 }, "pay-change-plan-wrong"],
    ["nothing a month", { ...order, 每月扣款: 0 }, "pay-change-plan-wrong"],
    ["a kind that is not known", { 变动类型: "罚款", 金额: 100 }, "word-unknown"],
    ["an amount that is no number", { ...order, 金额: "面议" }, "money-not-a-number"],
    ["a wrong identity number", { ...order, 身份证号: "360499199001010011" }, "citizen-id-check-digit"],
  ])("holds a row out with %s", async (_, row, code) => {
    const result = await importRows(row);
    expect([result.changes, result.heldOut.length, codesOf(result)]).toEqual([[], 1, [code]]);
  });
});
