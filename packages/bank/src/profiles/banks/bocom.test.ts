import { describe, expect, it } from "vitest";
import { linesOf, one, sheetOutcomesOf, two } from "../../__fixtures__/profile-lines.js";
import { decodeRows } from "../../reading/result-reader.js";
import { bocomPayrollProfile } from "./bocom.js";

// The lines were put together by hand from what integrators' code shows of the format.
describe("bocom.payroll@1", () => {
  it("writes the reference as the worker's number", () => {
    expect(linesOf(bocomPayrollProfile)).toEqual([`${one}|张三|4321.00|R1|`, `${two}|李東|0.06|R2|`, ""]);
  });

  it("reads the sheet by the names of its columns, spaces around every cell", () => {
    const names = ["序号", "户名", "工号", "卡号/折号", "金额(元)", "入账状态", "失败原因", "交易流水号"];
    const cells = ["0000001", "张三", "R1", one, "4,321.00", "入账成功", "", "77"].map((text) => ` ${text} `);
    expect(sheetOutcomesOf(bocomPayrollProfile, [["代发结果"], names, cells])).toMatchObject([
      { row: 3, reference: "R1", payeeAccount: one, amountFen: 432_100, status: "paid" },
    ]);
    expect(decodeRows(bocomPayrollProfile, { name: "a.xlsx", rows: [cells] }).issues[0]?.code).toBe(
      "columns-missing",
    );
  });
});
