import { fen, type HousingFundRemittance, period, ratePpm } from "@tongchou/core";
import { describe, expect, it } from "vitest";
import { codesOf } from "../__fixtures__/read-cells.js";
import { womanNumber } from "../__fixtures__/roster-file.js";
import { openFile } from "../__fixtures__/import-roster.js";
import { createXlsx, type FixtureCell } from "../__fixtures__/xlsx-file.js";
import {
  fundPortalList,
  fundSuspensionChengdu,
  type HousingFundReading,
  readHousingFundList,
  reconcileHousingFund,
} from "../index.js";

const portalHeader =
  "个人账号|姓名|证件类型|证件号码|当前工资|单位缴存额|个人月缴存额|补贴工资|补贴月缴|合计月缴额|个人状态".split(
    "|",
  );

async function readPortal(rows: readonly (readonly FixtureCell[])[]): Promise<HousingFundReading> {
  const bytes = createXlsx([{ name: "名单", rows: [portalHeader, ...rows] }]);
  return readHousingFundList(await openFile(bytes, "名单.xlsx"), fundPortalList);
}

const portalRow = (index: number, employer: number, employee: number): readonly FixtureCell[] => [
  `001000${index}`,
  "张三",
  "居民身份证",
  womanNumber(index),
  3500,
  employer,
  employee,
  0,
  0,
  employer + employee,
  "正常",
];

const remittance = (index: number): HousingFundRemittance => ({
  kind: "remittance",
  name: "张三",
  documentKind: "resident-identity-card",
  documentNumber: womanNumber(index),
  month: period("2024-03"),
  baseFen: fen(350000),
  employerRate: ratePpm(50_000),
  employeeRate: ratePpm(50_000),
  employerFen: fen(17500),
  employeeFen: fen(17500),
});

describe("readHousingFundList", () => {
  it("passes over the row marked as an example, and knows reasons by code and by word", async () => {
    const rows = [
      ["序号", "个人客户号", "职工姓名", "生效时间", "封存原因"],
      ["例", "0000000", "王某", "202001", "1"],
      ["1", "0010001", "张三", "202403", "3"],
      ["2", "0010002", "李四", "2024年3月", "保留劳动关系停发工资"],
      ["3", "0010003", "王五", "202403", "9"],
    ];
    const workbook = await openFile(createXlsx([{ name: "封存清册", rows }]), "封存清册.xlsx");
    const reading = readHousingFundList(workbook, fundSuspensionChengdu);
    expect(reading.counts).toEqual({ rows: 3, imported: 2, heldOut: 1, skipped: { example: 1 } });
    expect(reading.entries.map(({ values }) => [values.month, values.suspensionReason])).toEqual([
      ["2024-03", "transfer"],
      ["2024-03", "unpaid-leave"],
    ]);
    expect(reading.issues.map(({ code, place }) => [code, place?.row, place?.column])).toEqual([
      ["word-unknown", 5, "E"],
    ]);
  });

  it("finds the columns of the portal's list in any order, and says where a row does not add up", async () => {
    const straight = portalRow(1, 175, 175);
    const wrong = portalRow(2, 175, 175).with(9, 360);
    const rows = [portalHeader, straight, wrong].map((row) => row.toReversed());
    const workbook = await openFile(createXlsx([{ name: "名单", rows }]), "名单.xlsx");
    const { entries, issues } = readHousingFundList(workbook, fundPortalList);
    expect(entries[0]?.values).toMatchObject({
      accountNumber: "0010001",
      documentKind: "resident-identity-card",
      documentNumber: womanNumber(1),
      employerFen: 17500,
      employeeFen: 17500,
      monthlyFen: 35000,
      accountState: "正常",
    });
    expect(issues.map(({ code, place }) => [code, place?.row, place?.column])).toEqual([
      ["declaration-sum-differs", 3, "B"],
    ]);
  });

  it("refuses a list of another kind, naming what is missing", async () => {
    const rows = [
      ["姓名", "证件号码", "当前工资"],
      ["张三", womanNumber(1), 3500],
    ];
    const reading = readHousingFundList(
      await openFile(createXlsx([{ name: "名单", rows }]), "名单.xlsx"),
      fundPortalList,
    );
    expect(reading.entries).toEqual([]);
    expect(codesOf(reading)).toContain("column-missing");
  });
});

describe("reconcileHousingFund", () => {
  it("has nothing to say where both lists agree, whatever their order", async () => {
    const { entries } = await readPortal([portalRow(2, 175, 175), portalRow(1, 175, 175)]);
    expect(reconcileHousingFund([remittance(1), remittance(2)], entries)).toEqual([]);
  });

  it("says who is missing, who is left over, whose side differs, and who stands twice", async () => {
    const { entries } = await readPortal([
      portalRow(1, 175, 174),
      portalRow(3, 175, 175),
      portalRow(1, 175, 175),
    ]);
    const issues = reconcileHousingFund([remittance(1), remittance(2), remittance(1)], entries);
    expect(
      issues.map(({ code, path, place }) => [code, path ?? `${place?.row}${place?.column ?? ""}`]),
    ).toEqual([
      ["declaration-repeated", "4D"],
      ["fund-amount-differs", "2G"],
      ["fund-person-missing", "/1"],
      ["declaration-repeated", "/2"],
      ["fund-person-left-over", "3"],
    ]);
  });
});
