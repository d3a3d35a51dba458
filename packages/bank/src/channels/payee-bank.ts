import type { PayoutRecord } from "@tongchou/core";

/** By what a bank knows accounts of its own: the first three digits of its CNAPS codes, and its names. */
export interface BankIdentity {
  /** 102 ICBC, 104 BOC, 105 CCB, 301 BOCOM, 308 CMB. */
  readonly cnapsPrefix: string;
  readonly names: readonly string[];
}

/**
 * Tells whether a payee's account is at the bank itself: by the code where there is one, else by the name; a
 * payment that says neither is one inside the bank.
 */
export function isOwnAccount(payment: PayoutRecord, bank: BankIdentity): boolean {
  const { payeeCnapsCode = "", payeeBankName = "" } = payment;
  if (payeeCnapsCode !== "") return payeeCnapsCode.trim().startsWith(bank.cnapsPrefix);
  return payeeBankName === "" || bank.names.some((name) => payeeBankName.includes(name));
}
