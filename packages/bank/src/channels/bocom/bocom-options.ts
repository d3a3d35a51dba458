import type { StatusTable } from "../../outcome.js";

/** How the bank answers a query of a batch. None of it is public: it comes from the bank's own manual. */
export interface BocomQuery {
  /** tr_code of the query. */
  readonly transaction: string;
  /** Element of the query's body with the number of the batch, such as `cert_no`. */
  readonly numberElement: string;
  /** Element of a row with the payment's status, and the one with the reason. */
  readonly statusElement: string;
  readonly reasonElement?: string | undefined;
  readonly statuses: StatusTable;
  /** Codes of the answer's head by which the bank says that it does not have the batch. */
  readonly notFoundCodes?: readonly string[] | undefined;
}

/** What was agreed with Bank of Communications. */
export interface BocomOptions {
  /** corp_no, user_no: the customer's numbers. */
  readonly corporationNumber: string;
  readonly userNumber: string;
  /** busi_no: the number of the payroll contract. */
  readonly payrollNumber: string;
  /** `330003` goes with selsec_flg, `330002` without it; which one holds follows from the contract. */
  readonly transaction: "330003" | "330002";
  /** selsec_flg of 330003. Default: `0`, as in the public sample. */
  readonly selectionFlag?: string | undefined;
  /** summary: words for the batch. */
  readonly summary: string;
  readonly rowsPerPart?: number | undefined;
  /** Element of an answer's code below the root, and the codes that say that the request was taken. */
  readonly answer?: { readonly codeElement: string; readonly takenCodes: readonly string[] } | undefined;
  /** Without it batches can be sent, and not asked for: then only statements tell what became of them. */
  readonly query?: BocomQuery | undefined;
  readonly notFoundWindowMinutes?: number | undefined;
}

/** Where an answer has its code. From memory; the public material shows no answer. */
export const defaultBocomAnswer: NonNullable<BocomOptions["answer"]> = {
  codeElement: "head/particular_code",
  takenCodes: ["0000"],
};
