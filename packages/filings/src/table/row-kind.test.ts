import { describe, expect, it } from "vitest";
import { textCell, type Cell, type SheetRow } from "../spreadsheet/workbook.js";
import type { MatchedColumn } from "./header-match.js";
import { createRowClassifier } from "./row-kind.js";

const headers = ["序号", "用人单位", "姓名", "证件号码", "金额"];
const fields = ["serial", "unitName", "name", "documentNumber", "amountFen"];
const columns = headers.map((header, index): MatchedColumn => ({
  profile: { field: fields[index] ?? "", header, type: "text" },
  number: index + 1,
  header,
  isInTenThousands: false,
}));
const reasonOf = createRowClassifier(columns, ["name", "documentNumber"]);

function row(...values: readonly (string | number)[]): SheetRow {
  const cells = values.flatMap((value, column): [number, Cell][] => {
    const cell: Cell | undefined =
      typeof value === "number" ? { kind: "number", text: String(value), isDate: false } : textCell(value);
    return cell === undefined ? [] : [[column + 1, cell]];
  });
  return { kind: "row", number: 9, isHidden: false, cells: new Map(cells) };
}

describe("createRowClassifier", () => {
  it.each([
    ["a person", row(1, "示例市立医院", "张三", "360499", 5)],
    ["a person of a unit whose name begins with 示例", row("", "示例市立医院", "张三", "360499")],
    ["a person without a number", row(1, "甲", "张三", "", 5)],
    ["a number without a name", row(1, "甲", "", "360499", 5)],
    ["a person with a remark of a total behind", row(1, "甲", "张三", "360499", "见合计")],
  ])("keeps %s", (_, found) => {
    expect(reasonOf(found)).toBeUndefined();
  });

  it.each([
    ["example", row("例", "甲", "张三", "360499")],
    ["example", row("示例1：", "甲", "张三", "360499")],
    ["example", row(1, "甲", "张三（示例）", "360499")],
    ["total", row("合计", "", "", "", 100)],
    ["total", row("总　计", "", "", "", 100)],
    ["total", row("", "", "合计", "", 100)],
    ["total", row("合计（120人）", "", "", "", 100)],
    ["subtotal", row("", "后勤科小计", "", "", 100)],
    ["subtotal", row("本页合计", "", "", "", 100)],
    ["note", row("填表说明：一、姓名不留空格")],
    ["note", row("注：以上人员均已核对", "", "", "", 1)],
    ["note", row("制表人：李四", "", "审核人：王五")],
    ["note", row("单位负责人（签字）：", "", "", "填表日期：2024年1月8日")],
    ["note", row("一段没有标记的文字")],
    ["filler", row("(1)", "(2)", "(3)", "(4)")],
    ["filler", row("甲", "乙", 1, 2)],
    ["filler", row("必填", "必填", "必填", "选填")],
    ["repeated-header", row(...headers)],
    ["repeated-header", row("序号", "", "姓名", "证件号码")],
    ["empty", row(121)],
    ["without-key", row(5, "甲", "", "", 100)],
    ["without-key", row("", "", "", "", 100)],
  ] as const)("tells that a row is %s", (reason, found) => {
    expect(reasonOf(found)).toBe(reason);
  });
});
