import { fen, plainDate } from "@tongchou/core";
import { describe, expect, it } from "vitest";
import {
  answerType,
  confirmationRequest,
  createCodec,
  type IsoMessage,
  messageDates,
  networkRequest,
  paymentOutcome,
  paymentRequest,
  reversalRequest,
  unionPayFollowUps,
  unionPayInterInstitution,
  unionPayPos,
  unionPayResponseCodes,
  verificationRequest,
  verificationResult,
} from "../index.js";

const origin = {
  trace: "000452",
  sentAt: "2024-12-31T23:59:58",
  acquirer: "00010000",
  forwarder: "00010000",
  retrieval: "241231000452",
  terminal: "80879888",
  merchant: "086057780879888",
};
const account = "6299990000000000005";
const payment = paymentRequest(origin, { account, amountFen: fen(350_000) });

function answerTo({ type, fields }: IsoMessage, code: string, others = {}): IsoMessage {
  return { type: answerType(type), fields: { ...fields, 39: code, ...others } };
}

describe("requests", () => {
  // Q/CUP 006.6-2015, tables B.1 and B.3: message type, first digits of field 3, field 25, field 70.
  it.each([
    [verificationRequest(origin, account), "0100", "33", "00", undefined],
    [payment, "0200", "29", "00", undefined],
    [confirmationRequest(origin, payment), "0220", "29", "68", undefined],
    [reversalRequest(origin, payment), "0420", "29", "00", undefined],
    [networkRequest(origin, "sign-on"), "0820", "", undefined, "001"],
    [networkRequest(origin, "sign-off"), "0820", "", undefined, "002"],
    [networkRequest(origin, "reset-key"), "0820", "", undefined, "101"],
    [networkRequest(origin, "cut-over-begin"), "0820", "", undefined, "201"],
    [networkRequest(origin, "cut-over-end"), "0820", "", undefined, "202"],
    [networkRequest(origin, "echo"), "0820", "", undefined, "301"],
  ])("%# have the network's codes", (request, type, processing, condition, network) => {
    const { fields } = request;
    const code = typeof fields[3] === "string" ? fields[3] : "";
    expect([request.type, code.slice(0, 2), fields[25], fields[70]]).toEqual([
      type,
      processing,
      condition,
      network,
    ]);
    const header = {
      version: "01",
      destination: "00010000   ",
      source: "00010001   ",
      reserved: "000000",
      batch: "00",
      transactionInfo: "00000000",
      userInfo: "00",
      rejectCode: "00000",
    };
    expect(createCodec(unionPayInterInstitution).encode({ ...request, header }).issues).toEqual([]);
  });

  it("name the original by type, trace, moment and institutions", () => {
    // Field 90: 0200, 000452, 1231235958, then both institutions in eleven digits.
    const original = "0200" + "000452" + "1231235958" + "00000010000".repeat(2);
    const confirmation = confirmationRequest({ ...origin, trace: "000453" }, payment);
    expect(confirmation.fields[90]).toBe(original);
    expect(confirmation.fields[4]).toBe(350_000);
    expect(confirmation.fields[11]).toBe("000453");
  });

  it("take a network's own fields over theirs, and its header", () => {
    const header = { tpdu: "6000030000", application: "603100310100" };
    const own = { ...origin, header, additional: { 25: "02", 60: "22000001" } };
    const request = verificationRequest(own, account);
    expect(request.fields[25]).toBe("02");
    expect(createCodec(unionPayPos).encode(request).issues).toEqual([]);
  });

  it("refuse a moment without a time, which is a broken program", () => {
    expect(() => networkRequest({ ...origin, sentAt: "2024-12-31" }, "echo")).toThrow(RangeError);
  });
});

describe("paymentOutcome", () => {
  // Q/CUP 006.6-2015, annex A.2.1.
  it.each([
    ["00", "paid", undefined],
    ["11", "paid", undefined],
    ["01", "rejected", "authorisation-refused"],
    ["05", "rejected", "name-mismatch"],
    ["14", "rejected", "account-unknown"],
    ["21", "rejected", "account-dormant"],
    ["41", "rejected", "card-lost"],
    ["51", "rejected", "funds-insufficient"],
    ["54", "rejected", "card-expired"],
    ["22", "unknown", undefined],
    ["25", "unknown", undefined],
    ["68", "unknown", undefined],
    ["90", "unknown", undefined],
    ["91", "unknown", undefined],
    ["92", "unknown", undefined],
    ["96", "unknown", undefined],
    ["98", "unknown", undefined],
    ["94", "unknown", "duplicate"],
    ["A0", "rejected", "security"],
    ["A2", "unconfirmed", undefined],
    ["A4", "unconfirmed", undefined],
    ["A5", "unconfirmed", undefined],
    ["A6", "unconfirmed", undefined],
  ])("takes code %s for %s", (code, status, reason) => {
    const outcome = paymentOutcome(payment, answerTo(payment, code), { reference: "R1" });
    expect(outcome.issues).toEqual([]);
    expect(outcome.ok && outcome.value).toMatchObject({ status, statusText: code, reference: "R1" });
    expect(outcome.ok && outcome.value.reason).toBe(reason);
    expect(outcome.ok && outcome.value.amountFen).toBe(350_000);
  });

  it("does not know a code that the table does not have, whatever it is called", () => {
    for (const code of ["ZZ", "0", "", "toString", "__proto__"]) {
      const outcome = paymentOutcome(payment, answerTo(payment, code));
      expect(outcome.ok && outcome.value.status).toBe("unknown");
      expect(outcome.issues.map((issue) => issue.code)).toEqual(["iso8583-status-unknown"]);
    }
  });

  it("takes a part that was approved with the answer's amount, and none without one", () => {
    const part = paymentOutcome(payment, answerTo(payment, "10", { 4: fen(100_000) }));
    expect(part.ok && [part.value.status, part.value.amountFen]).toEqual(["paid", 100_000]);
    const { 4: _, ...fields } = answerTo(payment, "10").fields;
    const none = paymentOutcome(payment, { type: "0210", fields });
    expect(none.ok && [none.value.status, none.value.amountFen]).toEqual(["unknown", undefined]);
  });

  it.each([
    ["another number", { 11: "000453" }, "iso8583-answer-other"],
    ["another account", { 2: "6299990000000000013" }, "iso8583-answer-other"],
    ["another terminal", { 41: "80879889" }, "iso8583-answer-other"],
  ])("refuses the answer to %s", (_, others, code) => {
    const outcome = paymentOutcome(payment, answerTo(payment, "00", others));
    expect([outcome.ok, outcome.issues.map((issue) => issue.code)]).toEqual([false, [code]]);
    expect(JSON.stringify(outcome.issues)).not.toContain("629999");
  });

  it("refuses what is no answer to a payment, and an answer without a code", () => {
    const wrong = { ...answerTo(payment, "00"), type: "0230" };
    expect(paymentOutcome(payment, wrong).ok).toBe(false);
    expect(paymentOutcome(payment, { type: "0210", fields: { 11: "000452" } }).issues).toMatchObject([
      { code: "iso8583-field-missing", path: "/fields/39" },
    ]);
    expect(paymentOutcome(payment, { type: "0210", fields: { 39: "00" } }).issues).toMatchObject([
      { code: "iso8583-field-missing", path: "/fields/11" },
    ]);
  });
});

describe("verificationResult", () => {
  const question = verificationRequest(origin, account);

  it.each([
    ["00", "verified"],
    ["05", "refused"],
    ["14", "refused"],
    ["A2", "unknown"],
    ["68", "unknown"],
    ["94", "unknown"],
  ])("takes code %s for %s", (code, status) => {
    const result = verificationResult(question, answerTo(question, code));
    expect(result.ok && result.value.status).toBe(status);
  });
});

describe("unionPayResponseCodes", () => {
  it("have every code of the annex", () => {
    const codes =
      "00 01 03 05 10 11 12 13 14 15 21 22 25 30 34 38 40 41 43 45 51 54 55 57 58 59 61 62 64 65 68 75 90 91 92 " +
      "94 96 97 98 99 A0 A2 A3 A4 A5 A6 A7 B1 C1 D1 D2 D3 D4 D5 D6 D7 D8 D9 DA DB DC F1 F2 F3 F4 F5 N1 P1 Y1 Y3 Z1 Z3";
    expect(Object.keys(unionPayResponseCodes).sort((a, b) => a.localeCompare(b))).toEqual(
      codes.split(" ").sort((a, b) => a.localeCompare(b)),
    );
  });

  it("say what to do with everything that is neither paid nor rejected", () => {
    for (const [code, { outcome }] of Object.entries(unionPayResponseCodes)) {
      if (outcome === "unknown") expect(unionPayFollowUps[code], code).toMatch(/^query/);
      if (outcome === "unconfirmed") expect(unionPayFollowUps[code], code).toBe("reconcile-next-day");
    }
  });
});

describe("messageDates", () => {
  it.each([
    ["1231", "2025-01-01", "2024-12-31"],
    ["0101", "2024-12-31", "2025-01-01"],
    ["0315", "2024-03-15", "2024-03-15"],
    ["0229", "2024-03-01", "2024-02-29"],
    ["0229", "2025-01-02", "2024-02-29"],
    ["0715", "2024-12-31", "2024-07-15"],
  ])("reads %s, which has no year, on %s as %s (pitfall 30)", (text, receivedOn, date) => {
    const dates = messageDates({ type: "0210", fields: { 13: text } }, plainDate(receivedOn));
    expect(dates.ok && dates.value).toEqual({ localDate: date });
  });

  it("keeps the day of settlement apart from the sender's, from which it differs after cut-over (pitfall 28)", () => {
    const dates = messageDates({ type: "0210", fields: { 13: "1231", 15: "0101" } }, plainDate("2024-12-31"));
    expect(dates.ok && dates.value).toEqual({ localDate: "2024-12-31", settlementDate: "2025-01-01" });
  });

  it.each(["0230", "1301", "0000", "0229", "12.1", "١٢٣١"])("refuses %s", (text) => {
    // 2026 and the years around it have no 29 February.
    const dates = messageDates({ type: "0210", fields: { 15: text } }, plainDate("2026-06-01"));
    expect(dates.issues).toMatchObject([{ code: "iso8583-date", path: "/fields/15" }]);
  });
});
