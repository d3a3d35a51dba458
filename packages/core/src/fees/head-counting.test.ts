import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { period, plainDate } from "../calendar/plain-date.js";
import { countedDays, headCountingSchema, type HeadCounting, type Stay } from "./head-counting.js";

function stay(from?: string, to?: string): Stay {
  return {
    ...(from === undefined ? {} : { from: plainDate(from) }),
    ...(to === undefined ? {} : { to: plainDate(to) }),
  };
}

const whole: HeadCounting = { kind: "whole-month" };
const byDay: HeadCounting = { kind: "by-day" };
const on15: HeadCounting = { kind: "threshold-day", day: 15 };
const on31: HeadCounting = { kind: "threshold-day", day: 31 };

describe("countedDays", () => {
  it.each([
    // month, first and last day, counted whole, by day, on the 15th, on the 31st
    ["2024-03", undefined, undefined, [31, 31, 31, 31]],
    ["2024-03", "2020-05-06", "2030-01-01", [31, 31, 31, 31]],
    ["2024-03", "2024-03-01", "2024-03-31", [31, 31, 31, 31]],
    ["2024-03", "2024-03-15", undefined, [31, 17, 31, 31]],
    ["2024-03", "2024-03-16", undefined, [31, 16, 0, 31]],
    ["2024-03", undefined, "2024-03-15", [31, 15, 31, 0]],
    ["2024-03", undefined, "2024-03-14", [31, 14, 0, 0]],
    ["2024-03", "2024-03-10", "2024-03-20", [31, 11, 31, 0]],
    ["2024-03", "2024-03-31", "2024-03-31", [31, 1, 0, 31]],
    ["2024-03", "2024-04-01", undefined, [0, 0, 0, 0]],
    ["2024-03", undefined, "2024-02-29", [0, 0, 0, 0]],
    ["2024-02", "2024-02-29", undefined, [29, 1, 0, 29]],
    ["2023-02", undefined, "2023-02-27", [28, 27, 28, 0]],
  ] as const)("counts in %s somebody from %s to %s: %j", (month, from, to, days) => {
    const counted = [whole, byDay, on15, on31].map((rule) =>
      countedDays(rule, stay(from, to), period(month)),
    );
    expect(counted).toEqual(days);
    expect(countedDays(undefined, stay(from, to), period(month))).toBe(days[0]);
  });

  it("adds up to the month for two who follow each other, by day and on a threshold day", () => {
    const anyRule = fc.constantFrom(byDay, on15, on31);
    fc.assert(
      fc.property(anyRule, fc.integer({ min: 1, max: 28 }), (rule, last) => {
        const day = (number: number): string => `2024-02-${String(number).padStart(2, "0")}`;
        const leaver = countedDays(rule, stay(undefined, day(last)), period("2024-02"));
        const joiner = countedDays(rule, stay(day(last + 1)), period("2024-02"));
        expect(leaver + joiner).toBe(29);
      }),
    );
  });
});

describe("headCountingSchema", () => {
  it.each([
    [{ kind: "whole-month" }, true],
    [{ kind: "by-day" }, true],
    [{ kind: "threshold-day", day: 1 }, true],
    [{ kind: "threshold-day", day: 31 }, true],
    [{ kind: "threshold-day", day: 0 }, false],
    [{ kind: "threshold-day", day: 32 }, false],
    [{ kind: "threshold-day" }, false],
    [{ kind: "by-day", day: 15 }, false],
    [{ kind: "by-hour" }, false],
  ])("reads %j: %s", (json, reads) => {
    expect(headCountingSchema.safeParse(json).success).toBe(reads);
  });
});
