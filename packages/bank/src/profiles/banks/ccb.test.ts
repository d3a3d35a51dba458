import { describe, expect, it } from "vitest";
import { linesOf, one, outcomesOf, two } from "../../__fixtures__/profile-lines.js";
import { ccbMinimalProfile, ccbPayrollProfile } from "./ccb.js";

// The lines were put together by hand from what integrators' code shows of the format.
describe("ccb.payroll@1", () => {
  it("writes yuan with a serial number of seven digits", () => {
    expect(linesOf(ccbPayrollProfile)).toEqual([
      `0000001|${one}|张三|4321.00|工资|R1|`,
      `0000002|${two}|李東|0.06|经济补偿金|R2|`,
      "",
    ]);
  });

  it("reads the result without names of columns", () => {
    const flow = "1234567890123456789";
    expect(outcomesOf(ccbPayrollProfile, [`0000002|${one}|张三|0.01|报销款|${flow}|成功||`])).toMatchObject([
      { payeeAccount: one, amountFen: 1, reference: flow, status: "paid" },
    ]);
  });

  it("reads the result with names of columns, amounts such as .01 and empty columns (pitfalls 14 and 15)", () => {
    const outcomes = outcomesOf(ccbPayrollProfile, [
      "序号|收款账号|收款人姓名|金额|摘要|交易结果|失败原因|备注一|备注二|",
      `1|${one}|张三|.01||成功||||`,
      `2|${two}|李東|1234.5|工资|失败|帐户户名校验失败|||`,
    ]);
    expect(outcomes).toMatchObject([
      { payeeAccount: one, amountFen: 1, status: "paid" },
      { payeeAccount: two, amountFen: 123_450, status: "rejected", reason: "name-mismatch" },
    ]);
    expect(outcomes[0]?.reasonText).toBeUndefined();
  });
});

describe("ccb.minimal@1", () => {
  it("writes account, name and yuan, and reads them back with the outcome", () => {
    expect(linesOf(ccbMinimalProfile)).toEqual([`${one}|张三|4321.00|`, `${two}|李東|0.06|`, ""]);
    const lines = [`${one}|张三|4321.00|成功|`, `${two}|李東|0.06|失败|帐户户名校验失败`];
    expect(outcomesOf(ccbMinimalProfile, lines)).toMatchObject([
      { amountFen: 432_100, status: "paid" },
      { amountFen: 6, status: "rejected", reason: "name-mismatch" },
    ]);
  });
});
