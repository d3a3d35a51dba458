import { describe, expect, it } from "vitest";
import type { Profile } from "../profile/profile.js";
import { textCell, type Cell, type SheetRow } from "../spreadsheet/workbook.js";
import { findHeader } from "./header-match.js";

const profile: Profile = {
  id: "test@1",
  title: "测试",
  sheetName: "测试",
  direction: "in",
  keys: ["name", "documentNumber"],
  columns: [
    { field: "name", header: "姓名", type: "name" },
    { field: "documentNumber", header: "证件号码", aliases: ["身份证号"], type: "identity" },
    { field: "grossFen", header: "应发工资", aliases: ["工资/应发", "工资"], type: "money" },
    { field: "pensionFen", header: "养老保险", aliases: ["代扣/养老"], type: "money" },
    { field: "remark", header: "备注", type: "text" },
  ],
  provenance: { mark: "proposed", source: "test", verifiedBy: null, verifiedOn: null },
};

function rowsOf(...rows: readonly (readonly (string | number)[])[]): readonly SheetRow[] {
  return rows.map((values, index) => {
    const cells = values.flatMap((value, column): [number, Cell][] => {
      const cell: Cell | undefined =
        typeof value === "number" ? { kind: "number", text: String(value), isDate: false } : textCell(value);
      return cell === undefined ? [] : [[column + 1, cell]];
    });
    return { kind: "row", number: index + 1, isHidden: false, cells: new Map(cells) };
  });
}

/** Where the header was found, and the column of each field. */
function find(...rows: readonly (readonly (string | number)[])[]) {
  const match = findHeader(rowsOf(...rows), profile);
  if (match === undefined) return undefined;
  const columns = Object.fromEntries(match.columns.map(({ profile: { field }, number }) => [field, number]));
  return { rows: [match.firstRow, match.lastRow], columns };
}

describe("findHeader", () => {
  it("takes the row that names the most columns", () => {
    expect(find(["标题"], ["姓名", "备注"], ["姓名", "身份证号", "工资"], ["张三", "x", 1])).toEqual({
      rows: [3, 3],
      columns: { name: 1, documentNumber: 2, grossFen: 3 },
    });
  });

  it("takes a header of the keys alone", () => {
    expect(find(["证件号码", "姓名"])).toEqual({ rows: [1, 1], columns: { documentNumber: 1, name: 2 } });
  });

  it("takes no row for a header that names fewer columns", () => {
    expect(find(["姓名", "备注"], ["张三", "身份证号"])).toBeUndefined();
    expect(find()).toBeUndefined();
  });

  it("joins the rows of a merged header, whether the merge is declared or only drawn", () => {
    expect(find(["姓名", "证件号码", "工资", "", "代扣"], ["", "", "应发", "实发", "养老"])).toEqual({
      rows: [1, 2],
      columns: { name: 1, documentNumber: 2, grossFen: 3, pensionFen: 5 },
    });
  });

  it("does not take the first data row for a second header row", () => {
    expect(find(["姓名", "证件号码", "备注"], ["张三", "x", "备注"])).toMatchObject({ rows: [1, 1] });
  });

  it("prefers the header itself to an alias, and the first of two equals", () => {
    const match = findHeader(rowsOf(["工资", "姓名", "证件号码", "应发工资", "备注", "备注"]), profile);
    const columns = match?.columns.map(({ profile: { field }, number }) => `${field} ${number}`);
    expect(columns).toContain("grossFen 4");
    expect(columns).toContain("remark 5");
    expect(match?.duplicates).toEqual([
      { number: 6, header: "备注", field: "remark" },
      { number: 1, header: "工资", field: "grossFen" },
    ]);
  });

  it("says which columns are missing and which it does not know", () => {
    const match = findHeader(rowsOf(["姓名", "证件号码", "籍贯"]), profile);
    expect(match?.missing.map(({ field }) => field)).toEqual(["grossFen", "pensionFen", "remark"]);
    expect(match?.unknown).toEqual([{ number: 3, header: "籍贯" }]);
  });

  it("lets no loose match take the column of an exact one", () => {
    const match = findHeader(rowsOf(["姓名", "证件号码", "备注（可不填）", "备注"]), profile);
    expect(match?.columns.find(({ profile: { field } }) => field === "remark")?.number).toBe(4);
  });
});
