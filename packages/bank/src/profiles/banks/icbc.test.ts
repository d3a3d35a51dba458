import { describe, expect, it } from "vitest";
import { payer } from "../../__fixtures__/payments.js";
import { linesOf, one, outcomesOf, two } from "../../__fixtures__/profile-lines.js";
import { encodeAccepted } from "../../encoding.js";
import { readBatch } from "../../reading/batch-reader.js";
import { icbcBatchProfile, icbcWageProfile } from "./icbc.js";

// The lines were put together by hand from what integrators' code shows of the format.
describe("icbc.batch@1", () => {
  it("writes fen, a total line, comments, a delimiter at each end of line, and a star", () => {
    const payerColumns = "|100200300400|九江市示例平台|";
    const lines = linesOf(icbcBatchProfile);
    expect(lines.filter((line) => !line.startsWith("#"))).toEqual([
      "RMB|20240315|1|432106|2|",
      `RMB|20240315|2|1|${payerColumns}||||${one}|张三|432100|工资|R1|1|||`,
      `RMB|20240315|2|2|${payerColumns}示例银行浔阳支行||||${two}|李東|6|经济补偿金|R2|1|||`,
      "*",
      "",
    ]);
    expect(lines.filter((line) => line.startsWith("#"))).toHaveLength(5);
  });

  it("reads a batch without comments, and refuses one without its star", () => {
    const lines = linesOf(icbcBatchProfile).filter((line) => !line.startsWith("#"));
    const read = (text: string): ReturnType<typeof readBatch> =>
      readBatch(icbcBatchProfile, [{ name: "a.bpt", content: encodeAccepted(text, "gbk") }]);
    expect(read(lines.join("\n")).ok).toBe(true);
    expect(read(lines.slice(0, -2).join("\n")).ok).toBe(false);
  });

  const heads = ["[BatchPayDetail]", "查询时间: 20240315 16:13:19", "批次号: HEZ327561163"];

  it("reads the export with the payer first (pitfall 13)", () => {
    const outcomes = outcomesOf(icbcBatchProfile, [
      ...heads,
      "序号|币种|付款账号|付款单位名称|收款账号|收款单位名称|金额|用途|网上银行状态|银行反馈信息",
      `HEZ327561163-1|RMB|100200300400|${payer.name}|${one}|张三|4,321.00元|工资|处理成功|全部成功`,
      `HEZ327561163-2|RMB|100200300400|${payer.name}|${two}|李東|0.06元|工资|指令被拒绝授权|`,
    ]);
    expect(outcomes).toMatchObject([
      { payeeAccount: one, payeeName: "张三", amountFen: 432_100, status: "paid", reasonText: "全部成功" },
      { payeeAccount: two, amountFen: 6, status: "rejected", reason: "authorisation-refused" },
    ]);
  });

  it("reads the export with the payee first (pitfall 13)", () => {
    const outcomes = outcomesOf(icbcBatchProfile, [
      ...heads,
      "序号|币种|收款账号|收款单位名称|付款账号|付款单位名称|金额|用途|网上银行状态|用户备注|汇款方式|是否发送短信",
      `HEZ-1|RMB|${one}|张三|100200300400|${payer.name}|4,321.00元|工资|等待银行处理|R1|加急|否`,
      `HEZ-2|RMB|${two}|李東|100200300400|${payer.name}|.06元|工资|部分成功|R2|加急|否`,
    ]);
    expect(outcomes).toMatchObject([
      { payeeAccount: one, reference: "R1", amountFen: 432_100, status: "processing" },
      { payeeAccount: two, reference: "R2", amountFen: 6, status: "unknown" },
    ]);
  });
});

describe("icbc.wage@1", () => {
  it("writes lines of payments in fen and nothing else", () => {
    expect(linesOf(icbcWageProfile)).toEqual([
      `RMB|20240315|1|100200300400|灵通卡|${one}|张三|432100|工资|R1|1|`,
      `RMB|20240315|2|100200300400|灵通卡|${two}|李東|6|经济补偿金|R2|1|`,
      "",
    ]);
  });
});
