import type { FailureReason, StatusTable } from "../../outcome.js";

/** What was agreed with China Construction Bank, and what differs from the built-in tables. */
export interface CcbOptions {
  /** CUST_ID and USER_ID; the password is put in by a credential envelope. */
  readonly customerId: string;
  readonly userId: string;
  /** BILL_CODE: the number of the payroll contract. */
  readonly payrollNumber: string;
  /** USEOF_CODE: the bank's code of the use. */
  readonly usageCode: string;
  readonly payerAccount: string;
  /** Rows of one file. Default: no limit, for none is public. */
  readonly rowsPerPart?: number | undefined;
  /**
   * Elements of the body of 6W2100, in order. `{sentFile}`, `{payerAccount}`, `{payrollNumber}`,
   * `{usageCode}`, `{totalCount}` and `{totalAmount}` (yuan) are filled in. The bank's own order is not
   * public: compare it.
   */
  readonly startBody?: Readonly<Record<string, string>> | undefined;
  /** Element of a query with the number that is asked about. Default: `REQUEST_SN1`, from memory. */
  readonly queryElement?: string | undefined;
  /** Codes of F_STATUS beside {@link ccbFileStatuses}, or instead of them. */
  readonly fileStatuses?: StatusTable | undefined;
  /** Meaning of a REMARK, word for word, beside {@link ccbReasons}. */
  readonly reasons?: Readonly<Record<string, FailureReason>> | undefined;
  readonly notFoundWindowMinutes?: number | undefined;
}

/** The body of 6W2100 where the options have none: the elements of 6W1303 as far as a batch has them. */
export const defaultStartBody: Readonly<Record<string, string>> = {
  ACC_NO1: "{payerAccount}",
  BILL_CODE: "{payrollNumber}",
  SEND_FILE: "{sentFile}",
  AMOUNT: "{totalAmount}",
  COUNT: "{totalCount}",
  USEOF_CODE: "{usageCode}",
  FLOW_FLAG: "",
  REM1: "",
  REM2: "",
};
