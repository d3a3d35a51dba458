import { answerType, type IsoMessage } from "../iso8583/index.js";

/** Message numbers that are remembered after their answer, or after nobody waits for it any more. */
const rememberedMax = 10_000;

/** How a message that nobody waits for came. */
export type UnmatchedKind = "late" | "duplicate" | "unexpected";

/** Somebody who waits for an answer. */
export interface Waiter {
  readonly resolve: (answer: IsoMessage) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Brings answers to requests: by the message type that answers, and the fields that a network echoes.
 *
 * A number is remembered after its answer or its time-out, so a late or repeated answer is told from one that
 * nobody asked for, and can never be taken for the answer to another request.
 */
export class Correlation {
  readonly #fields: readonly number[];
  readonly #waiting = new Map<string, Waiter>();
  readonly #settled = new Map<string, "late" | "duplicate">();

  constructor(fields: readonly number[]) {
    this.#fields = fields;
  }

  /** The number of the answer to a request; undefined where a request of this number was made already. */
  keyOfRequest(request: IsoMessage): string | undefined {
    const key = this.#key(answerType(request.type), request);
    return this.#waiting.has(key) || this.#settled.has(key) ? undefined : key;
  }

  wait(key: string, waiter: Waiter): void {
    this.#waiting.set(key, waiter);
  }

  /** Ends the waiting for an answer to what was never sent. */
  forget(key: string): void {
    this.#waiting.delete(key);
  }

  /** Ends the waiting for an answer; one that still comes is late. */
  giveUp(key: string): void {
    if (this.#waiting.delete(key)) this.#remember(key, "late");
  }

  /** Ends all waiting. */
  giveUpAll(error: Error): void {
    for (const [key, waiter] of this.#waiting) {
      this.giveUp(key);
      waiter.reject(error);
    }
  }

  /** Hands an answer to who waits for it, or says how it came. */
  answer(message: IsoMessage): UnmatchedKind | undefined {
    const key = this.#key(message.type, message);
    const waiter = this.#waiting.get(key);
    if (waiter === undefined) {
      const kind = this.#settled.get(key) ?? "unexpected";
      if (kind === "late") this.#settled.set(key, "duplicate");
      return kind;
    }
    this.#waiting.delete(key);
    this.#remember(key, "duplicate");
    waiter.resolve(message);
    return undefined;
  }

  #key(type: string, { fields }: IsoMessage): string {
    const values = this.#fields.map((field) => {
      const value = fields[field];
      return typeof value === "string" || typeof value === "number" ? value : "";
    });
    return JSON.stringify([type, ...values]);
  }

  #remember(key: string, kind: "late" | "duplicate"): void {
    this.#settled.set(key, kind);
    const [oldest] = this.#settled.keys();
    if (this.#settled.size > rememberedMax && oldest !== undefined) this.#settled.delete(oldest);
  }
}
