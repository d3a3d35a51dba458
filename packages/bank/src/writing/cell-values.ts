import {
  type CorporateAccount,
  type Fen,
  type PayoutPurpose,
  type PayoutRecord,
  type PlainDate,
  plainNumberText,
} from "@tongchou/core";
import { writeAmount } from "../codec/amount-text.js";
import { normaliseName } from "../codec/payee-name.js";
import type { Totals } from "../codec/totals.js";
import type { PaymentFormat } from "../profile.js";
import type { FieldKind } from "../profiles/field.js";
import type { Field, LayoutShape } from "../profiles/layout.js";

/** The columns that hold something of a payment, and of what property. */
export const paymentProperties: Readonly<Partial<Record<FieldKind, keyof PayoutRecord>>> = {
  amount: "amountFen",
  "payee-account": "payeeAccount",
  "payee-bank-name": "payeeBankName",
  "payee-cnaps-code": "payeeCnapsCode",
  "payee-kind": "purpose",
  "payee-name": "payeeName",
  purpose: "purpose",
  reference: "reference",
};

/** What is paid to persons; all else goes to agencies and authorities. */
const personalPurposes: ReadonlySet<PayoutPurpose> = new Set(["wage", "wage-supplement", "severance"]);

/** What the lines of one part of a batch have in common. */
export interface PartFacts {
  readonly amountUnit: LayoutShape["amountUnit"];
  readonly batchNumber: string;
  readonly wholeBatchNumber: string;
  readonly partNumber: number;
  readonly partCount: number;
  readonly payer: CorporateAccount | undefined;
  readonly payDate: PlainDate;
  readonly part: Totals;
  readonly batch: Totals;
}

/** What a column of {@link paymentProperties} says of a payment. */
export function paymentText(field: Field, payment: PayoutRecord, format: PaymentFormat): string {
  return paymentTextOf(field, format)(payment);
}

/** How a column of {@link paymentProperties} is read off payments, for many of them. */
export function paymentTextOf(field: Field, format: PaymentFormat): (payment: PayoutRecord) => string {
  const { layout, purposes } = format;
  switch (field.kind) {
    case "amount":
      return ({ amountFen }) => amountText(field, amountFen, layout.amountUnit);
    case "payee-account":
      return ({ payeeAccount }) => payeeAccount;
    case "payee-bank-name":
      return ({ payeeBankName }) => payeeBankName ?? "";
    case "payee-cnaps-code":
      return ({ payeeCnapsCode }) => (payeeCnapsCode === undefined ? "" : plainNumberText(payeeCnapsCode));
    case "payee-kind":
      return ({ purpose }) => (personalPurposes.has(purpose) ? field.person : field.corporation);
    case "payee-name":
      return ({ payeeName }) => normaliseName(payeeName);
    case "purpose":
      return ({ purpose }) => purposes[purpose] ?? "";
    case "reference":
      return ({ reference }) => reference;
    default:
      return () => "";
  }
}

/**
 * What any other column says.
 *
 * @param serial place of the payment in its part, from 1
 */
export function partText(field: Field, facts: PartFacts, serial: number): string {
  switch (field.kind) {
    case "constant":
      return field.value;
    case "pay-date":
      return facts.payDate.replaceAll("-", field.separator ?? "");
    case "serial":
      return String(serial);
    case "batch-number":
      return facts.batchNumber;
    case "whole-batch-number":
      return facts.wholeBatchNumber;
    case "line-number": {
      const { batchNumber } = facts;
      return batchNumber + String(serial).padStart((field.widthBytes ?? 0) - batchNumber.length, "0");
    }
    case "more-parts":
      return facts.partNumber < facts.partCount ? field.more : field.last;
    case "part-number":
      return String(facts.partNumber);
    case "part-count":
      return String(facts.partCount);
    case "payer-account":
      return facts.payer?.number ?? "";
    case "payer-bank-name":
      return facts.payer?.bankName ?? "";
    case "payer-cnaps-code":
      return facts.payer?.cnapsCode ?? "";
    case "payer-name":
      return normaliseName(facts.payer?.name ?? "");
    case "total-count":
      return String(facts.part.count);
    case "total-amount":
      return amountText(field, facts.part.amountFen, facts.amountUnit);
    case "batch-total-count":
      return String(facts.batch.count);
    case "batch-total-amount":
      return amountText(field, facts.batch.amountFen, facts.amountUnit);
    default:
      return "";
  }
}

function amountText(field: Field, amountFen: Fen, unit: LayoutShape["amountUnit"]): string {
  return (field.sign === "always" ? "+" : "") + writeAmount(amountFen, unit);
}
