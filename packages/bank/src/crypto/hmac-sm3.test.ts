import { createHmac } from "node:crypto";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hmacSm3 } from "./hmac-sm3.js";

describe("hmacSm3", () => {
  it("agrees with OpenSSL on any key and message, also keys longer than a block", () => {
    const bytes = fc.uint8Array({ maxLength: 150 });
    fc.assert(
      fc.property(bytes, bytes, (message, key) => {
        expect(bytesToHex(hmacSm3(message, key))).toBe(createHmac("sm3", key).update(message).digest("hex"));
      }),
    );
  });

  // GM/T 0042-2015, annex D.3.
  it.each([
    [
      counting(32),
      utf8ToBytes("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".repeat(2)),
      "ca05e144ed05d1857840d1f318a4a8669e559fc8391f414485bfdf7bb408963a",
    ],
    [
      counting(37),
      new Uint8Array(50).fill(0xcd),
      "220bf579ded555393f0159f66c99877822a3ecf610d1552154b41d44b94db3ae",
    ],
    [
      new Uint8Array(32).fill(0x0b),
      utf8ToBytes("Hi There"),
      "c0ba18c68b90c88bc07de794bfc7d2c8d19ec31ed8773bc2b390c9604e0be11e",
    ],
    [
      utf8ToBytes("Jefe"),
      utf8ToBytes("what do ya want for nothing?"),
      "2e87f1d16862e6d964b50a5200bf2b10b764faa9680a296a2405f24bec39f882",
    ],
  ])("gives the published value of case %#", (key, message, value) => {
    expect(bytesToHex(hmacSm3(message, key))).toBe(value);
  });
});

function counting(length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, index) => index + 1);
}
