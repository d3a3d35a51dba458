import { describe, expect, it } from "vitest";
import { createSm4Cipher } from "../crypto/index.js";
import { encodeAccepted } from "../encoding.js";
import { mutated } from "./__fixtures__/mutated.js";
import { createCmbEnvelope } from "./cmb/cmb-envelope.js";
import { createIcbcEnvelope } from "./icbc/icbc-envelope.js";

const runs = Number(process.env["TONGCHOU_FUZZ_RUNS"] ?? 10_000);
const gbk = (text: string): Uint8Array => encodeAccepted(text, "gb18030");

describe("changed answers in envelopes", () => {
  const key = new TextEncoder().encode("VuAzSWQhsoNqzn0K");
  const cipher = createSm4Cipher(key, { mode: { kind: "cbc", iv: key } });
  // Any answer counts as signed, so that what stands behind the signature is reached.
  const verifier = { verify: (): Promise<boolean> => Promise.resolve(true) };
  const signer = { sign: (): Promise<Uint8Array> => Promise.resolve(new Uint8Array(64)) };
  const cmb = createCmbEnvelope({ signer, verifier, cipher });
  const icbc = createIcbcEnvelope(signer);
  const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");

  it("are opened or refused with an issue, and never throw", async () => {
    const text = gbk('{"response":{"head":{}},"signature":{"sigdat":"AAAA","sigtim":"1"}}');
    const zip = "H4sIAAAAAAAAA7MpSrGzKUqxs9EHUgDtKzSpEQAAAA==";
    const answers = [
      [cmb, gbk(base64(await cipher.encrypt(text)))],
      [icbc, gbk(`reqData=${base64(gbk(`<CMS><zip>${zip}</zip></CMS>`))}`)],
    ] as const;
    for (const [envelope, answer] of answers) {
      for (const bytes of mutated(answer, runs / 2)) {
        const opened = await envelope.open(bytes);
        if (!opened.ok && opened.issues.length === 0) expect(opened).toBeUndefined();
      }
    }
    for (const plain of mutated(text, runs / 2)) {
      const opened = await cmb.open(gbk(base64(await cipher.encrypt(plain))));
      if (!opened.ok && opened.issues.length === 0) expect(opened).toBeUndefined();
    }
  });
});
