import { createHash } from "node:crypto";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sm3 } from "./sm3.js";

describe("sm3", () => {
  it.each([
    ["GB/T 32905-2016, A.1", "abc", "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"],
    [
      "GB/T 32905-2016, A.2",
      "abcd".repeat(16),
      "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732",
    ],
  ])("gives the value of %s", (_, message, digest) => {
    expect(bytesToHex(sm3(utf8ToBytes(message)))).toBe(digest);
  });

  it.each([0, 1, 54, 55, 56, 63, 64, 65, 119, 120, 128])("pads %i bytes as OpenSSL does", (length) => {
    const message = new Uint8Array(length).fill(0xa5);
    expect(bytesToHex(sm3(message))).toBe(createHash("sm3").update(message).digest("hex"));
  });

  it("agrees with OpenSSL on any bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (message) => {
        expect(bytesToHex(sm3(message))).toBe(createHash("sm3").update(message).digest("hex"));
      }),
    );
  });

  it("reads a message that is a part of a larger buffer", () => {
    const whole = utf8ToBytes("xxabcxx");
    expect(sm3(whole.subarray(2, 5))).toEqual(sm3(utf8ToBytes("abc")));
  });
});
