import { describe, expect, it } from "vitest";
import { codesOf, valueOf } from "../__fixtures__/read-cells.js";
import { hospital, school, womanNumber } from "../__fixtures__/roster-file.js";
import { createXlsx, type FixtureCell } from "../__fixtures__/xlsx-file.js";
import { readWorkbook } from "../spreadsheet/read-workbook.js";
import { importApprovals, type ApprovalImport } from "./approval-import.js";

const header = ["证件号码", "姓名", "用人单位", "类别", "批复文号", "批复日期", "审议结果"];

async function importRows(...rows: readonly (readonly FixtureCell[])[]): Promise<ApprovalImport> {
  const workbook = valueOf(
    await readWorkbook(createXlsx([{ name: "表", rows: [header, ...rows] }]), { fileName: "名单.xlsx" }),
  );
  return importApprovals([workbook], { units: [hospital, school] });
}

describe("importApprovals", () => {
  it("reads both grounds, and units by id or by name", async () => {
    const result = await importRows(
      [womanNumber(1), "张三", "U01", "急需紧缺人才", "示批〔2024〕1号", "2024.1.20"],
      [womanNumber(2), "李四", school.name, "政府直接用工许可范围", "示批〔2024〕2号", 45311],
    );
    expect(result.approvals).toMatchObject([
      {
        unitId: "U01",
        ground: "shortage-talent",
        status: "approved",
        approvalNumber: "示批〔2024〕1号",
        approvedOn: "2024-01-20",
      },
      { unitId: "U02", ground: "permitted-direct", status: "approved", approvedOn: "2024-01-20" },
    ]);
    expect(result.issues).toEqual([]);
  });

  it.each([
    ["示批〔2024〕1号", undefined, "approved"],
    [undefined, undefined, "pending"],
    [undefined, "通过", "approved"],
    ["示批〔2024〕1号", "不予批准", "rejected"],
    ["示批〔2024〕1号", "驳回", "rejected"],
    [undefined, "审议中", "pending"],
    ["示批〔2024〕1号", "待审批", "pending"],
  ])("takes a number %j and a result %j for %s", async (number, outcome, status) => {
    const result = await importRows([
      womanNumber(1),
      "张三",
      "U01",
      "急需紧缺人才",
      number,
      undefined,
      outcome,
    ]);
    expect(result.approvals[0]?.status).toBe(status);
  });

  it.each([
    [["123", "张三", "U01", "急需紧缺人才"], "citizen-id-length"],
    [[womanNumber(1), "张三", "U09", "急需紧缺人才"], "unit-unknown"],
    [[womanNumber(1), "张三", undefined, "急需紧缺人才"], "unit-missing"],
    [[womanNumber(1), "张三", "U01", "关系户"], "word-unknown"],
    [[womanNumber(1), "张三", "U01", undefined], "value-missing"],
    [[womanNumber(1), "张三", "U01", "急需紧缺人才", "示批〔2024〕1号", "2024.1.20", "缓议"], "word-unknown"],
  ])("holds %j out with %s", async (row, code) => {
    const result = await importRows(row);
    expect([result.approvals, codesOf(result), result.counts.heldOut]).toEqual([[], [code], 1]);
  });
});
