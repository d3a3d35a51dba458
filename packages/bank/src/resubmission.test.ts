import { describe, expect, it } from "vitest";
import type { PartStanding, SubmissionAnswer } from "./channel.js";
import { decideResend, type PartEvent } from "./resubmission.js";

const sent = (at = "09:30:00"): PartEvent => ({ kind: "sent", at: `2024-03-15T${at}` });
const unanswered: PartEvent = { kind: "unanswered", at: "2024-03-15T09:31:00" };
const answered = (status: SubmissionAnswer["status"], reason?: SubmissionAnswer["reason"]): PartEvent => {
  return { kind: "answered", at: "2024-03-15T09:31:00", answer: { status, statusText: "", reason } };
};
const queried = (standing: PartStanding, at = "09:40:00"): PartEvent => {
  return { kind: "queried", at: `2024-03-15T${at}`, standing };
};

describe("decideResend, at a bank that finds all it took after 30 minutes", () => {
  it.each([
    ["never sent", [], "send"],
    ["sent, nothing heard", [sent()], "ask"],
    ["time-out, which is unknown (pitfall 4)", [sent(), unanswered], "ask"],
    ["time-out, and again a time-out", [sent(), unanswered, sent("10:30:00"), unanswered], "ask"],
    ["an answer that nobody can read", [sent(), answered("unknown")], "ask"],
    ["taken", [sent(), answered("processing")], "ask"],
    ["refused", [sent(), answered("rejected")], "closed"],
    ["refused, and asked about", [sent(), answered("rejected"), queried("rejected")], "closed"],
    ["refused, and yet found", [sent(), answered("rejected"), queried("processing")], "ask"],
    [
      "refused as a duplicate: an earlier one is there (pitfall 3)",
      [sent(), answered("rejected", "duplicate")],
      "ask",
    ],
    [
      "refused the second time: the first may have been taken",
      [sent(), unanswered, sent("10:30:00"), answered("rejected")],
      "ask",
    ],
    [
      "not found inside the window (pitfall 5)",
      [sent(), unanswered, queried("not-found", "09:59:59")],
      "wait",
    ],
    ["not found at its end", [sent(), unanswered, queried("not-found", "10:00:00")], "send-again"],
    [
      "not found before it was sent a second time",
      [sent(), unanswered, queried("not-found", "10:00:00"), sent("10:05:00"), unanswered],
      "ask",
    ],
    [
      "not found, counted from the second time",
      [sent(), unanswered, sent("10:05:00"), unanswered, queried("not-found", "10:30:00")],
      "wait",
    ],
    ["unknown to a query", [sent(), unanswered, queried("unknown", "18:00:00")], "ask"],
    ["found", [sent(), unanswered, queried("processing")], "ask"],
    ["through", [sent(), unanswered, queried("finished")], "closed"],
    ["refused as a whole", [sent(), unanswered, queried("rejected")], "closed"],
    [
      "taken and then not found",
      [sent(), answered("processing"), queried("not-found", "18:00:00")],
      "person",
    ],
    [
      "found and then not found",
      [sent(), unanswered, queried("processing"), queried("not-found", "18:00:00")],
      "person",
    ],
    [
      "a duplicate and then not found",
      [sent(), answered("rejected", "duplicate"), queried("not-found", "18:00:00")],
      "person",
    ],
  ] as const)("%s", (_, events, decision) => {
    expect(decideResend({ events, notFoundWindowMinutes: 30 })).toBe(decision);
  });

  it("never sends again at a bank that guarantees no window", () => {
    const events = [sent(), unanswered, queried("not-found", "23:59:59")];
    expect(decideResend({ events })).toBe("wait");
  });

  it.each([
    ["2025-01-01T00:14:59", "wait"],
    ["2025-01-01T00:15:00", "send-again"],
  ] as const)("counts the window over the end of a year: %s", (at, decision) => {
    const lost: readonly PartEvent[] = [{ kind: "sent", at: "2024-12-31T23:45:00" }, unanswered];
    const missed: PartEvent = { kind: "queried", at, standing: "not-found" };
    expect(decideResend({ events: [...lost, missed], notFoundWindowMinutes: 30 })).toBe(decision);
  });

  it("throws for a moment that is none", () => {
    const missed: PartEvent = { kind: "queried", at: "tomorrow", standing: "not-found" };
    expect(() => decideResend({ events: [sent(), missed], notFoundWindowMinutes: 30 })).toThrow(/tomorrow/);
  });
});
