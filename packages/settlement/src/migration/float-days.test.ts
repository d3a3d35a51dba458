import { addDays, daysBetween, plainDate } from "@tongchou/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { floatDays, type WorkingCalendar } from "./float-days.js";

/** Around the Spring Festival of 2024: off from 10 to 17 February, worked on Sunday 4 and Sunday 18. */
const february: WorkingCalendar = {
  from: plainDate("2024-02-01"),
  to: plainDate("2024-02-29"),
  restDays: ["12", "13", "14", "15", "16"].map((day) => plainDate(`2024-02-${day}`)),
  workDays: ["04", "18"].map((day) => plainDate(`2024-02-${day}`)),
};

describe("floatDays", () => {
  it.each([
    // received, paid, calendar days, working days
    ["2024-02-05", "2024-02-05", 0, 0],
    ["2024-02-05", "2024-02-06", 1, 1],
    // Friday to Monday.
    ["2024-02-23", "2024-02-26", 3, 1],
    // Over a Sunday that is worked.
    ["2024-02-02", "2024-02-05", 3, 2],
    // Over the festival, with a Sunday worked at its end.
    ["2024-02-09", "2024-02-19", 10, 2],
    // Paid before the money came.
    ["2024-02-06", "2024-02-05", 0, 0],
  ])("from %s to %s are %i days, %i of them worked", (received, paid, calendarDays, workingDays) => {
    const [receivedOn, paidOn] = [plainDate(received), plainDate(paid)];
    expect(floatDays(receivedOn, paidOn)).toEqual({ days: calendarDays, counted: "calendar-days" });
    expect(floatDays(receivedOn, paidOn, february)).toEqual({ days: workingDays, counted: "working-days" });
  });

  it.each([
    ["2024-01-31", "2024-02-02"],
    ["2024-02-28", "2024-03-01"],
  ])("counts calendar days from %s to %s, which the calendar does not cover", (received, paid) => {
    expect(floatDays(plainDate(received), plainDate(paid), february)).toEqual({
      days: 2,
      counted: "calendar-days",
    });
  });

  it("counts Mondays to Fridays where the calendar names no other day", () => {
    const plain = { from: plainDate("1990-01-01"), to: plainDate("2030-12-31"), restDays: [], workDays: [] };
    fc.assert(
      fc.property(fc.nat(12_000), fc.nat(40), (start, length) => {
        const receivedOn = addDays(plainDate("1990-01-01"), start);
        const paidOn = addDays(receivedOn, length);
        const weekdays = Array.from({ length }, (_, index) => addDays(receivedOn, index + 1)).filter(
          (day) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()),
        );
        expect(floatDays(receivedOn, paidOn, plain).days).toBe(weekdays.length);
        expect(daysBetween(receivedOn, paidOn)).toBe(length);
      }),
      { numRuns: 200 },
    );
  });
});
