import { bytesToHex, hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { describe, expect, it } from "vitest";
import {
  isSm2PrivateKey,
  isSm2PublicKey,
  messageDigest,
  sm2DefaultUserId,
  sm2PublicKey,
  sm2SharedPoint,
  sm2Sign,
  sm2SignDigest,
  sm2Verify,
  userDigest,
} from "./sm2.js";

/** GB/T 32918.5-2017, annex A.2: signature with the user id 1234567812345678. */
const sample = {
  privateKey: hexToBytes("3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8"),
  publicKey: hexToBytes(
    "0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020" +
      "ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13",
  ),
  message: { message: utf8ToBytes("message digest"), userId: sm2DefaultUserId },
  userDigest: "b2e14c5c79c6df5b85f4fe7ed8db7a262b9da7e07ccb0ea9f4747b8ccda8a4f3",
  digest: "f0b43e94ba45accaace692ed534382eb17e6ab5a19ce7b31f4486fdfc0d28640",
  nonce: 0x59276e27d506861a16680f3ad9c02dccef3cc1fa3cdbe4ce6d54b80deac1bc21n,
  signature:
    "f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3" +
    "b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa",
};
const order = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n;
const secret = BigInt(`0x${bytesToHex(sample.privateKey)}`);
const bytesOf = (value: bigint): Uint8Array => hexToBytes(value.toString(16).padStart(64, "0"));

describe("the sample of GB/T 32918.5", () => {
  it("has its public key, its user's digest and its message's digest", () => {
    expect(sm2PublicKey(sample.privateKey)).toEqual(sample.publicKey);
    expect(bytesToHex(userDigest(sm2DefaultUserId, sample.publicKey))).toBe(sample.userDigest);
    expect(bytesToHex(messageDigest(sample.message, sample.publicKey))).toBe(sample.digest);
  });

  it("has its signature under its nonce", () => {
    const signature = sm2SignDigest(hexToBytes(sample.digest), secret, sample.nonce);
    expect(bytesToHex(signature ?? new Uint8Array())).toBe(sample.signature);
  });

  it("verifies", () => {
    expect(sm2Verify(sample.message, hexToBytes(sample.signature), sample.publicKey)).toBe(true);
  });

  it.each([
    ["the message", { message: { ...sample.message, message: utf8ToBytes("message digesu") } }],
    ["the user id", { message: { ...sample.message, userId: "1234567812345679" } }],
    ["r", { signature: `e${sample.signature.slice(1)}` }],
    ["s", { signature: `${sample.signature.slice(0, -1)}b` }],
    ["r by nought", { signature: `${"0".repeat(64)}${sample.signature.slice(64)}` }],
    ["s by nought", { signature: `${sample.signature.slice(0, 64)}${"0".repeat(64)}` }],
    ["r by one beyond the order", { signature: `${"f".repeat(64)}${sample.signature.slice(64)}` }],
    ["s by one beyond the order", { signature: `${sample.signature.slice(0, 64)}${"f".repeat(64)}` }],
    ["the signature by one that is too short", { signature: sample.signature.slice(2) }],
    ["the public key", { publicKey: sm2PublicKey(bytesOf(secret + 1n)) }],
    ["the public key by no point", { publicKey: Uint8Array.of(4, ...bytesOf(1n), ...bytesOf(1n)) }],
    ["the public key by too short a one", { publicKey: sample.publicKey.subarray(0, 64) }],
  ])("does not verify with another value for %s", (_, change) => {
    const { message, signature, publicKey } = { ...sample, ...change };
    expect(sm2Verify(message, hexToBytes(signature), publicKey)).toBe(false);
  });
});

describe("sm2Sign", () => {
  it("gives a signature that verifies, the same each time, another for each message, key and user", () => {
    const signed = sm2Sign(sample.message, sample.privateKey);
    expect(sm2Verify(sample.message, signed, sample.publicKey)).toBe(true);
    expect(sm2Sign(sample.message, sample.privateKey)).toEqual(signed);
    const others = [
      sm2Sign({ ...sample.message, message: utf8ToBytes("") }, sample.privateKey),
      sm2Sign({ ...sample.message, userId: "ALICE123@YAHOO.COM" }, sample.privateKey),
      sm2Sign(sample.message, bytesOf(secret + 1n)),
    ];
    const nonces = [signed, ...others].map((signature) => bytesToHex(signature.subarray(0, 32)));
    expect(new Set(nonces).size).toBe(4);
  });
});

describe("keys", () => {
  it.each([
    ["nought", bytesOf(0n), false],
    ["one", bytesOf(1n), true],
    ["n − 2", bytesOf(order - 2n), true],
    ["n − 1, for which 1 + d has no inverse", bytesOf(order - 1n), false],
    ["n", bytesOf(order), false],
    ["31 bytes", new Uint8Array(31).fill(1), false],
    ["33 bytes", new Uint8Array(33).fill(1), false],
  ])("%s: private key %s", (_, bytes, isKey) => {
    expect(isSm2PrivateKey(bytes)).toBe(isKey);
    if (!isKey) expect(() => sm2PublicKey(bytes)).toThrow(RangeError);
  });

  it("a public key is a point of the curve with both coordinates", () => {
    expect(isSm2PublicKey(sample.publicKey)).toBe(true);
    expect(isSm2PublicKey(Uint8Array.of(...sample.publicKey.subarray(0, 64), 0))).toBe(false);
    expect(isSm2PublicKey(Uint8Array.of(2, ...sample.publicKey.subarray(1, 33)))).toBe(false);
  });

  it("a user id longer than its length can say throws", () => {
    expect(() => userDigest("x".repeat(8192), sample.publicKey)).toThrow(RangeError);
  });
});

describe("sm2SharedPoint", () => {
  it("is no point with what is no public key", () => {
    expect(sm2SharedPoint(sample.privateKey, sample.publicKey.subarray(1))).toBeUndefined();
    const offCurve = Uint8Array.of(4, ...bytesOf(1n), ...bytesOf(1n));
    expect(sm2SharedPoint(sample.privateKey, offCurve)).toBeUndefined();
  });

  it("is the generator's multiple by the product of both keys", () => {
    const product = bytesOf((secret * 7n) % order);
    expect(sm2SharedPoint(bytesOf(7n), sample.publicKey)).toEqual(sm2PublicKey(product));
  });
});
