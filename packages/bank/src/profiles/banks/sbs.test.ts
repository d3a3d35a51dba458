import { describe, expect, it } from "vitest";
import { batchOf, paymentsOf, textOf } from "../../__fixtures__/payments.js";
import { batch } from "../../__fixtures__/profile-lines.js";
import { readBatch } from "../../reading/batch-reader.js";
import { joinBytes } from "../../reading/file-lines.js";
import { encodeBatch } from "../../writing/batch-writer.js";
import { sbsPacketProfile } from "./sbs.js";

// The lines were put together by hand from what integrators' code shows of the format.
describe("sbs.n050@1", () => {
  const head = (more: string, count: string, pkg: string): string =>
    [
      ...["20240315", "B240315".padEnd(18), pkg.padEnd(16)],
      ...["+0000000000089.11", "0000133", count, more, "100200300400".padEnd(22)],
      // Four characters take eight bytes of twelve.
      `代发工资${" ".repeat(4)}`,
      " ".repeat(30 + 32 + 32 + 3),
      "+0000000000000.000000000BAS",
    ].join("");

  it("writes packets of 130 whose head says totals of the whole and whether more follow (pitfall 21)", () => {
    const { files } = encodeBatch(sbsPacketProfile, batchOf(paymentsOf(133)));
    const texts = files.map((file) => textOf(file, "gbk"));
    // 1 + 2 + … + 133 = 8911 fen.
    expect(
      texts[0]?.startsWith(`${head("1", "0000130", "B240315-01")}0.01|R1|6299990000000000000|张三||`),
    ).toBe(true);
    expect(texts[1]).toBe(
      head("0", "0000003", "B240315-02") +
        "1.31|R131|6299990000000000130|张三||" +
        "1.32|R132|6299990000000000131|张三||" +
        "1.33|R133|6299990000000000132|张三||",
    );
    expect(joinBytes(files[1]?.content ?? []).length - (texts[1]?.length ?? 0)).toBe(4 + 3 * 2);
    expect(readBatch(sbsPacketProfile, files).ok).toBe(true);
  });

  it.each([0, 1])("does not start a batch that lost its packet %i (pitfall 12)", (lost) => {
    const { files } = encodeBatch(sbsPacketProfile, batchOf(paymentsOf(133)));
    const read = readBatch(
      sbsPacketProfile,
      files.filter((_, index) => index !== lost),
    );
    expect(read.issues.map(({ code }) => code)).toEqual(["total-count-differs", "total-amount-differs"]);
  });

  it("refuses a packet that is cut in the middle of a payment", () => {
    const [file] = encodeBatch(sbsPacketProfile, batch).files;
    const content = joinBytes(file?.content ?? []);
    for (const length of [0, 10, content.length - 3, content.length - 12]) {
      const cut = { name: "cut.dat", content: content.subarray(0, length) };
      expect(readBatch(sbsPacketProfile, [cut]).ok).toBe(false);
    }
  });
});
