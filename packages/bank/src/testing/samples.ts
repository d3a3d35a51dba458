import type { Fen, Parsed, PayoutRecord } from "@tongchou/core";
import type { PaymentFile, PayoutBatch } from "../adapter.js";
import type { SubmissionAnswer } from "../channel.js";
import type { OutcomeStatus, StatusTable } from "../outcome.js";

/** A payment as read back from a file; what the format does not carry is missing. */
export interface PaymentRead {
  readonly reference?: string | undefined;
  readonly payeeName?: string | undefined;
  readonly payeeAccount?: string | undefined;
  readonly amountFen: Fen;
}

/** A line of a result that the kit wants written: a payment, and what the bank says of it. */
export interface AnswerRow {
  readonly payment: PayoutRecord;
  readonly statusText: string;
}

/** A result that the kit wants written. */
export interface AnswerWanted {
  /** Number of the part that the result answers. */
  readonly batchNumber: string;
  readonly rows: readonly AnswerRow[];
  /** What the result says that its rows come to; the kit also asks for wrong ones. */
  readonly totals: { readonly count: number; readonly amountFen: Fen };
}

/** Writes results as the bank does. */
export interface AnswerWriter {
  /** The bytes of a result; nothing where the format cannot hold it, such as a word too wide. */
  write(wanted: AnswerWanted): Uint8Array | undefined;
  /** True where results carry totals that have to be compared. */
  readonly hasTotals: boolean;
}

/** A result with what it says, from a bank or written by hand after its manual. */
export interface ResultSample {
  readonly title: string;
  readonly content: Uint8Array;
  /** What is said of each payment, in order; a property that is left out is not compared. */
  readonly outcomes: readonly {
    readonly status: OutcomeStatus;
    readonly reference?: string;
    readonly amountFen?: Fen;
    readonly reason?: string;
  }[];
}

/**
 * What the kit cannot know of an adapter. All of it is optional: a check that lacks something says so and
 * does not run.
 */
export interface AdapterSamples {
  /** What an ordinary payment needs beside the kit's own values, such as a bank's name. */
  readonly payment?: Partial<PayoutRecord>;
  /** Numbers of two batches, where the bank takes other ones than letters and digits. */
  readonly batchNumbers?: readonly [one: string, other: string];
  /** What a batch needs beside the kit's own values. */
  readonly batch?: Partial<Omit<PayoutBatch, "batchNumber" | "payments">>;
  /** Reads files that `encode` wrote, best by other code than the adapter's. */
  readonly readBack?: (
    files: readonly PaymentFile[],
  ) => Parsed<readonly PaymentRead[]> | Promise<Parsed<readonly PaymentRead[]>>;
  readonly answer?: AnswerWriter;
  /** The bank's words or codes for a payment, and what each of them means. */
  readonly statuses?: StatusTable;
  readonly results?: readonly ResultSample[];
}

/** The same for a channel, which also answers at once. */
export interface ChannelSamples extends AdapterSamples {
  readonly submissionAnswers?: readonly {
    readonly title: string;
    readonly content: Uint8Array;
    readonly status: SubmissionAnswer["status"];
  }[];
}
