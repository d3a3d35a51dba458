import { sm2PublicKey } from "@tongchou/core";
import { bytesToHex, hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { describe, expect, it } from "vitest";
import { createSm2Cipher } from "./cipher.js";
import { type RandomBytes, sm2Decrypt, sm2Encrypt, type Sm2CiphertextForm } from "./sm2-encryption.js";

/** GB/T 32918.5-2017, annex A.4 (GM/T 0003.5-2012, annex C): encryption under a given number. */
const sample = {
  privateKey: hexToBytes("3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8"),
  plaintext: utf8ToBytes("encryption standard"),
  ephemeral: hexToBytes("59276e27d506861a16680f3ad9c02dccef3cc1fa3cdbe4ce6d54b80deac1bc21"),
  c1:
    "04ebfc718e8d1798620432268e77feb6415e2ede0e073c0f4f640ecd2e149a73" +
    "e858f9d81e5430a57b36daab8f950a3c64e6ee6a63094d99283aff767e124df0",
  c2: "21886ca989ca9c7d58087307ca93092d651efa",
  c3: "59983c18f809e262923c53aec295d30383b54e39d609d160afcb1908d0bd8766",
};
const publicKey = sm2PublicKey(sample.privateKey);
const { c1, c2, c3 } = sample;
const forms: readonly (readonly [Sm2CiphertextForm, string])[] = [
  [{}, `04${c1}${c3}${c2}`],
  [{ order: "C1C3C2", point: "without-04" }, `${c1}${c3}${c2}`],
  [{ order: "C1C2C3" }, `04${c1}${c2}${c3}`],
  [{ order: "C1C2C3", point: "without-04" }, `${c1}${c2}${c3}`],
];

/** Gives these in turn, and then the last again and again. */
function drawing(...values: readonly Uint8Array[]): RandomBytes {
  let next = 0;
  return () => {
    const value = values[Math.min(next, values.length - 1)] ?? new Uint8Array();
    next += 1;
    return value;
  };
}

describe("the sample of GB/T 32918.5", () => {
  it.each(forms)("is encrypted and decrypted in the form %j", (form, ciphertext) => {
    const randomBytes = drawing(sample.ephemeral);
    expect(bytesToHex(sm2Encrypt(sample.plaintext, publicKey, { ...form, randomBytes }))).toBe(ciphertext);
    const decrypted = sm2Decrypt(hexToBytes(ciphertext), sample.privateKey, form);
    expect(decrypted).toEqual({ ok: true, value: sample.plaintext, issues: [] });
  });
});

describe("sm2Decrypt", () => {
  it("reads what OpenSSL 3.0.19 encrypted", () => {
    const key = hexToBytes("fc5471d315791327c59d2f85071f58337477fcad8a129f87cdd9743f80b196bb");
    const ciphertext = hexToBytes(
      "04de2779c0a5a4aa961d5c7ceef08a1f8a799768209dcf3ab36d9f8c660376ac99664e767be72629" +
        "b4afc97c63cc81c42183d9e0525cc6ee1023a3f84c36230c2947b8b7776dfe9770e17260721c711f" +
        "d64b68c957b480e3f92690ee2ee469610010925c7f8a2474083b",
    );
    expect(sm2Decrypt(ciphertext, key)).toMatchObject({ ok: true, value: utf8ToBytes("hello sm2") });
  });

  const whole = hexToBytes(`04${c1}${c3}${c2}`);
  const changed = (place: number): Uint8Array => whole.map((byte, at) => (at === place ? byte ^ 1 : byte));
  it.each([
    ["a point off the curve", changed(40), {}, "decryption-failed"],
    ["another hash", changed(70), {}, "decryption-failed"],
    ["another text", changed(100), {}, "decryption-failed"],
    ["another lead than 04", changed(0), {}, "decryption-failed"],
    ["the other order", whole, { order: "C1C2C3" }, "decryption-failed"],
    ["a lead that was not agreed", whole, { point: "without-04" }, "decryption-failed"],
    ["a byte cut off", whole.subarray(0, -1), {}, "decryption-failed"],
    ["all of the text cut off", whole.subarray(0, 97), {}, "ciphertext-length"],
    ["nothing", new Uint8Array(), {}, "ciphertext-length"],
  ] as const)("refuses %s", (_, ciphertext, form, code) => {
    expect(sm2Decrypt(ciphertext, sample.privateKey, form).issues.map((issue) => issue.code)).toEqual([code]);
  });

  it("refuses what was encrypted for another key", () => {
    const other = new Uint8Array(32).fill(9);
    expect(sm2Decrypt(whole, other).issues.map(({ code }) => code)).toEqual(["decryption-failed"]);
  });
});

describe("sm2Encrypt", () => {
  it("draws again where a number is none of the curve's", () => {
    const randomBytes = drawing(new Uint8Array(32), new Uint8Array(32).fill(255), sample.ephemeral);
    const ciphertext = sm2Encrypt(sample.plaintext, publicKey, { randomBytes });
    expect(bytesToHex(ciphertext)).toBe(`04${c1}${c3}${c2}`);
  });

  it.each([
    ["a source of noughts", sample.plaintext, publicKey, drawing(new Uint8Array(32))],
    ["an empty text", new Uint8Array(), publicKey, drawing(sample.ephemeral)],
    ["what is no key", sample.plaintext, publicKey.subarray(1), drawing(sample.ephemeral)],
  ])("throws for %s", (_, plaintext, key, randomBytes) => {
    expect(() => sm2Encrypt(plaintext, key, { randomBytes })).toThrow(RangeError);
  });

  it("goes over many blocks of the derived key, both ways", async () => {
    const long = Uint8Array.from({ length: 1000 }, (_, index) => index % 251);
    const keys = { theirPublicKey: publicKey, ourPrivateKey: sample.privateKey };
    const cipher = createSm2Cipher(keys, { order: "C1C2C3", randomBytes: drawing(sample.ephemeral) });
    expect(await cipher.decrypt(await cipher.encrypt(long))).toMatchObject({ ok: true, value: long });
  });
});
