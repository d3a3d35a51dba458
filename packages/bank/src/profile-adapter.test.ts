import { describe, expect, it } from "vitest";
import { exampleBank } from "./__fixtures__/example-bank.js";
import { batchOf, paymentOf } from "./__fixtures__/payments.js";
import { encodeAccepted } from "./encoding.js";
import { createProfileAdapter } from "./profile-adapter.js";
import { delimitedProfile } from "./profiles/tongchou.js";
import { joinBytes } from "./reading/file-lines.js";

describe("createProfileAdapter", () => {
  it("says what the bank takes", () => {
    const { id, limits, provenance } = createProfileAdapter(exampleBank);
    expect(id).toBe("example-bank.payroll@1");
    expect(limits).toEqual({
      rowsPerFile: 1000,
      amountPerPaymentFen: 5_000_000,
      payeeNameBytes: 50,
      encodings: ["gbk"],
    });
    expect(provenance.verifiedBy).toBeNull();
  });

  it("has no limits that the profile does not have", () => {
    const { limits } = createProfileAdapter(delimitedProfile);
    expect([limits.rowsPerFile, limits.amountPerPaymentFen]).toEqual([undefined, undefined]);
  });

  it("throws for a profile that leaves the unit open", () => {
    const { amountUnit, ...layout } = exampleBank.payment.layout;
    const payment = { ...exampleBank.payment, layout: layout as typeof exampleBank.payment.layout };
    expect(amountUnit).toBe("yuan");
    expect(() => createProfileAdapter({ ...exampleBank, payment })).toThrow(/fen or yuan/);
  });

  it("writes files that can be gone through twice", async () => {
    const { files } = await createProfileAdapter(delimitedProfile).encode(batchOf([paymentOf()]));
    const [content] = files.map((file) => file.content);
    expect(joinBytes(content ?? [])).toEqual(joinBytes(content ?? []));
    expect(joinBytes(content ?? []).length).toBeGreaterThan(100);
  });

  it("reads bytes, chunks and streams alike", async () => {
    const adapter = createProfileAdapter(delimitedProfile);
    const text = "H|B1|1|5\r\nD|1|R1|6299990000000000005|李東|5|PAID|\r\nT|1|5\r\n";
    const bytes = encodeAccepted(text, "gb18030");
    const chunks = Array.from({ length: bytes.length }, (_, at) => bytes.subarray(at, at + 1));
    async function* stream(): AsyncGenerator<Uint8Array> {
      for (const chunk of chunks) yield await Promise.resolve(chunk);
    }
    const whole = await adapter.decode({ name: "answer.txt", content: bytes });
    expect(whole).toMatchObject({ ok: true, value: { outcomes: [{ status: "paid", payeeName: "李東" }] } });
    expect(await adapter.decode({ name: "answer.txt", content: chunks })).toEqual(whole);
    expect(await adapter.decode({ name: "answer.txt", content: stream() })).toEqual(whole);
  });
});
