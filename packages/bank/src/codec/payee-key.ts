import { plainNumberText } from "@tongchou/core";
import type { PaymentOutcome } from "../adapter.js";
import { comparableName } from "./payee-name.js";

/**
 * By what a payment and a line without a number are brought together: account, name and amount. Lines that
 * lack one of the three have a key that no payment has.
 */
export function payeeKey(of: Pick<PaymentOutcome, "payeeAccount" | "payeeName" | "amountFen">): string {
  const { payeeAccount = "", payeeName = "", amountFen } = of;
  return [comparableAccount(payeeAccount), comparableName(payeeName), amountFen].join("|");
}

/** An account number without what banks and people put between its digits, in half width. */
export function comparableAccount(number: string): string {
  return plainNumberText(number).replaceAll("-", "");
}
