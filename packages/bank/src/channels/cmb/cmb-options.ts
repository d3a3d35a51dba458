import type { PaymentFormat } from "../../profile.js";
import type { StatusTable } from "../../outcome.js";

/** What was agreed with China Merchants Bank, and what differs from the built-in tables. */
export interface CmbOptions {
  /** The user's number at the bank, such as `N002466353`. */
  readonly uid: string;
  /** BUSCOD: `N03010` pays wages, `N03020` others. */
  readonly businessCode: "N03010" | "N03020";
  /** BUSMOD, as the bank's answer to its own query gives it. */
  readonly businessMode: string;
  /** NUSAGE of the batch, 42 bytes at most. */
  readonly usage: string;
  /** TRSTYP, such as `BYSA`; the bank takes it or an agreement's number. */
  readonly transactionKind?: string | undefined;
  /**
   * CHLFLG: `Y` real time, `N` by BEPS or HVPS, `M` as the bank chooses. Default: `N`, as in the bank's
   * sample.
   */
  readonly settlementChannel?: "Y" | "N" | "M" | undefined;
  /** EACCTY: the place of the payee's bank, for payees at other banks, which are refused without it. */
  readonly otherBankPlace?: string | undefined;
  /** TRSDSP of a row for each purpose. Default: 工资 for wages, 补发工资, 补偿金; others are refused. */
  readonly purposes?: PaymentFormat["purposes"] | undefined;
  /** Rows of one message; more go into further parts of the same batch. Default: 3000. */
  readonly rowsPerPart?: number | undefined;
  /** Codes of a row beside {@link cmbRowStatuses}, or instead of them. */
  readonly rowStatuses?: StatusTable | undefined;
  /** RESULTCODE values beside {@link cmbResultCodes}, or instead of them: `processing` takes the request. */
  readonly resultCodes?: StatusTable | undefined;
  readonly notFoundWindowMinutes?: number | undefined;
}

/** The placeholder that stands for the signature while it is reckoned. */
export const signaturePlaceholder = "__signature_sigdat__";
/** The placeholder of REQNBR in the second part and the later ones; the answer to the first part has it. */
export const referencePlaceholder = "__bank_reference__";
