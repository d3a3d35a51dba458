import type { Parsed, PlainDate } from "@tongchou/core";
import type { BankAdapter, BatchResult, PaymentFile, PaymentOutcome, ResultFile } from "./adapter.js";
import type { Totals } from "./codec/totals.js";
import type { FailureReason } from "./outcome.js";

/** One message for a bank: its bytes, and what the transport has to know of it. */
export interface ChannelMessage {
  /** The bank's name of the transaction, such as `PAYPER`. */
  readonly transaction: string;
  /** The number by which the bank recognises a repetition. */
  readonly idempotencyKey: string;
  readonly content: Uint8Array;
  /** Fields that go beside the message, such as those of a form. */
  readonly parameters?: Readonly<Record<string, string>> | undefined;
  /** Parameters of the URL that the message is posted to. */
  readonly urlParameters?: Readonly<Record<string, string>> | undefined;
}

/**
 * What stands between a channel and its transport: it holds the keys and the passwords, signs and encrypts
 * what goes out, and opens what comes in. So what a channel writes can be kept, and is the same each time.
 */
export interface ChannelEnvelope {
  /** The message as the transport sends it. */
  seal(message: ChannelMessage): Promise<Parsed<ChannelMessage>>;
  /** The bank's answer as the channel reads it. What fails to open says nothing: the outcome is unknown. */
  open(answer: Uint8Array): Promise<Parsed<Uint8Array>>;
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

/**
 * How a part stands at the bank: `not-found` where the bank says that it does not have it, `finished` where
 * it will carry out no more of it. That a part is finished does not say that any payment of it was made.
 */
export type PartStanding = "not-found" | "processing" | "finished" | "rejected" | "unknown";

/** What a bank says of a part when it is asked. */
export interface PartResult extends BatchResult {
  /** Missing where the answer has payments only, and says nothing of the part. */
  readonly standing?: PartStanding | undefined;
  /** The bank's own code and words for the part. */
  readonly statusText?: string | undefined;
  /** What the bank counts in the part, where it says so. */
  readonly declared?: Totals | undefined;
  /** What holds for every payment of the part that has no outcome of its own; see `completeResult`. */
  readonly rest?: RestOfPart | undefined;
  /** What the next query carries where there is more to read than one answer holds. */
  readonly continuation?: string | undefined;
}

/** The one outcome of all payments of a part that are not listed. */
export interface RestOfPart extends Pick<PaymentOutcome, "status" | "statusText" | "reason" | "reasonText"> {
  /** How many they are and what they add up to, where the bank says so. */
  readonly totals?: Totals | undefined;
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
  /** Where the answer before left off. */
  readonly continuation?: string | undefined;
}

/**
 * A bank that is spoken to by messages: an adapter whose files are messages, with answers and a query.
 *
 * `encode` gives each part's message as the content of its file; the batch needs its `submittedAt`. `decode`
 * reads the answer of a query. Credentials are not in the messages: an envelope puts them in.
 */
export interface BankChannel extends BankAdapter {
  /**
   * Minutes after a submission from which "not found" means that the bank does not have the part; missing
   * where the bank guarantees none, and then no part is ever sent again.
   */
  readonly notFoundWindowMinutes?: number | undefined;
  /**
   * The message of a part: its file, with what the transport adds.
   *
   * @param bankReference what the bank answered to the first part of the batch, for banks whose later parts
   *   carry it
   * @throws RangeError for content that the channel did not write, and where a bank reference is needed
   */
  messageOf(
    file: Pick<PaymentFile, "batchNumber" | "content">,
    options?: { readonly bankReference?: string | undefined },
  ): ChannelMessage;
  /** Reads what the bank answers at once to a part. Bytes that are no answer are `unknown`, with an issue. */
  decodeAnswer(file: ResultFile): Promise<Parsed<SubmissionAnswer>>;
  /** Writes the message that asks what became of a part. */
  encodeQuery(query: PartQuery): Parsed<ChannelMessage>;
  decode(file: ResultFile): Promise<Parsed<PartResult>>;
}
