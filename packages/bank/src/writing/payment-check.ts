import { type Issue, parseCnapsCode, type PayoutRecord } from "@tongchou/core";
import { characterTable } from "../codec/character-table.js";
import type { PaymentFormat } from "../profile.js";
import { commentPrefixes, detailFields, type Field } from "../profiles/layout.js";
import { paymentProperties, paymentTextOf } from "./cell-values.js";
import { checkPayment } from "./check-payment.js";

const noIssues: readonly Issue[] = [];

/**
 * Makes a test of payments that passes those without any remark quickly, and gives all others to
 * {@link checkPayment}.
 *
 * Quick are payments whose texts are of common characters that the encoding holds and that neither the
 * format nor the form of names has a use for.
 */
export function createPaymentCheck(
  format: PaymentFormat,
): (payment: PayoutRecord, index: number) => readonly Issue[] {
  const isSound = createQuickCheck(format);
  return (payment, index) =>
    isSound(payment) ? noIssues : checkPayment(payment, format, `/payments/${index}`);
}

function createQuickCheck(format: PaymentFormat): (payment: PayoutRecord) => boolean {
  const { layout, limits, purposes } = format;
  const amountMaxFen = limits?.amountPerPaymentFen ?? Number.MAX_SAFE_INTEGER;
  const cells = detailFields(layout)
    .filter((field) => paymentProperties[field.kind] !== undefined)
    .map((field) => createCellCheck(field, format));
  return (payment) => {
    const { route, payeeAccount, amountFen, purpose } = payment;
    return (
      (route === undefined || route === "through-platform") &&
      Number.isSafeInteger(amountFen) &&
      amountFen > 0 &&
      amountFen <= amountMaxFen &&
      purposes[purpose] !== undefined &&
      isAccount(payeeAccount) &&
      cells.every((isSound) => isSound(payment))
    );
  };
}

function createCellCheck(field: Field, format: PaymentFormat): (payment: PayoutRecord) => boolean {
  const { layout } = format;
  const { widthBytes = Infinity, optional = false, kind } = field;
  const textOf = paymentTextOf(field, format);
  const table = characterTable(layout.encoding);
  const delimiter = "delimiter" in layout ? layout.delimiter : undefined;
  const prefixes = commentPrefixes(layout);
  const isSoundText = (text: string): boolean => {
    if (text === "") return optional;
    const length = table.lengthOf(text);
    return (
      length !== undefined &&
      length <= widthBytes &&
      (delimiter === undefined || !text.includes(delimiter)) &&
      (prefixes.length === 0 || !prefixes.some((prefix) => text.startsWith(prefix))) &&
      (kind !== "payee-cnaps-code" || parseCnapsCode(text).issues.length === 0)
    );
  };
  if (kind === "amount" && prefixes.length === 0) {
    const { sign } = field;
    const digits = widthBytes - (layout.amountUnit === "yuan" ? 1 : 0) - (sign === undefined ? 0 : 1);
    const limit = digits < 3 ? 0 : 10 ** Math.min(digits, 16);
    return ({ amountFen }) => amountFen < limit;
  }
  // Banks and purposes are the same on many lines in a row.
  let sound: string | undefined;
  return (payment) => {
    const text = textOf(payment);
    if (text === sound) return true;
    const isSound = isSoundText(text);
    if (isSound) sound = text;
    return isSound;
  };
}

function isAccount(number: string): boolean {
  for (let at = 0; at < number.length; at += 1) {
    const unit = number.charCodeAt(at);
    if ((unit < 48 || unit > 57) && unit !== 45) return false;
  }
  return true;
}
