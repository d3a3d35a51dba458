import { fen, type PayoutRecord } from "@tongchou/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { paymentOf, paymentsOf } from "./__fixtures__/payments.js";
import type { BatchResult, PaymentOutcome } from "./adapter.js";
import type { OutcomeStatus } from "./outcome.js";
import { reconcile, type Reconciliation, type SentFile } from "./reconcile.js";

const statuses = ["paid", "rejected", "returned", "processing", "unknown"] as const;

function sentOf(payments: readonly PayoutRecord[], batchNumber = "B1-01"): SentFile {
  return { batchNumber, payments };
}

/** What a result with references says of a payment. */
function answer(
  payment: PayoutRecord,
  status: OutcomeStatus,
  values: Partial<PaymentOutcome> = {},
): PaymentOutcome {
  const { reference, amountFen } = payment;
  return { row: 2, status, statusText: status, reference, amountFen, ...values };
}

/** What a result without references says of a payment. */
function anonymous(payment: PayoutRecord, status: OutcomeStatus, row = 2): PaymentOutcome {
  const { payeeName, payeeAccount, amountFen } = payment;
  return { row, status, statusText: status, payeeName, payeeAccount, amountFen };
}

function resultOf(outcomes: readonly PaymentOutcome[], values: Partial<BatchResult> = {}): BatchResult {
  return { file: "answer.txt", outcomes, ...values };
}

const kindsOf = ({ rows }: Reconciliation): readonly string[] => rows.map(({ kind }) => kind);
const codesOf = ({ issues }: Reconciliation): readonly string[] => issues.map(({ code }) => code);

describe("reconcile", () => {
  const payment = paymentOf();
  const other = paymentOf({ reference: "R2", amountFen: fen(7) });

  it.each(statuses)("follows a bank that says %s", (status) => {
    const result = reconcile([sentOf([payment])], [resultOf([answer(payment, status)])]);
    expect(kindsOf(result)).toEqual([status]);
    expect(result.totals[status]).toEqual({ count: 1, amountFen: 432_100 });
    expect(result.issues).toEqual([]);
  });

  it.each<[string, readonly (readonly OutcomeStatus[])[], string, readonly string[]]>([
    ["a payment that is still on its way", [["processing"], ["processing"]], "processing", []],
    ["a payment paid at last", [["processing"], ["unknown"], ["paid"]], "paid", []],
    ["a payment rejected at last", [["unknown"], ["rejected"]], "rejected", []],
    ["a return days after the payment", [["paid"], ["returned"]], "returned", []],
    ["a return of what was thought rejected", [["rejected"], ["returned"]], "returned", []],
    ["a status that is open in one result", [["processing"], ["unknown"]], "unknown", []],
    ["the same answer fetched twice", [["paid"], ["paid"]], "paid", []],
    ["results that contradict each other", [["paid"], ["rejected"]], "unknown", ["result-contradicts"]],
    ["a payment twice in one result", [["paid", "paid"]], "repeated", ["result-repeated"]],
    ["no answer", [], "missing", ["payment-missing"]],
  ])("judges %s, in any order of results", (_, answers, kind, codes) => {
    const results = answers.map((group) => resultOf(group.map((status) => answer(payment, status))));
    for (const ordered of [results, results.toReversed()]) {
      const result = reconcile([sentOf([payment])], ordered);
      expect(kindsOf(result)).toEqual([kind]);
      expect(codesOf(result)).toEqual(codes);
    }
  });

  it("does not take another amount for the payment", () => {
    const result = reconcile(
      [sentOf([payment])],
      [resultOf([answer(payment, "paid", { amountFen: fen(432_099), row: 9 })])],
    );
    expect(kindsOf(result)).toEqual(["amount-differs"]);
    expect(result.totals["amount-differs"]).toEqual({ count: 1, amountFen: 432_100 });
    expect(result.issues.map(({ code, place }) => [code, place])).toEqual([
      ["result-amount-differs", { file: "answer.txt", row: 9 }],
    ]);
  });

  it.each([
    ["6299990000000000013", ["result-account-differs"]],
    ["6299 9900 0000 0000 005", []],
    ["6299***********0005", []],
  ])("compares the account %s with the one that was sent to", (payeeAccount, codes) => {
    const result = reconcile([sentOf([payment])], [resultOf([answer(payment, "paid", { payeeAccount })])]);
    expect(kindsOf(result)).toEqual(["paid"]);
    expect(codesOf(result)).toEqual(codes);
    expect(JSON.stringify(result.issues)).not.toContain(payeeAccount);
  });

  it("matches by reference alone where the result has no amounts", () => {
    const result = reconcile(
      [sentOf([payment])],
      [resultOf([answer(payment, "paid", { amountFen: undefined })])],
    );
    expect(kindsOf(result)).toEqual(["paid"]);
  });

  it("lists what was never sent and hides the account", () => {
    const stranger = paymentOf({ reference: "X9", payeeAccount: "6299990000000001234", amountFen: fen(3) });
    const outcome = { ...anonymous(stranger, "paid"), reference: "X9" };
    const result = reconcile([sentOf([payment])], [resultOf([answer(payment, "paid"), outcome])]);
    expect(kindsOf(result)).toEqual(["paid", "unexpected"]);
    expect(result.totals.unexpected).toEqual({ count: 1, amountFen: 3 });
    expect(result.sent).toEqual({ count: 1, amountFen: 432_100 });
    expect(codesOf(result)).toEqual(["result-unexpected"]);
    expect(result.issues[0]?.message.en).toContain("6299***********1234");
  });

  it("matches by account, name and amount where there is no reference", () => {
    const sent = paymentOf({ payeeName: "买买提•艾力", payeeAccount: "1502-0100-0012" });
    const found = { ...anonymous(sent, "paid"), payeeName: "买买提 · 艾力", payeeAccount: "150201000012" };
    expect(kindsOf(reconcile([sentOf([other, sent])], [resultOf([found])]))).toEqual(["missing", "paid"]);
    expect(kindsOf(reconcile([sentOf([sent])], [resultOf([{ ...found, amountFen: fen(1) }])]))).toEqual([
      "missing",
      "unexpected",
    ]);
    expect(kindsOf(reconcile([sentOf([sent])], [resultOf([{ ...found, payeeName: undefined }])]))).toEqual([
      "missing",
      "unexpected",
    ]);
  });

  it("knows a name by the private-use character that an old table has for it", () => {
    const sent = paymentOf({ payeeName: "王䶮" });
    const found = { ...anonymous(sent, "paid"), payeeName: "王\u{E863}" };
    expect(kindsOf(reconcile([sentOf([sent])], [resultOf([found])]))).toEqual(["paid"]);
  });

  const twin = paymentOf({ reference: "R9" });
  it.each<[string, readonly OutcomeStatus[], readonly string[], readonly string[]]>([
    ["answered alike", ["paid", "paid"], ["paid", "paid"], []],
    ["answered differently", ["paid", "rejected"], ["paid", "rejected"], ["match-ambiguous"]],
    ["answered once", ["paid"], ["paid", "missing"], ["payment-missing", "match-ambiguous"]],
    [
      "answered three times",
      ["paid", "paid", "paid"],
      ["paid", "repeated"],
      ["result-repeated", "match-ambiguous"],
    ],
  ])("matches two equal payments in order when they are %s", (_, answers, kinds, codes) => {
    const outcomes = answers.map((status, index) => anonymous(payment, status, index + 2));
    const result = reconcile([sentOf([payment, twin])], [resultOf(outcomes)]);
    expect(kindsOf(result)).toEqual(kinds);
    expect(codesOf(result)).toEqual(codes);
  });

  it("keeps equal payments of two parts apart by the part that a result answers", () => {
    const sent = [sentOf([payment], "B1-01"), sentOf([twin], "B1-02")];
    const first = resultOf([anonymous(payment, "paid")], { batchNumber: "B1-01" });
    const second = resultOf([anonymous(payment, "rejected")], { batchNumber: "B1-02" });
    expect(kindsOf(reconcile(sent, [second, first]))).toEqual(["paid", "rejected"]);
    const foreign = resultOf([anonymous(payment, "paid")], { batchNumber: "B9-01" });
    expect(kindsOf(reconcile(sent, [foreign]))).toEqual(["missing", "missing", "unexpected"]);
  });

  it("says so when one reference was sent twice", () => {
    const result = reconcile(
      [sentOf([payment]), sentOf([payment], "B2-01")],
      [resultOf([answer(payment, "paid")])],
    );
    expect(kindsOf(result)).toEqual(["paid", "missing"]);
    expect(codesOf(result)).toEqual(["reference-repeated", "payment-missing"]);
  });

  it("accounts for every payment and every line, to the fen", () => {
    const payments = paymentsOf(8);
    const line = fc.record({
      at: fc.integer({ min: 0, max: 9 }),
      status: fc.constantFrom(...statuses),
      hasReference: fc.boolean(),
      extraFen: fc.constantFrom(0, 0, 0, 1),
    });
    const strangers = [paymentOf({ reference: "X1" }), paymentOf({ reference: "X2", payeeName: "李四" })];
    const known = [...payments, ...strangers];
    fc.assert(
      fc.property(fc.array(fc.array(line, { maxLength: 12 }), { maxLength: 4 }), (files) => {
        const results = files.map((lines) =>
          resultOf(
            lines.map(({ at, status, hasReference, extraFen }) => {
              const of = known[at] ?? payment;
              const outcome = anonymous({ ...of, amountFen: fen(of.amountFen + extraFen) }, status);
              return hasReference ? { ...outcome, reference: of.reference } : outcome;
            }),
          ),
        );
        const sent = [sentOf(payments.slice(0, 5)), sentOf(payments.slice(5), "B1-02")];
        const { rows, totals, sent: whole } = reconcile(sent, results);
        const sentRows = rows.filter((row) => row.kind !== "unexpected");
        expect(sentRows.map((row) => row.payment)).toEqual(payments);
        const { unexpected, ...classes } = totals;
        const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
        expect(sum(Object.values(classes).map(({ count }) => count))).toBe(8);
        expect(sum(Object.values(classes).map(({ amountFen }) => amountFen))).toBe(36);
        expect(whole).toEqual({ count: 8, amountFen: 36 });
        const answered = sum(sentRows.map(({ outcomes }) => outcomes.length));
        expect(answered + unexpected.count).toBe(sum(files.map((lines) => lines.length)));
      }),
    );
  });

  it("comes to the same in any order of results", () => {
    const payments = paymentsOf(4);
    const results = fc.array(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.constantFrom(...statuses)), { maxLength: 5 }),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(results, (files) => {
        const read = files.map((lines) =>
          resultOf(lines.map(([at, status]) => answer(payments[at] ?? payment, status))),
        );
        const forwards = reconcile([sentOf(payments)], read);
        const backwards = reconcile([sentOf(payments)], read.toReversed());
        expect(kindsOf(backwards)).toEqual(kindsOf(forwards));
        expect(backwards.totals).toEqual(forwards.totals);
      }),
    );
  });
});
