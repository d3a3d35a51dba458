import type { Issue } from "@tongchou/core";
import type { IsoMessage } from "../iso8583/index.js";
import type { UnmatchedKind } from "./correlation.js";
import type { LinkOptions } from "./link.js";

/** How a client connects, waits and recovers. */
export interface Iso8583ClientOptions extends LinkOptions {
  readonly host: string;
  readonly port: number;
  /**
   * Fields by which an answer is brought to its request, beside the message type: what the network gives back
   * unchanged. Default: 7 and 11, the moment and number of the message.
   */
  readonly keyFields?: readonly number[] | undefined;
  /** Default: 10,000. */
  readonly connectTimeoutMs?: number | undefined;
  /** Time in which an answer has to come. Default: 60,000. */
  readonly timeoutMs?: number | undefined;
  /** Waits between attempts to connect again, doubled each time. Default: from 500 to 30,000. */
  readonly reconnect?: { readonly firstDelayMs: number; readonly maxDelayMs: number } | undefined;
  /** The message that signs on, sent after each connect; its answer has 00 in field 39. Default: none. */
  readonly signOn?: (() => IsoMessage) | undefined;
  /** The message that signs off, sent before an orderly close. Default: none. */
  readonly signOff?: (() => IsoMessage) | undefined;
  /** The message that tests a line on which nothing came for so long. Default: none. */
  readonly echo?: { readonly idleMs: number; readonly message: () => IsoMessage } | undefined;
  /** Answers what the other side asks by itself, such as its echo tests. Default: nothing is answered. */
  readonly onRequest?: ((request: IsoMessage) => IsoMessage | undefined) | undefined;
  /** Told of an answer that nobody waits for: it came late, twice, or belongs to nothing that was asked. */
  readonly onUnmatched?: ((answer: IsoMessage, kind: UnmatchedKind) => void) | undefined;
  /** Told of bytes that were not used. */
  readonly onIssues?: ((issues: readonly Issue[]) => void) | undefined;
  readonly onState?: ((state: ClientState) => void) | undefined;
}

/** How a client stands: `waiting` for the next attempt after a lost connection. */
export type ClientState = "idle" | "connecting" | "ready" | "waiting" | "closed";

/** How one request is made. */
export interface RequestOptions {
  readonly timeoutMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}
