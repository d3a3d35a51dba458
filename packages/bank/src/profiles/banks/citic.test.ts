import { describe, expect, it } from "vitest";
import { linesOf, one, two } from "../../__fixtures__/profile-lines.js";
import { encodeAccepted } from "../../encoding.js";
import { readBatch } from "../../reading/batch-reader.js";
import { decodeResult } from "../../reading/result-reader.js";
import { citicBatchProfile } from "./citic.js";

// The lines were put together by hand from what integrators' code shows of the format.
describe("citic.batch@1", () => {
  it("writes free text, the names of columns and dashes before the payments", () => {
    expect(linesOf(citicBatchProfile)).toEqual([
      "文件类型:FTThirdGetcashBatch",
      "标题:代发工资",
      "收款帐号|提现金额|姓名|商户流水号|备注|摘要",
      "-".repeat(40),
      `${one}|4321.00|张三|R1||工资`,
      `${two}|0.06|李東|R2||经济补偿金`,
      "",
    ]);
  });

  it("reads any free text and any number of dashes before them", () => {
    const lines = [
      "文件类型:其他",
      "标题:三月",
      "说明",
      "收款帐号|提现金额|姓名|商户流水号|备注|摘要",
      "-".repeat(7),
      `${one}|4321.00|张三|R1||工资`,
    ];
    const content = encodeAccepted(lines.join("\n"), "gbk");
    const read = readBatch(citicBatchProfile, [{ name: "a.txt", content }]);
    expect(read.ok && read.value[0]?.payments).toMatchObject([{ payeeAccount: one, amountFen: 432_100 }]);
  });

  it("says that it cannot read results", () => {
    const result = decodeResult(citicBatchProfile, { name: "a.txt", content: new Uint8Array() });
    expect(result.issues.map(({ code }) => code)).toEqual(["result-layout-missing"]);
  });
});
