import { describe, expect, it } from "vitest";
import { paymentsOf } from "../__fixtures__/payments.js";
import type { BankChannel } from "../channel.js";
import { encodeAccepted } from "../encoding.js";
import { messageText, submittedBatch } from "./__fixtures__/messages.js";
import { createBocChannel } from "./boc/boc-channel.js";
import { createCmbChannel } from "./cmb/cmb-channel.js";
import { totalsHold } from "./held-totals.js";
import { createIcbcChannel } from "./icbc/icbc-channel.js";

describe("totalsHold", () => {
  it.each([
    ["2", "3", ["1", "2"], true],
    ["2", "4", ["1", "2"], false],
    ["3", "3", ["1", "2"], false],
    ["2", "3", ["1", "2.0"], false],
    ["2", "3", ["3", undefined], false],
    [undefined, undefined, [], false],
    ["0", "0", [], true],
  ] as const)("%s rows of %s fen, %j: %s", (count, amount, amounts, holds) => {
    expect(totalsHold({ count, amount }, amounts, "fen")).toBe(holds);
  });
});

const boc = { terminalId: "1", customerId: "1", operatorId: "1", payerBankNumber: "1", use: "E" } as const;
const channels: readonly (readonly [name: string, channel: BankChannel, from: string, to: string])[] = [
  ["ICBC", createIcbcChannel({ cis: "1", userId: "p", settleMode: "2" }), "<PayAmt>2<", "<PayAmt>3<"],
  ["BOC", createBocChannel({ ...boc, cardType: "7" }), "<pydamt>0.02<", "<pydamt>0.03<"],
  [
    "BOC, another number",
    createBocChannel({ ...boc, cardType: "7" }),
    "<insid>B240315-01<",
    "<insid>B240315-02<",
  ],
  [
    "CMB",
    createCmbChannel({ uid: "N002466353", businessCode: "N03010", businessMode: "00001", usage: "工资" }),
    '"trsamt":"0.02"',
    '"trsamt":"0.03"',
  ],
];

describe("a message that was changed after it was written", () => {
  it.each(channels)("is not sent: %s", async (_, channel, from, to) => {
    const { files } = await channel.encode(submittedBatch(paymentsOf(2)));
    const file = files[0];
    if (file === undefined) throw new Error("no file");
    const [encoding = "utf-8"] = channel.limits.encodings;
    const text = messageText(file, encoding);
    expect(text).toContain(from);
    expect(channel.messageOf(file).idempotencyKey).toBe("B240315-01");
    const content = [encodeAccepted(text.replace(from, to), encoding)];
    expect(() => channel.messageOf({ ...file, content })).toThrow(RangeError);
  });
});
