import type { Issue } from "@tongchou/core";

/** Why a message got no answer. */
export type Iso8583LinkErrorCode =
  | "aborted"
  | "closed"
  | "connect-failed"
  | "connection-lost"
  | "message-invalid"
  | "not-connected"
  | "number-repeated"
  | "sign-on-refused"
  | "timeout";

const brand = Symbol.for("tongchou.Iso8583LinkError");

const sentences: Readonly<Record<Iso8583LinkErrorCode, string>> = {
  aborted: "the caller gave up",
  closed: "the client is closed",
  "connect-failed": "the connection could not be made",
  "connection-lost": "the connection was lost",
  "message-invalid": "the message cannot be written",
  "not-connected": "there is no connection",
  "number-repeated": "a message of this number was sent already",
  "sign-on-refused": "the sign-on was refused",
  timeout: "no answer came in time",
};

/**
 * A message got no answer.
 *
 * `isSent` tells whether the other side may have it: what became of a payment is unknown then, and it may
 * only be asked about. `retryable` tells that the same message may be sent again as it is.
 */
export class Iso8583LinkError extends Error {
  override readonly name: string = "Iso8583LinkError";
  readonly code: Iso8583LinkErrorCode;
  readonly isSent: boolean;
  readonly retryable: boolean;
  /** What is wrong with a message that cannot be written. */
  readonly issues: readonly Issue[];

  constructor(
    code: Iso8583LinkErrorCode,
    details: {
      readonly isSent?: boolean;
      readonly issues?: readonly Issue[];
      readonly cause?: unknown;
    } = {},
  ) {
    const { isSent = false, issues = [], cause } = details;
    const unknown = isSent ? "; the outcome is unknown" : "";
    super(sentences[code] + unknown, cause === undefined ? undefined : { cause });
    Object.defineProperty(this, brand, { value: true });
    this.code = code;
    this.isSent = isSent;
    this.issues = issues;
    this.retryable = !isSent && (code === "not-connected" || code === "connect-failed");
  }

  /** Tells whether an error is one, also where the package is loaded twice. */
  static isInstance(error: unknown): error is Iso8583LinkError {
    return typeof error === "object" && error !== null && brand in error;
  }
}
