import { describe, expect, it } from "vitest";
import { batchOf, paymentOf, paymentsOf } from "../../__fixtures__/payments.js";
import { linesOf, one, rowOf, sheetOutcomesOf, two } from "../../__fixtures__/profile-lines.js";
import { decodeRows } from "../../reading/result-reader.js";
import type { SheetCell } from "../../reading/sheet-reader.js";
import { encodeBatch } from "../../writing/batch-writer.js";
import { abcPayrollProfile } from "./abc.js";

// The lines were put together by hand from what integrators' code shows of the format.
describe("abc.payroll@1", () => {
  it("writes CSV without quotes and refuses a comma in a name", () => {
    expect(linesOf(abcPayrollProfile)).toEqual([
      `001,${one},张三,4321.00,工资`,
      `002,${two},李東,0.06,经济补偿金`,
      "",
    ]);
    const { files, refused } = encodeBatch(
      abcPayrollProfile,
      batchOf([paymentOf({ payeeName: "ZHANG, SAN" })]),
    );
    expect(files).toEqual([]);
    expect(refused[0]?.issues.map(({ code }) => code)).toEqual(["field-reserved-characters"]);
  });

  it("makes a new part after the last serial number of three digits", () => {
    const { files } = encodeBatch(abcPayrollProfile, batchOf(paymentsOf(1000)));
    expect(files.map((file) => file.payments.length)).toEqual([999, 1]);
  });

  it("reads the sheet by its columns, below the row of their names", () => {
    const cells = (account: string, status: SheetCell, reason = ""): readonly SheetCell[] =>
      rowOf({ 5: account, 6: "张三", 11: "1,234.5", 13: reason, 14: status });
    const outcomes = sheetOutcomesOf(abcPayrollProfile, [
      rowOf({ 5: "收款账号", 6: "户名", 11: "金额", 13: "原因", 14: "状态" }),
      cells(one, "6"),
      cells(two, 7, "账户不存在"),
      cells(two, 5),
      [],
    ]);
    expect(outcomes).toMatchObject([
      { row: 2, payeeAccount: one, amountFen: 123_450, status: "paid" },
      { row: 3, payeeAccount: two, status: "rejected", reasonText: "账户不存在" },
      { row: 4, status: "unknown" },
    ]);
  });

  it("reads no account from a number that is longer than numbers are exact", () => {
    const rows = [rowOf({ 5: Number(one), 6: "张三", 11: 12.3, 14: 6 })];
    const { issues } = decodeRows(abcPayrollProfile, { name: "a.xlsx", rows });
    expect(issues.map(({ code, place }) => [code, place?.row])).toEqual([["cell-number-rounded", 1]]);
  });

  it.each([3500.005, 0.1 + 0.2, 1e21])("refuses the amount %d of a cell (pitfalls 16 and 17)", (amount) => {
    const good = rowOf({ 5: one, 6: "张三", 11: 1, 14: 6 });
    const rows = [good, rowOf({ 5: one, 6: "张三", 11: amount, 14: 6 })];
    const result = decodeRows(abcPayrollProfile, { name: "a.xlsx", rows });
    expect(result.issues.map(({ place }) => place?.row)).toEqual([2]);
    expect(result.ok && result.value.outcomes).toHaveLength(1);
  });
});
