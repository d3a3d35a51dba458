import type { Parsed, PlainDate } from "@tongchou/core";
import type { BankAdapter, PaymentFile, ResultFile } from "./adapter.js";
import type { FailureReason } from "./outcome.js";

/** One message for a bank: its bytes, and what the transport has to know of it. */
export interface ChannelMessage {
  /** The bank's name of the transaction, such as `PAYPER`. */
  readonly transaction: string;
  /** The number by which the bank recognises a repetition. */
  readonly idempotencyKey: string;
  readonly content: Uint8Array;
  /** What the transport adds outside of the message, such as the parameters of a form or of a URL. */
  readonly parameters?: Readonly<Record<string, string>> | undefined;
}

/** How messages reach a bank: HTTP, a socket, a signing client beside the application. It keeps no state. */
export interface ChannelTransport {
  /**
   * Sends one message and gives the bank's answer, whole.
   *
   * Rejects when there is no whole answer. Whether the bank carried the message out is then unknown.
   */
  send(message: ChannelMessage, options?: { readonly signal?: AbortSignal }): Promise<Uint8Array>;
}

/** What a bank answers at once to a part that was submitted. It says nothing of any payment being made. */
export interface SubmissionAnswer {
  /** `rejected` only where the bank says that it will carry out none of it. */
  readonly status: "processing" | "rejected" | "unknown";
  /** The bank's own code and words. */
  readonly statusText: string;
  readonly reason?: FailureReason | undefined;
  /** The sender's number of the part, where the answer has it. */
  readonly batchNumber?: string | undefined;
  /** The bank's number of the part, where queries need it. */
  readonly bankReference?: string | undefined;
}

/** Which part a query asks about. */
export interface PartQuery {
  /** The part's own batch number, as it was submitted. */
  readonly batchNumber: string;
  readonly payDate: PlainDate;
  /** The bank's number of the part, if it gave one. */
  readonly bankReference?: string | undefined;
  /** The number of this query, never used for another message. */
  readonly queryNumber: string;
  /** The moment of the query in the bank's time, such as `2024-03-15T10:00:00`. */
  readonly queriedAt: string;
}

/**
 * A bank that is spoken to by messages: an adapter whose files are messages, with answers and a query.
 *
 * `encode` gives each part's message as the content of its file. `decode` reads the answer of a query.
 */
export interface BankChannel extends BankAdapter {
  /** The message of a part: its file, with what the transport adds. */
  messageOf(file: Pick<PaymentFile, "batchNumber" | "content">): ChannelMessage;
  /** Reads what the bank answers at once to a part. Bytes that are no answer are `unknown`, with an issue. */
  decodeAnswer(file: ResultFile): Promise<Parsed<SubmissionAnswer>>;
  /** Writes the message that asks what became of a part. */
  encodeQuery(query: PartQuery): Parsed<ChannelMessage>;
}
