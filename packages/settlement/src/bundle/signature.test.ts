import { createPrivateKey, createPublicKey, sign as nodeSign, verify as nodeVerify } from "node:crypto";
import { bytesToHex, hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  createSigner,
  createVerifier,
  isPrivateKey,
  isPublicKey,
  keyIdOf,
  publicKeyOf,
} from "./signature.js";

/** RFC 8032, section 7.1: tests 1, 2 and 3. */
const rfc8032 = [
  [
    "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
    "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
    "",
    "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
  ],
  [
    "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
    "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
    "72",
    "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
  ],
  [
    "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
    "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
    "af82",
    "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
  ],
] as const;

const algorithms = ["Ed25519", "SM2"] as const;
const privateKey = new Uint8Array(32).fill(7);

describe("Ed25519", () => {
  it.each(rfc8032)(
    "has the public key and the signature of RFC 8032 for %s",
    async (seed, key, message, signed) => {
      const secret = hexToBytes(seed);
      expect(bytesToHex(publicKeyOf("Ed25519", secret))).toBe(key);
      expect(bytesToHex(await createSigner("Ed25519", secret).sign(hexToBytes(message)))).toBe(signed);
      const verifier = createVerifier("Ed25519", hexToBytes(key));
      expect(await verifier.verify(hexToBytes(message), hexToBytes(signed))).toBe(true);
    },
  );

  it("does not verify with S raised by the group's order (RFC 8032, section 5.1.7)", async () => {
    const [, key, message, signed] = rfc8032[0];
    const order = 2n ** 252n + 27742317777372353535851937790883648493n;
    const bytes = hexToBytes(signed);
    let raised = BigInt(`0x${bytesToHex(bytes.slice(32).reverse())}`) + order;
    for (let index = 32; index < 64; index += 1) {
      bytes[index] = Number(raised & 0xffn);
      raised >>= 8n;
    }
    expect(await createVerifier("Ed25519", hexToBytes(key)).verify(hexToBytes(message), bytes)).toBe(false);
  });

  it("signs and verifies as OpenSSL does", async () => {
    const head = hexToBytes("302e020100300506032b657004220420");
    const der = Buffer.concat([head, privateKey]);
    const openSslKey = createPrivateKey({ key: der, format: "der", type: "pkcs8" });
    const message = utf8ToBytes("结算单");
    const signed = await createSigner("Ed25519", privateKey).sign(message);
    expect(Buffer.from(signed)).toEqual(nodeSign(null, message, openSslKey));
    expect(nodeVerify(null, message, createPublicKey(openSslKey), signed)).toBe(true);
  });
});

describe.each(algorithms)("createSigner and createVerifier for %s", (algorithm) => {
  const publicKey = publicKeyOf(algorithm, privateKey);
  const signer = createSigner(algorithm, privateKey);
  const verifier = createVerifier(algorithm, publicKey);

  it("share the name of the key", () => {
    expect([signer.keyId, signer.algorithm]).toEqual([keyIdOf(publicKey), algorithm]);
    expect([verifier.keyId, verifier.algorithm]).toEqual([keyIdOf(publicKey), algorithm]);
  });

  it("agree on any bytes, and on no other bytes", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1 }), fc.nat(), async (bytes, place) => {
        const signed = await signer.sign(bytes);
        expect(await verifier.verify(bytes, signed)).toBe(true);
        expect(await verifier.verify(flipped(bytes, place), signed)).toBe(false);
        expect(await verifier.verify(bytes, flipped(signed, place))).toBe(false);
      }),
      { numRuns: 20 },
    );
  });

  it.each([0, 63, 65])("takes %i bytes for no signature", async (length) => {
    expect(await verifier.verify(Uint8Array.of(1), new Uint8Array(length).fill(1))).toBe(false);
  });

  it("takes no other bytes for a key", async () => {
    expect(isPrivateKey(algorithm, privateKey)).toBe(true);
    expect(isPrivateKey(algorithm, privateKey.subarray(1))).toBe(false);
    expect(() => publicKeyOf(algorithm, privateKey.subarray(1))).toThrow(RangeError);
    expect(isPublicKey(algorithm, publicKey)).toBe(true);
    expect(isPublicKey(algorithm, publicKey.subarray(1))).toBe(false);
    const signed = await signer.sign(Uint8Array.of(1));
    expect(await createVerifier(algorithm, publicKey.subarray(1)).verify(Uint8Array.of(1), signed)).toBe(
      false,
    );
  });
});

it("SM2 binds the user id, the standard's where none is given", async () => {
  const bytes = Uint8Array.of(1, 2, 3);
  const signed = await createSigner("SM2", privateKey, { userId: "jiujiang" }).sign(bytes);
  const publicKey = publicKeyOf("SM2", privateKey);
  expect(await createVerifier("SM2", publicKey, { userId: "jiujiang" }).verify(bytes, signed)).toBe(true);
  expect(await createVerifier("SM2", publicKey).verify(bytes, signed)).toBe(false);
  const byDefault = await createSigner("SM2", privateKey).sign(bytes);
  const named = createVerifier("SM2", publicKey, { userId: "1234567812345678" });
  expect(await named.verify(bytes, byDefault)).toBe(true);
});

function flipped(bytes: Uint8Array, place: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy[place % copy.length] = (copy[place % copy.length] ?? 0) ^ (1 << (place % 8));
  return copy;
}
