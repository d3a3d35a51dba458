import { describe, expect, it } from "vitest";
import { textOf } from "../../__fixtures__/payments.js";
import { batch, linesOf, one, sheetOutcomesOf, two } from "../../__fixtures__/profile-lines.js";
import { encodeBatch } from "../../writing/batch-writer.js";
import { psbcOtherBankProfile, psbcSameBankProfile } from "./psbc.js";

// The lines were put together by hand from what integrators' code shows of the format.
describe("psbc", () => {
  it("writes two empty columns for accounts at the same bank", () => {
    expect(linesOf(psbcSameBankProfile)).toEqual([
      `${one}||张三||4321.00|工资|R1|`,
      `${two}||李東||0.06|经济补偿金|R2|`,
      "",
    ]);
  });

  it("needs bank and CNAPS code for accounts at other banks", () => {
    const { files, refused } = encodeBatch(psbcOtherBankProfile, batch);
    expect(textOf(files[0], "gbk")).toBe(`${two}|李東|102100099996|示例银行浔阳支行|0.06|拨款|R2|\r\n`);
    expect(refused.flatMap(({ issues }) => issues.map(({ code, path }) => [code, path]))).toEqual([
      ["field-missing", "/payments/0/payeeCnapsCode"],
      ["field-missing", "/payments/0/payeeBankName"],
    ]);
  });

  it("reads the sheet by its columns", () => {
    const cells = [one, "张三", "4321.00", "0", "0", "工资", "R1", "2024-03-15", "交易成功", ""];
    const titles = ["账号", "户名", "金额", "手续费", "汇划费", "用途", "附言", "时间", "结果", "原因"];
    expect(sheetOutcomesOf(psbcSameBankProfile, [["标题"], titles, cells])).toMatchObject([
      { row: 3, reference: "R1", payeeAccount: one, amountFen: 432_100, status: "paid" },
    ]);
  });
});
