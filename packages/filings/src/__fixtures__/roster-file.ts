import type { EmployerUnit } from "@tongchou/core";
import { cardNumber, identityNumber } from "./numbers.js";
import { createXlsx, type FixtureCell, type FixtureParts, type FixtureSheet } from "./xlsx-file.js";

/** A unit that is not there. */
export const hospital: EmployerUnit = {
  id: "U01",
  name: "示例市立医院",
  nature: "balance-funded",
  creditCode: "12360499MA0003021M",
  division: "360403",
};

/** Another one. */
export const school: EmployerUnit = {
  ...hospital,
  id: "U02",
  name: "示例实验中学",
  creditCode: "12360499MA000303XD",
};

/** The columns of {@link person}, in their order. */
export const rosterHeader: readonly string[] = [
  "序号",
  "用人单位",
  "姓名",
  "证件号码",
  "联系电话",
  "岗位名称",
  "岗位类别",
  "用工形式",
  "首次入职本单位时间",
  "经费来源",
  "月应发工资（元）",
  "工资卡账号",
  "是否愿意平移",
  "备注",
];

/** The number of the n-th woman of the fixtures. */
export function womanNumber(index: number): string {
  return identityNumber(`19890${1 + (index % 9)}01`, String(100 + index * 2).padStart(3, "0"));
}

/** A row without any trouble, some of its cells replaced by the header of their column. */
export function person(
  index: number,
  changes: Readonly<Record<string, FixtureCell>> = {},
): readonly FixtureCell[] {
  const row: Record<string, FixtureCell> = {
    序号: index,
    用人单位: hospital.name,
    姓名: "张三",
    证件号码: womanNumber(index),
    联系电话: "13800001234",
    岗位名称: "护士",
    岗位类别: "技术技能",
    用工形式: "直签",
    首次入职本单位时间: "2020-03-01",
    经费来源: "财政全额",
    "月应发工资（元）": 3500,
    工资卡账号: cardNumber(index),
    是否愿意平移: "是",
    备注: undefined,
  };
  return rosterHeader.map((header) => (header in changes ? changes[header] : row[header]));
}

/** A file with one sheet of these rows below title and header. */
export function createRosterFile(
  people: readonly (readonly FixtureCell[])[],
  sheet: Partial<FixtureSheet> = {},
  parts: FixtureParts = {},
): Uint8Array {
  const rows = [["非在编临聘人员信息汇总表"], rosterHeader, ...people];
  return createXlsx([{ name: "信息汇总表", rows, ...sheet }], parts);
}
