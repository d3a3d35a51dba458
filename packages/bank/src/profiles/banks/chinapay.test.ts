import { describe, expect, it } from "vitest";
import { batchOf, paymentsOf } from "../../__fixtures__/payments.js";
import { linesOf, one, outcomesOf, payments, two } from "../../__fixtures__/profile-lines.js";
import { reconcile } from "../../reconcile.js";
import { encodeBatch } from "../../writing/batch-writer.js";
import { chinaPayBatchProfile } from "./chinapay.js";

// The lines were put together by hand from what integrators' code shows of the format.
describe("chinapay.batch@1", () => {
  const merchant = { name: "九江市示例平台", number: "808080000000001" };
  const input = { ...batchOf(payments, "2403"), payer: merchant };

  it("writes a header without a marker, and lines numbered by part and place", () => {
    const { files } = encodeBatch(chinaPayBatchProfile, input);
    expect(files[0]?.name).toBe("808080000000001_20240315_240301.txt");
    expect(linesOf(chinaPayBatchProfile, input)).toEqual([
      "808080000000001|240301|2|432106",
      `20240315|2403010000000001|${one}|张三|||||432100|工资|00`,
      `20240315|2403010000000002|${two}|李東|示例银行浔阳支行||||6|经济补偿金|00`,
      "",
    ]);
  });

  const returned = (line: string, status: string, amount: number): string =>
    [
      ...["20240315", "808080000000001", line, "20240315", "1", "240301", "20240315", "", status],
      ...[one, "张三", "示例银行", String(amount), "0", "", "", "", "", "工资", "", "a.txt", "1"],
    ].join("|");

  it.each([
    ["s", "paid"],
    ["2", "processing"],
    ["3", "processing"],
    ["4", "processing"],
    ["5", "processing"],
    ["6", "returned"],
    ["7", "unknown"],
  ])("reads the status %s as %s (pitfall 6)", (status, outcome) => {
    const lines = [returned("2403010000000001", status, 432_100)];
    expect(outcomesOf(chinaPayBatchProfile, lines)).toMatchObject([
      { lineNumber: "2403010000000001", payeeAccount: one, amountFen: 432_100, status: outcome },
    ]);
  });

  it("matches the return file by its line numbers, with and without names of columns", () => {
    const lines = [returned("2403010000000002", "6", 6), returned("2403010000000001", "5", 432_100)];
    const names =
      "交易日期|商户号|商户流水|上传日期|上传流水|上传批次|CP日期|退单日期|状态|卡号|户名|开户行|金额|手续费|支行名|支行号|省|市|交易目的|处理银行|批次文件名|批次内行号";
    const { files } = encodeBatch(chinaPayBatchProfile, input);
    for (const answer of [lines, [names, ...lines]]) {
      const results = [{ file: "return.txt", outcomes: outcomesOf(chinaPayBatchProfile, answer) }];
      expect(reconcile(files, results).rows.map(({ kind }) => kind)).toEqual(["processing", "returned"]);
    }
  });

  it("takes a thousand payments in one file", () => {
    const { files } = encodeBatch(chinaPayBatchProfile, { ...input, payments: paymentsOf(1001) });
    expect(files.map((file) => [file.batchNumber, file.payments.length])).toEqual([
      ["240301", 1000],
      ["240302", 1],
    ]);
  });
});
