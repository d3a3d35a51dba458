import { describe, expect, it } from "vitest";
import { plainDate } from "../calendar/plain-date.js";
import { clauseOf } from "../policy/clauses.js";
import { cityTimetable, lateSteps, type TimetableEntry } from "./timetable.js";

const unit = { unitId: "U01" };
const late = plainDate("2024-06-30");

describe("cityTimetable", () => {
  it.each([
    ["started", undefined, "2023-12-31", "P2-3.1"],
    ["workers-told", undefined, "2024-01-05", "P2-3.1"],
    ["forms-filed", undefined, "2024-01-10", "P2-3.1"],
    ["agreements-signed", "2024-01-10", "2024-02-29", "P2-3.1"],
    ["direct-pay-ended", undefined, "2024-03-01", "P2-3.5"],
  ])("has %s from %s to %s by %s", (step, opens, due, clause) => {
    const entry = cityTimetable.find((candidate) => candidate.step === step);
    expect([entry?.opens, entry?.due, entry?.clause]).toEqual([opens, due, clause]);
    expect(() => clauseOf(clause)).not.toThrow();
  });

  it("has five steps, in the order in which they fall due", () => {
    const dues = cityTimetable.map((entry) => entry.due);
    expect(dues).toHaveLength(5);
    expect(dues).toEqual(dues.toSorted());
  });
});

describe("lateSteps", () => {
  it.each([
    // step, done on, issue
    ["started", "2023-12-31", undefined],
    ["started", "2024-01-01", "timetable-late"],
    ["workers-told", "2024-01-05", undefined],
    ["workers-told", "2024-01-06", "timetable-late"],
    ["forms-filed", "2024-01-10", undefined],
    ["forms-filed", "2024-01-11", "timetable-late"],
    ["agreements-signed", "2024-01-09", undefined],
    ["agreements-signed", "2024-02-29", undefined],
    ["agreements-signed", "2024-03-01", "timetable-late"],
    ["direct-pay-ended", "2024-03-01", undefined],
    ["direct-pay-ended", "2024-03-02", "timetable-late"],
  ] as const)("judges %s done on %s: %s", (step, day, code) => {
    const timetable = cityTimetable.filter((entry) => entry.step === step);
    const issues = lateSteps({ [step]: plainDate(day) }, late, unit, timetable);
    expect(issues.map((issue) => issue.code)).toEqual(code === undefined ? [] : [code]);
  });

  it.each([
    ["2024-01-10", undefined],
    ["2024-01-11", "timetable-open"],
  ])("judges forms of which there is no word by %s: %s", (asOf, code) => {
    const timetable = cityTimetable.filter((entry) => entry.step === "forms-filed");
    const issues = lateSteps({}, plainDate(asOf), unit, timetable);
    expect(issues.map((issue) => issue.code)).toEqual(code === undefined ? [] : [code]);
  });

  it("warns, cites the clause and names both days", () => {
    const [issue] = lateSteps({ "forms-filed": plainDate("2024-01-12") }, late, unit);
    expect(issue).toMatchObject({
      code: "timetable-open",
      severity: "warning",
      clause: "P2-3.1",
      subject: unit,
    });
    const found = lateSteps({ "forms-filed": plainDate("2024-01-12") }, late, unit)[2];
    expect(found).toMatchObject({ code: "timetable-late", severity: "warning", clause: "P2-3.1" });
    expect(found?.message.zh).toContain("2024-01-12");
    expect(found?.message.en).toContain("2024-01-10");
  });

  it("judges by a county's own dates", () => {
    const county: readonly TimetableEntry[] = cityTimetable.map((entry) => ({
      ...entry,
      due: plainDate("2024-06-30"),
    }));
    expect(lateSteps({}, late, unit, county)).toEqual([]);
    expect(lateSteps({}, plainDate("2024-07-01"), unit, county)).toHaveLength(5);
    expect(lateSteps({}, late, unit, [])).toEqual([]);
  });
});
