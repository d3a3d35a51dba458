import { fen } from "@tongchou/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type BankEncoding, encodeText } from "../encoding.js";
import { writeAmount } from "./amount-text.js";
import { ByteWriter } from "./byte-writer.js";

const encodings: readonly BankEncoding[] = ["gb18030", "gbk", "utf-8"];
const text = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.constantFrom("李東|\r\n", "王䶮", "𬭚a", "·", "\u{E863}"),
);

describe("ByteWriter", () => {
  it.each(encodings)("writes in %s what the encoding's library writes", (encoding) => {
    fc.assert(
      fc.property(fc.array(text), (texts) => {
        const accepted = texts.filter((one) => encodeText(one, encoding).ok);
        const writer = new ByteWriter(encoding);
        for (const one of accepted) writer.write(one);
        const whole = encodeText(accepted.join(""), encoding);
        expect(whole.ok && whole.value).toEqual(writer.take());
      }),
    );
  });

  it("grows with what is written, and begins anew when it is taken", () => {
    const writer = new ByteWriter("gbk");
    const long = "東".repeat(100_000);
    writer.write("a");
    writer.write(long);
    expect(writer.take()).toHaveLength(200_001);
    writer.write("b");
    expect([...writer.take()]).toEqual([0x62]);
  });

  it("writes numbers as amounts are written", () => {
    fc.assert(
      fc.property(fc.nat({ max: 999_999_999_999_999 }), fc.boolean(), (value, isYuan) => {
        const writer = new ByteWriter("gbk");
        writer.writeNumber(value, isYuan ? 2 : 0);
        const expected = writeAmount(fen(value), isYuan ? "yuan" : "fen");
        expect(String.fromCharCode(...writer.take())).toBe(expected);
      }),
    );
  });

  it.each([
    [0, 0, "0"],
    [0, 2, "0.00"],
    [7, 2, "0.07"],
    [10, 0, "10"],
    [99, 2, "0.99"],
    [100, 2, "1.00"],
    [Number.MAX_SAFE_INTEGER, 2, "90071992547409.91"],
  ] as const)("writes %i with %i decimals as %s", (value, decimals, expected) => {
    const writer = new ByteWriter("utf-8");
    writer.writeNumber(value, decimals);
    expect(String.fromCharCode(...writer.take())).toBe(expected);
  });
});
