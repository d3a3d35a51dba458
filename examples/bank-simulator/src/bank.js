// @ts-check
/** @import { OutcomeStatus } from "@tongchou/bank" */
/** @import { EventStore } from "./event-store.js" */
/** @import { FaultList } from "./faults.js" */
/** @import { BookedPayment } from "./payment-format.js" */
import { createHash } from "node:crypto";

/**
 * What the bank has on its disk. Times are minutes of its own clock, which stands still until it is told to
 * go on.
 *
 * @typedef {PartEvent | { kind: "return", batchNumber: string, row: number, at: number } | { kind: "clock", now: number }} BankEvent
 */

/**
 * A part that was booked.
 *
 * @typedef {object} PartEvent
 * @property {"booked"} kind
 * @property {string} batchNumber the idempotency key: booked once and never again
 * @property {string} digest SHA-256 of what was submitted under it
 * @property {number} findableAt from when a query finds it
 * @property {number} paidAt from when it is paid
 * @property {readonly number[]} rejected rows that are not carried out, from 1
 * @property {readonly BookedPayment[]} payments
 */

/**
 * The answer to a submission. `repeated` says once more what was said the first time.
 *
 * @typedef {object} Submission
 * @property {"accepted" | "repeated" | "duplicate" | "refused"} kind
 * @property {string} batchNumber
 */

/**
 * How a part stands; nothing of it where the bank does not find it.
 *
 * @typedef {object} PartState
 * @property {string} batchNumber
 * @property {readonly { payment: BookedPayment, status: OutcomeStatus }[]} rows
 */

/**
 * @typedef {object} Bank
 * @property {(part: { batchNumber: string, content: Uint8Array, payments: readonly BookedPayment[] }) => Submission} submit
 * @property {(batchNumber: string) => PartState | undefined} find
 * @property {(batchNumber: string) => PartState | undefined} findOther the latest part but this one
 * @property {(minutes: number) => void} advance
 * @property {() => { now: number, parts: number, payments: number, paidFen: number, returnedFen: number }} totals
 */

/**
 * The bank itself: it books each part once, whatever happens to the answers.
 *
 * @param {{ store: EventStore<BankEvent>, faults: FaultList }} options
 * @returns {Bank}
 */
export function createBank({ store, faults }) {
  const books = createBooks();
  for (const event of store.past) books.apply(event);
  /** @param {BankEvent} event */
  const keep = (event) => {
    store.append(event);
    books.apply(event);
  };
  return {
    submit({ batchNumber, content, payments }) {
      const digest = createHash("sha256").update(content).digest("hex");
      const first = books.partOf(batchNumber);
      if (first !== undefined) {
        if (first.digest !== digest) return { kind: "refused", batchNumber };
        return {
          kind: faults.take("refuse-duplicate") === undefined ? "repeated" : "duplicate",
          batchNumber,
        };
      }
      const now = books.now();
      keep({
        kind: "booked",
        batchNumber,
        digest,
        findableAt: now + (faults.take("hide")?.minutes ?? 0),
        paidAt: now + (faults.take("delay")?.minutes ?? 0),
        rejected: faults.takeAll("reject").map(({ row }) => row),
        payments,
      });
      for (const { row, minutes } of faults.takeAll("return"))
        keep({ kind: "return", batchNumber, row, at: now + minutes });
      return { kind: "accepted", batchNumber };
    },
    find: (batchNumber) => (books.isFindable(batchNumber) ? books.stateOf(batchNumber) : undefined),
    findOther(batchNumber) {
      const other = books.batchNumbers().findLast((each) => each !== batchNumber);
      return other === undefined ? undefined : books.stateOf(other);
    },
    advance: (minutes) => keep({ kind: "clock", now: books.now() + minutes }),
    totals() {
      const batchNumbers = books.batchNumbers();
      const rows = batchNumbers.flatMap((batchNumber) => books.stateOf(batchNumber)?.rows ?? []);
      const sum = (/** @type {OutcomeStatus} */ wanted) =>
        rows.reduce((total, { payment, status }) => total + (status === wanted ? payment.amountFen : 0), 0);
      return {
        now: books.now(),
        parts: batchNumbers.length,
        payments: rows.length,
        paidFen: sum("paid"),
        returnedFen: sum("returned"),
      };
    },
  };
}

/** What the events come to, held in memory. */
function createBooks() {
  /** @type {Map<string, PartEvent & { returns: Map<number, number> }>} */
  const parts = new Map();
  let now = 0;
  return {
    now: () => now,
    batchNumbers: () => Array.from(parts.keys()),
    partOf: (/** @type {string} */ batchNumber) => parts.get(batchNumber),
    isFindable: (/** @type {string} */ batchNumber) =>
      now >= (parts.get(batchNumber)?.findableAt ?? Infinity),
    /** @param {BankEvent} event */
    apply(event) {
      switch (event.kind) {
        case "booked":
          parts.set(event.batchNumber, { ...event, returns: new Map() });
          break;
        case "return":
          parts.get(event.batchNumber)?.returns.set(event.row, event.at);
          break;
        case "clock":
          now = event.now;
      }
    },
    /** @param {string} batchNumber @returns {PartState | undefined} */
    stateOf(batchNumber) {
      const part = parts.get(batchNumber);
      if (part === undefined) return undefined;
      const { payments, rejected, paidAt, returns } = part;
      const rows = payments.map((payment, index) => {
        const row = index + 1;
        const times = { now, paidAt, returnedAt: returns.get(row) ?? Infinity };
        return { payment, status: statusOf(times, rejected.includes(row)) };
      });
      return { batchNumber, rows };
    },
  };
}

/**
 * @param {{ now: number, paidAt: number, returnedAt: number }} times
 * @param {boolean} isRejected
 * @returns {OutcomeStatus}
 */
function statusOf({ now, paidAt, returnedAt }, isRejected) {
  if (now < paidAt) return "processing";
  if (isRejected) return "rejected";
  return now >= returnedAt ? "returned" : "paid";
}
