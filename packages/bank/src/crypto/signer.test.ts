import { sm2PublicKey } from "@tongchou/core";
import { bytesToHex, hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createSm2Signer, createSm2Verifier } from "./signer.js";
import { signatureFromDer, signatureToDer } from "./signature-der.js";

/** GB/T 32918.5-2017, annex A.2. */
const privateKey = hexToBytes("3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8");
const publicKey = sm2PublicKey(privateKey);
const r = "f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3";
const s = "b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa";
const message = utf8ToBytes("message digest");
const der = `3046022100${r}022100${s}`;

describe("createSm2Verifier", () => {
  it.each([
    ["raw", `${r}${s}`, true],
    ["der", der, true],
    ["der", `${r}${s}`, false],
    ["raw", der, false],
    ["raw", `${s}${r}`, false],
    ["der", `${der}00`, false],
  ] as const)(
    "takes the published signature in the form agreed: %s, %s",
    async (form, signature, isValid) => {
      const verifier = createSm2Verifier(publicKey, { form });
      expect(await verifier.verify(message, hexToBytes(signature))).toBe(isValid);
    },
  );

  it("wants the user id that was signed along", async () => {
    const signature = await createSm2Signer(privateKey, { form: "raw", userId: "N002466353000000" }).sign(
      message,
    );
    const verify = (userId?: string): Promise<boolean> =>
      createSm2Verifier(publicKey, { form: "raw", userId }).verify(message, signature);
    expect(await verify("N002466353000000")).toBe(true);
    expect(await verify()).toBe(false);
  });

  it("throws for what is no key", () => {
    expect(() => createSm2Verifier(publicKey.subarray(1), { form: "raw" })).toThrow(RangeError);
    expect(() => createSm2Signer(new Uint8Array(32), { form: "raw" })).toThrow(RangeError);
  });
});

describe("a signature that OpenSSL 3.0.19 made", () => {
  // openssl pkeyutl -sign -rawin -digest sm3 -pkeyopt distid:N002466353000000
  const key = hexToBytes("fc5471d315791327c59d2f85071f58337477fcad8a129f87cdd9743f80b196bb");
  const signature = hexToBytes(
    "3046022100f8bce374ae5a87d57c0a3a8bcf0a6497827734d76689658da13c682d7c5660aa022100" +
      "faa84f527aef4960a50505ad46a15c50e19619f4abe381a5a30d4ffa9716ea45",
  );

  it("holds under the same user id", async () => {
    const verifier = createSm2Verifier(sm2PublicKey(key), { form: "der", userId: "N002466353000000" });
    expect(await verifier.verify(utf8ToBytes("hello sm2"), signature)).toBe(true);
  });
});

describe("signatures in DER", () => {
  it("are the published bytes", () => {
    expect(bytesToHex(signatureToDer(hexToBytes(`${r}${s}`)))).toBe(der);
  });

  // X.690: integers are as short as they can be, and positive ones do not begin with a set bit.
  it.each([
    ["another tag", `3146${der.slice(4)}`],
    ["a length that is too long", `3047${der.slice(4)}`],
    ["a length in two bytes", `308146${der.slice(4)}`],
    ["a negative integer", `30450220${r}022100${s}`],
    ["an integer with a nought too many", "300702020001020101"],
    ["an integer of 33 significant bytes", `3046022101${r}022100${s}`],
    ["an empty integer", "30050200020101"],
    ["one integer only", "3003020101"],
    ["three integers", "3009020101020101020101"],
    ["nothing", ""],
  ])("are refused with %s", (_, bytes) => {
    expect(signatureFromDer(hexToBytes(bytes)).issues.map(({ code }) => code)).toEqual(["signature-form"]);
  });

  it("hold any r and s, and whatever is read writes the same", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 64, maxLength: 64 }), (raw) => {
        expect(signatureFromDer(signatureToDer(raw))).toMatchObject({ ok: true, value: raw });
      }),
    );
    const start = hexToBytes(der);
    const change = fc.tuple(fc.nat(start.length - 1), fc.nat(255), fc.nat(start.length));
    fc.assert(
      fc.property(fc.array(change, { maxLength: 3 }), (changes) => {
        const bytes = start.slice();
        for (const [place, value] of changes) bytes[place] = value;
        const cut = bytes.subarray(0, changes[0]?.[2] ?? bytes.length);
        const result = signatureFromDer(cut);
        if (result.ok) expect(signatureToDer(result.value)).toEqual(cut);
      }),
      { numRuns: Number(process.env["TONGCHOU_FUZZ_RUNS"] ?? 10_000) },
    );
  });
});
