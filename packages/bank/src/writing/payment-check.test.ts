import { fen, type PayoutRecord } from "@tongchou/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exampleBank } from "../__fixtures__/example-bank.js";
import { paymentOf } from "../__fixtures__/payments.js";
import { abcPayrollProfile } from "../profiles/banks/abc.js";
import { psbcOtherBankProfile } from "../profiles/banks/psbc.js";
import { sbsPacketProfile } from "../profiles/banks/sbs.js";
import { fixedWidthProfile } from "../profiles/tongchou.js";
import { checkPayment } from "./check-payment.js";
import { createPaymentCheck } from "./payment-check.js";

const texts = fc.oneof(
  fc.constantFrom(
    "张三",
    "",
    "#1",
    "a|b",
    "a,b",
    "王䶮",
    "李㛃",
    "买•买提",
    " 张三 ",
    "张\u200B三",
    "\u{E863}",
    "a\nb",
    "\uD800",
  ),
  fc.string({ maxLength: 60 }),
);
const payments: fc.Arbitrary<PayoutRecord> = fc
  .record({
    reference: texts,
    payeeName: texts,
    payeeAccount: fc.oneof(fc.constant("6299990000000000005"), texts),
    payeeBankName: fc.option(texts, { nil: undefined }),
    payeeCnapsCode: fc.option(fc.constantFrom("102100099996", "102100099997", "1"), { nil: undefined }),
    amountFen: fc.constantFrom(0, -1, 1, 100, 5_000_000, 5_000_001, 10 ** 15, 0.5, Number.NaN),
    purpose: fc.constantFrom("wage", "severance", "income-tax"),
    route: fc.constantFrom(undefined, "through-platform", "project-account"),
  })
  .map((values) => ({ ...values, amountFen: values.amountFen }) as PayoutRecord);

describe("createPaymentCheck", () => {
  it.each([exampleBank, fixedWidthProfile, abcPayrollProfile, psbcOtherBankProfile, sbsPacketProfile])(
    "says for $id what the full check says",
    ({ payment: format }) => {
      const check = createPaymentCheck(format);
      fc.assert(
        fc.property(payments, (payment) => {
          expect(check(payment, 3)).toEqual(checkPayment(payment, format, "/payments/3"));
        }),
      );
    },
  );

  it("passes what is sound after what was not, and the other way round", () => {
    const check = createPaymentCheck(exampleBank.payment);
    const sound = paymentOf({ payeeBankName: "示例银行" });
    const other = paymentOf({ payeeBankName: "示例|银行", amountFen: fen(1) });
    expect([sound, other, sound, other].map((payment) => check(payment, 0).length)).toEqual([0, 1, 0, 1]);
  });
});
