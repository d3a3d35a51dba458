import { fen } from "@tongchou/core";
import { describe, expect, it } from "vitest";
import { batchOf, paymentOf } from "../../__fixtures__/payments.js";
import { linesOf, one, outcomesOf, two } from "../../__fixtures__/profile-lines.js";
import { gdbBatchProfile } from "./gdb.js";

// The lines were put together by hand from what integrators' code shows of the format.
describe("gdb.batch@1", () => {
  it("writes seventeen columns in fen and says whether the payee is a person", () => {
    const agency = paymentOf({ reference: "R3", purpose: "agency-settlement", amountFen: fen(100) });
    const head = "RMB|20240315|2";
    const payerColumns = "|100200300400|九江市示例平台|";
    expect(linesOf(gdbBatchProfile, batchOf([paymentOf(), agency]))).toEqual([
      "RMB|20240315|1|432200|2|",
      `${head}|1|${payerColumns}||||${one}|张三|2|432100|工资|R1|`,
      `${head}|2|${payerColumns}||||${one}|张三|1|100|人力服务结算|R3|`,
      "*",
      "",
    ]);
  });

  it("reads a result whose line of column names begins like a comment (pitfall 13)", () => {
    const outcomes = outcomesOf(gdbBatchProfile, [
      "#[BatchPayDetail]",
      "#查询时间：20240315",
      "#批次号：77",
      "#银行的代理流水号：88",
      "#序号|收款账号|收款账号单位名称|金额|网上银行状态|用户备注|银行反馈信息|",
      `1|${one}|张三|4321.00元|0|R1||`,
      `2|${two}|李東|0.06元|1|R2|户名不符|`,
    ]);
    expect(outcomes).toMatchObject([
      { reference: "R1", payeeAccount: one, amountFen: 432_100, status: "paid" },
      { reference: "R2", payeeAccount: two, amountFen: 6, status: "rejected", reasonText: "户名不符" },
    ]);
  });
});
