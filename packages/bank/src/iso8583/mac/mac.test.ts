import { createCipheriv, createDecipheriv } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bytesOf, hexOf } from "../__fixtures__/bytes.js";
import { createCodec, iso1987Ascii, unionPayPos } from "../index.js";
import { decodeWithMac, encodeWithMac } from "./authenticated-message.js";
import { createDesCipher, createSm4BlockCipher } from "./block-cipher.js";
import { createHexMac, createX919Mac } from "./mac-algorithm.js";

const unionPayKey = bytesOf("55036372B17543ECB173730768B8D6C4");
const header = { tpdu: "6000030000", application: "603100310100" };

/** One block by OpenSSL; single DES is triple DES with one key three times. */
function openssl(name: string, key: Uint8Array, block: Uint8Array): Uint8Array {
  const cipher = createCipheriv(name, key, null).setAutoPadding(false);
  return new Uint8Array(Buffer.concat([cipher.update(block), cipher.final()]));
}

describe("createDesCipher", () => {
  it("gives the value of FIPS 46's best known example", async () => {
    // J. Orlin Grabbe, "The DES Algorithm Illustrated".
    const cipher = createDesCipher(bytesOf("133457799BBCDFF1"));
    const block = bytesOf("0123456789ABCDEF");
    expect(hexOf(await cipher.encrypt(block))).toBe("85E813540F0AB405");
    expect(await cipher.decrypt(bytesOf("85E813540F0AB405"))).toEqual(block);
  });

  it("agrees with OpenSSL on triple DES", async () => {
    const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
    await fc.assert(
      fc.asyncProperty(bytes(24), bytes(8), async (key, block) => {
        expect(await createDesCipher(key).encrypt(block)).toEqual(openssl("des-ede3", key, block));
        const decipher = createDecipheriv("des-ede3", key, null).setAutoPadding(false);
        const plain = new Uint8Array(Buffer.concat([decipher.update(block), decipher.final()]));
        expect(await createDesCipher(key).decrypt(block)).toEqual(plain);
      }),
      { numRuns: 30 },
    );
  });

  it.each([0, 7, 15, 17, 32])("refuses a key of %i bytes", (length) => {
    expect(() => createDesCipher(new Uint8Array(length))).toThrow(RangeError);
  });
});

describe("createSm4BlockCipher", () => {
  it("gives the value of GB/T 32907-2016, annex A.1", async () => {
    const key = bytesOf("0123456789ABCDEFFEDCBA9876543210");
    expect(hexOf(await createSm4BlockCipher(key).encrypt(key))).toBe("681EDF34D206965E86B3E94F536E4246");
  });
});

describe("createHexMac", () => {
  it("gives the published code of UnionPay's way, from the sum of the blocks on", async () => {
    // csdn zfr_xuexiao66/94665452: the sum 1212B04E1227809C comes to 5FE058DB90680D33, the code to 5FE058DB.
    const mac = await createHexMac(createDesCipher(unionPayKey)).mac(bytesOf("1212B04E1227809C"));
    expect(new TextDecoder().decode(mac)).toBe("5FE058DB");
  });

  it("adds blocks by XOR, the last filled up with zeros", async () => {
    const algorithm = createHexMac(createDesCipher(unionPayKey));
    // 1212B04E1227809C = 1212B04E12270000 + 000000000000809C, and the same with its last block cut short.
    const parts = ["1212B04E12270000000000000000809C", "000000000000809C1212B04E1227"];
    for (const hex of parts) {
      expect(new TextDecoder().decode(await algorithm.mac(bytesOf(hex)))).toBe("5FE058DB");
    }
  });

  it("does the same with SM4 over blocks of 16 bytes", async () => {
    const key = bytesOf("0123456789ABCDEFFEDCBA9876543210");
    const data = bytesOf("00112233445566778899AABBCCDDEEFF01");
    // By hand on OpenSSL: the sum of 00…FF and 01 is 01112233…FF, written in 32 characters.
    const characters = new TextEncoder().encode("01112233445566778899AABBCCDDEEFF");
    const first = openssl("sm4-ecb", key, characters.slice(0, 16));
    const last = openssl(
      "sm4-ecb",
      key,
      first.map((byte, index) => byte ^ (characters[16 + index] ?? 0)),
    );
    const mac = await createHexMac(createSm4BlockCipher(key)).mac(data);
    expect(new TextDecoder().decode(mac)).toBe(hexOf(last).slice(0, 8));
  });
});

describe("createX919Mac", () => {
  it("gives the value of ISO/IEC 9797-1, algorithm 3 with padding 1", async () => {
    const left = createDesCipher(bytesOf("0123456789ABCDEF"));
    const right = createDesCipher(bytesOf("FEDCBA9876543210"));
    const data = new TextEncoder().encode("Now is the time for all ");
    expect(hexOf(await createX919Mac({ left, right }).mac(data))).toBe("A1C72E74EA3FA9B6");
  });

  it("agrees with OpenSSL on texts of any length", async () => {
    const left = unionPayKey.slice(0, 8);
    const right = unionPayKey.slice(8);
    const algorithm = createX919Mac({ left: createDesCipher(left), right: createDesCipher(right) });
    const thrice = Uint8Array.of(...left, ...left, ...left);
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 9, maxLength: 60 }), async (data) => {
        const filled = new Uint8Array(Math.ceil(data.length / 8) * 8);
        filled.set(data);
        // All blocks but the last are chained under one key; triple DES on the last one is the whole rule.
        const chain = createCipheriv("des-ede3-cbc", thrice, Buffer.alloc(8)).setAutoPadding(false);
        const before = chain.update(filled.subarray(0, -8)).subarray(-8);
        const last = filled.subarray(-8).map((byte, index) => byte ^ (before[index] ?? 0));
        expect(await algorithm.mac(data)).toEqual(openssl("des-ede", unionPayKey, last));
      }),
      { numRuns: 30 },
    );
  });

  it("refuses ciphers with longer blocks", () => {
    const sm4 = createSm4BlockCipher(new Uint8Array(16));
    expect(() => createX919Mac({ left: sm4, right: sm4 })).toThrow(RangeError);
  });
});

describe("decodeWithMac", () => {
  const algorithm = createHexMac(createDesCipher(unionPayKey));
  const codec = createCodec(unionPayPos);
  const message = { header, type: "0200", fields: { 3: "290000", 11: "000452", 41: "80879888" } };

  it("covers the message from its type on, whatever the header", async () => {
    const bytes = await encodeWithMac(codec, message, algorithm);
    const other = { ...message, header: { ...header, tpdu: "6000040000" } };
    const again = await encodeWithMac(codec, other, algorithm);
    if (!bytes.ok || !again.ok) throw new Error("not written");
    expect(hexOf(bytes.value.slice(-8))).toBe(hexOf(again.value.slice(-8)));
    const covered = bytes.value.slice(11, -8);
    expect(hexOf(bytes.value.slice(-8))).toBe(hexOf(await algorithm.mac(covered)));
    expect((await decodeWithMac(codec, bytes.value, algorithm)).ok).toBe(true);
  });

  it("refuses a message of which one bit changed, a message without a code, and another key", async () => {
    const bytes = await encodeWithMac(codec, message, algorithm);
    if (!bytes.ok) throw new Error("not written");
    const changed = bytes.value.slice();
    changed[25] = (changed[25] ?? 0) ^ 1;
    const codes = async (content: Uint8Array, key = unionPayKey) => {
      const result = await decodeWithMac(codec, content, createHexMac(createDesCipher(key)));
      return result.issues.map(({ code }) => code);
    };
    expect(await codes(changed)).toEqual(["iso8583-mac-wrong"]);
    expect(await codes(bytes.value, bytesOf("00000000000000000000000000000001"))).toEqual([
      "iso8583-mac-wrong",
    ]);
    const without = codec.encode(message);
    expect(await codes(without.ok ? without.value : new Uint8Array())).toEqual(["iso8583-field-missing"]);
  });

  it("writes the code in hexadecimal digits where the dialect does", async () => {
    const ascii = createCodec(iso1987Ascii);
    const bytes = await encodeWithMac(ascii, { type: "0800", fields: { 70: "301" } }, algorithm);
    expect(bytes.ok && (await decodeWithMac(ascii, bytes.value, algorithm)).ok).toBe(true);
    const { macField: _, ...plain } = iso1987Ascii;
    await expect(encodeWithMac(createCodec(plain), message, algorithm)).rejects.toThrow(RangeError);
  });
});
