import { createCipheriv } from "node:crypto";
import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sm4Decrypt, sm4Encrypt, type Sm4Options } from "./sm4.js";
import { cryptSm4Block, expandSm4Key } from "./sm4-block.js";

/** GB/T 32907-2016, annex A: key and text are the same. */
const sample = hexToBytes("0123456789abcdeffedcba9876543210");
const isLongRun = process.env["TONGCHOU_FUZZ_RUNS"] !== undefined;

function byOpenSsl(text: Uint8Array, key: Uint8Array, iv: Uint8Array | null, padding = true): Uint8Array {
  const cipher = createCipheriv(iv === null ? "sm4-ecb" : "sm4-cbc", key, iv);
  cipher.setAutoPadding(padding);
  return Uint8Array.from([...cipher.update(text), ...cipher.final()]);
}

function rounds(count: number): string {
  const block = sample.slice();
  const view = new DataView(block.buffer);
  const keys = expandSm4Key(sample, "encrypt");
  for (let round = 0; round < count; round += 1) cryptSm4Block(keys, view, 0);
  return bytesToHex(block);
}

describe("the samples of GB/T 32907", () => {
  it("A.1: one encryption, and back", () => {
    const options = { mode: "ecb", padding: "none" } as const;
    const ciphertext = sm4Encrypt(sample, sample, options);
    expect(bytesToHex(ciphertext)).toBe("681edf34d206965e86b3e94f536e4246");
    expect(sm4Decrypt(ciphertext, sample, options)).toMatchObject({ ok: true, value: sample });
  });

  it.runIf(isLongRun)("A.2: a million encryptions", () => {
    expect(rounds(1_000_000)).toBe("595298c7c6fd271f0402f804c33d3f66");
  });
});

describe("sm4Encrypt", () => {
  const bytes16 = fc.uint8Array({ minLength: 16, maxLength: 16 });

  it("agrees with OpenSSL in both modes on any bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), bytes16, bytes16, (text, key, iv) => {
        const cbc: Sm4Options = { mode: { kind: "cbc", iv } };
        expect(sm4Encrypt(text, key, { mode: "ecb" })).toEqual(byOpenSsl(text, key, null));
        expect(sm4Encrypt(text, key, cbc)).toEqual(byOpenSsl(text, key, iv));
        expect(sm4Decrypt(byOpenSsl(text, key, iv), key, cbc)).toMatchObject({ ok: true, value: text });
        expect(sm4Decrypt(byOpenSsl(text, key, null), key, { mode: "ecb" })).toMatchObject({ value: text });
      }),
    );
  });

  it("leaves what it is given as it was, also a part of a larger buffer", () => {
    const text = sample.slice();
    const iv = sample.slice();
    sm4Encrypt(text.subarray(0, 16), sample, { mode: { kind: "cbc", iv }, padding: "none" });
    expect([text, iv]).toEqual([sample, sample]);
    const larger = Uint8Array.of(9, ...sample, 9);
    expect(
      sm4Encrypt(larger.subarray(1, 17), larger.subarray(1, 17), { mode: "ecb", padding: "none" }),
    ).toEqual(hexToBytes("681edf34d206965e86b3e94f536e4246"));
  });

  it.each([
    ["a key of 15 bytes", sample.subarray(1), { mode: "ecb" }],
    ["a vector of 17 bytes", sample, { mode: { kind: "cbc", iv: new Uint8Array(17) } }],
    ["without padding 5 bytes", sample, { mode: "ecb", padding: "none" }],
  ] as const)("throws for %s", (_, key, options) => {
    expect(() => sm4Encrypt(new Uint8Array(5), key, options)).toThrow(RangeError);
  });
});

describe("sm4Decrypt", () => {
  const iv = new Uint8Array(16).fill(3);
  const options: Sm4Options = { mode: { kind: "cbc", iv } };
  const whole = byOpenSsl(new Uint8Array(20).fill(0x41), sample, iv);
  const padded = (last: number): Uint8Array => byOpenSsl(new Uint8Array(16).fill(last), sample, iv, false);

  it.each([
    ["cut by a byte", whole.subarray(0, 31), "ciphertext-length"],
    ["cut within the second block", whole.subarray(0, 17), "ciphertext-length"],
    ["empty", new Uint8Array(0), "ciphertext-length"],
    ["cut by a block", whole.subarray(0, 16), "decryption-failed"],
    ["with a padding of nought bytes", padded(0), "decryption-failed"],
    ["with a padding longer than a block", padded(17), "decryption-failed"],
    [
      "with a padding that is not all alike",
      byOpenSsl(Uint8Array.of(...Array(14).keys(), 1, 2), sample, iv, false),
      "decryption-failed",
    ],
  ])("refuses what is %s", (_, ciphertext, code) => {
    expect(sm4Decrypt(ciphertext, sample, options).issues.map((issue) => issue.code)).toEqual([code]);
  });

  it("takes a padding of a whole block", () => {
    expect(sm4Decrypt(padded(16), sample, options)).toMatchObject({ ok: true, value: new Uint8Array(0) });
  });

  it("never throws, whatever the bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        const result = sm4Decrypt(bytes, sample, options);
        if (result.ok) expect(sm4Encrypt(result.value, sample, options)).toEqual(bytes);
      }),
      { numRuns: 10_000 },
    );
  });
});
