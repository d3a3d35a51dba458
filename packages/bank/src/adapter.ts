import type {
  BilingualText,
  CorporateAccount,
  Fen,
  Issue,
  Parsed,
  PayoutRecord,
  PlainDate,
} from "@tongchou/core";
import type { BankEncoding } from "./encoding.js";
import type { FailureReason, OutcomeStatus } from "./outcome.js";
import type { PaymentLimits, Provenance } from "./profile.js";

/** Payments that one account makes on one day through one bank. */
export interface PayoutBatch {
  /**
   * The sender's number of the batch: 1 to 32 letters, digits and hyphens, never used for another batch.
   *
   * It must be kept before anything is sent, and be the same when the batch is written again: the numbers
   * that the bank recognises a repeated submission by are derived from it and from nothing else.
   */
  readonly batchNumber: string;
  /** The account that pays; missing where the bank knows it from the channel the file comes through. */
  readonly payer?: CorporateAccount | undefined;
  /** Day the bank is asked to pay on. */
  readonly payDate: PlainDate;
  /**
   * The moment of submission in the bank's time, such as `2024-03-15T09:30:00`, for formats that carry one.
   * Like the batch number it is kept and given again when the batch is written again.
   */
  readonly submittedAt?: string | undefined;
  readonly payments: readonly PayoutRecord[];
}

/** One file, or one message, of a batch. */
export interface PaymentFile {
  readonly name: string;
  /** The part's own batch number: the idempotency key of its submission. */
  readonly batchNumber: string;
  /** The bytes in order; it can be gone through more than once. */
  readonly content: Iterable<Uint8Array>;
  /** What the file asks the bank to pay, in the file's order. */
  readonly payments: readonly PayoutRecord[];
  readonly totalFen: Fen;
}

/** A payment that was not written. */
export interface RefusedPayment {
  /** Its place in the batch, from 1. */
  readonly row: number;
  readonly payment: PayoutRecord;
  /** Why; empty when nothing is wrong with the payment itself and the whole batch was refused. */
  readonly issues: readonly Issue[];
}

/** A batch as written: every payment of it is in exactly one file or among the refused. */
export interface EncodedBatch {
  readonly files: readonly PaymentFile[];
  readonly refused: readonly RefusedPayment[];
  /** Everything found: the issues of the refused, of the batch as a whole, and warnings. */
  readonly issues: readonly Issue[];
}

/** A file as it comes from a bank: its bytes whole, in chunks, or as a stream of chunks. */
export interface ResultFile {
  readonly name: string;
  readonly content: Uint8Array | Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
}

/** What a bank says of one payment. What the format does not carry is missing. */
export interface PaymentOutcome {
  /** Line of the result file, from 1. */
  readonly row: number;
  readonly status: OutcomeStatus;
  /** The bank's own words. */
  readonly statusText: string;
  readonly reasonText?: string | undefined;
  readonly reason?: FailureReason | undefined;
  readonly reference?: string | undefined;
  /**
   * The number of the payment in formats that have no room for its reference: the part's batch number, then
   * the payment's place in the part, from 1, with zeros between them.
   */
  readonly lineNumber?: string | undefined;
  readonly payeeName?: string | undefined;
  readonly payeeAccount?: string | undefined;
  readonly amountFen?: Fen | undefined;
}

/** What a bank says of a batch, payment by payment. */
export interface BatchResult {
  /** Name of the file it was read from. */
  readonly file: string;
  /** Number of the part that the file answers. */
  readonly batchNumber?: string | undefined;
  readonly outcomes: readonly PaymentOutcome[];
}

/** What an adapter takes. What is not said has no limit. */
export interface AdapterLimits extends PaymentLimits {
  /** Bytes of a payee's name in the file's encoding. */
  readonly payeeNameBytes?: number | undefined;
  /** Text encodings of the files that `encode` writes. */
  readonly encodings: readonly BankEncoding[];
}

/**
 * What a bank's format has to offer: payments out, outcomes in.
 *
 * An adapter turns records into bytes and bytes into records. It opens no connection and no file, reads no
 * clock, keeps nothing between calls, and answers the same call with the same bytes.
 */
export interface BankAdapter {
  /** Owner, format and version, such as `tongchou.delimited@1`. */
  readonly id: string;
  readonly name: BilingualText;
  readonly provenance: Provenance;
  readonly limits: AdapterLimits;

  /**
   * Writes a batch.
   *
   * Payments that can be written go into files, the others come back among the refused with all their issues.
   * A problem of the batch itself refuses every payment, and there is no file. A batch above the limits is
   * split; each part has a batch number of its own, derived from the batch's number and the part's place.
   *
   * A file that may have reached the bank is sent again only with the same batch number.
   */
  encode(batch: PayoutBatch): Promise<EncodedBatch>;

  /**
   * Reads a result.
   *
   * Fails as a whole when the totals in the file do not hold or its frame cannot be read. A line that cannot
   * be read is an issue and has no outcome; reconciliation then counts its payment as missing, never as paid.
   * A status that the bank's table does not have is `unknown`.
   */
  decode(file: ResultFile): Promise<Parsed<BatchResult>>;
}
