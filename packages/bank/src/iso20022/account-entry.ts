import type { Fen } from "@tongchou/core";
import type { FailureReason } from "../outcome.js";

/** Whether money came to the account or left it. */
export type EntryDirection = "credit" | "debit";

/** A payment within an entry. What the message does not say is missing. */
export interface EntryDetail {
  /** EndToEndId; missing where it reads NOTPROVIDED. */
  readonly reference?: string | undefined;
  /** PmtInfId: the batch number of the part that it was sent in. */
  readonly batchNumber?: string | undefined;
  readonly bankReference?: string | undefined;
  readonly amountFen?: Fen | undefined;
  readonly direction: EntryDirection;
  readonly payeeName?: string | undefined;
  readonly payeeAccount?: string | undefined;
  readonly remittance?: string | undefined;
  /** What the message says of a return; missing where it is none. */
  readonly returned?: EntryReturn | undefined;
}

/** Why money came back. */
export interface EntryReturn {
  /** ISO's code, such as AC04, or the bank's own. */
  readonly code?: string | undefined;
  readonly reason?: FailureReason | undefined;
  readonly text?: string | undefined;
}

/** A batch that was booked as one amount. */
export interface BatchBooking {
  /** PmtInfId, else MsgId: the batch number of the part. */
  readonly batchNumber?: string | undefined;
  readonly count?: number | undefined;
  readonly amountFen?: Fen | undefined;
}

/** A movement on the account. */
export interface AccountEntry {
  /** Its place in the message, from 1. */
  readonly row: number;
  readonly account?: string | undefined;
  readonly amountFen: Fen;
  readonly direction: EntryDirection;
  /** True where it takes an earlier entry back: it has the other direction then. */
  readonly isReversal: boolean;
  /** BOOK, PDNG, INFO, FUTR, or the bank's own. */
  readonly status: string;
  /** The bank's day, which may be another than that of the order: by it one reconciles. */
  readonly bookingDate?: string | undefined;
  readonly valueDate?: string | undefined;
  readonly bankReference?: string | undefined;
  /** Family and sub-family of the bank transaction code, such as `ICDT` and `RRTN`. */
  readonly family?: string | undefined;
  readonly subFamily?: string | undefined;
  readonly batch?: BatchBooking | undefined;
  readonly details: readonly EntryDetail[];
}
