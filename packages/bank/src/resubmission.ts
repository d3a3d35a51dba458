import type { PartStanding, SubmissionAnswer } from "./channel.js";

/** What happened to a part, in the bank's time (`2024-03-15T09:30:00`). */
export type PartEvent =
  /** It was given to the transport. It counts from before the first byte leaves. */
  | { readonly kind: "sent"; readonly at: string }
  /** No whole answer came: a time-out, a broken connection, bytes that nobody can read. */
  | { readonly kind: "unanswered"; readonly at: string }
  | { readonly kind: "answered"; readonly at: string; readonly answer: SubmissionAnswer }
  /** A query was answered; a query without an answer is no event. */
  | { readonly kind: "queried"; readonly at: string; readonly standing: PartStanding };

/** A part with all that happened to it, in order. */
export interface PartHistory {
  readonly events: readonly PartEvent[];
  /** See `notFoundWindowMinutes` of the channel. */
  readonly notFoundWindowMinutes?: number | undefined;
}

/**
 * What may be done with a part next.
 *
 * - `send`: it was never sent.
 * - `send-again`: the bank does not have it; the same bytes may go under the same number.
 * - `ask`: nobody knows, or the bank has it: query it, and send nothing.
 * - `wait`: the bank does not find it, which proves nothing yet: query again later.
 * - `closed`: the bank is through with it, or refused all of it. Payments that were refused or came back go
 *   into another batch, with references of their own.
 * - `person`: the bank had it and does not find it any more. A person has to clear that up with the bank.
 */
export type ResendDecision = "send" | "send-again" | "ask" | "wait" | "closed" | "person";

/**
 * Decides whether a part may be sent again.
 *
 * A time-out never allows it, however long ago; nor does a refusal as a duplicate, which says that the bank
 * has an earlier one; nor does "not found" inside the window in which the bank may still be taking the part
 * in.
 *
 * @throws RangeError when the moment of a "not found", or of what was sent before it, is none
 * @example
 * const sent = { kind: "sent", at: "2024-03-15T09:30:00" };
 * const lost = { kind: "unanswered", at: "2024-03-15T09:31:00" };
 * const part = { notFoundWindowMinutes: 30 };
 * decideResend({ ...part, events: [sent, lost] }); // => "ask"
 * const early = { kind: "queried", at: "2024-03-15T09:45:00", standing: "not-found" };
 * decideResend({ ...part, events: [sent, lost, early] }); // => "wait"
 * decideResend({ ...part, events: [sent, lost, { ...early, at: "2024-03-15T10:00:00" }] }); // => "send-again"
 */
export function decideResend({ events, notFoundWindowMinutes }: PartHistory): ResendDecision {
  const submissions = events.filter((event) => event.kind === "sent");
  const submittedAt = submissions.at(-1)?.at;
  if (submittedAt === undefined) return "send";
  if (isRefused(events) && submissions.length === 1 && !events.some(showsPart)) return "closed";
  const query = events.findLast((event) => event.kind === "queried");
  const isAskedSince = query !== undefined && events.indexOf(query) > events.findLastIndex(isSent);
  if (!isAskedSince) return "ask";
  switch (query.standing) {
    case "finished":
    case "rejected":
      return "closed";
    case "processing":
    case "unknown":
      return "ask";
    case "not-found": {
      if (events.some(showsPart)) return "person";
      const minutes = minutesOf(query.at) - minutesOf(submittedAt);
      return notFoundWindowMinutes !== undefined && minutes >= notFoundWindowMinutes ? "send-again" : "wait";
    }
  }
}

function isSent(event: PartEvent): boolean {
  return event.kind === "sent";
}

/**
 * The refusal of a second submission does not refuse the first, so it counts only where there was one; nor
 * does it count where the bank has the part all the same.
 */
function isRefused(events: readonly PartEvent[]): boolean {
  return events.some((event) => {
    return (
      event.kind === "answered" && event.answer.status === "rejected" && event.answer.reason !== "duplicate"
    );
  });
}

/** The bank showed that it has the part: it took it, found it, or refused another one as its duplicate. */
function showsPart(event: PartEvent): boolean {
  if (event.kind === "answered")
    return event.answer.status === "processing" || event.answer.reason === "duplicate";
  return event.kind === "queried" && event.standing !== "not-found" && event.standing !== "unknown";
}

function minutesOf(moment: string): number {
  // The bank's time has no zone and no summer time: read as UTC, differences are right.
  const milliseconds = Date.parse(`${moment}Z`);
  if (!Number.isFinite(milliseconds)) throw new RangeError(`not a moment: ${moment}`);
  return milliseconds / 60_000;
}
