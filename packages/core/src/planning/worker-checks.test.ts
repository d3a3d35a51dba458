import { describe, expect, it } from "vitest";
import { aUnit, aWorker, townFacts } from "../__fixtures__/small-town.js";
import { period, plainDate } from "../calendar/plain-date.js";
import { fen } from "../money/fen.js";
import type { Worker } from "../parties/worker.js";
import { duplicateIssues, workerIssues, type WorkerFacts } from "./worker-checks.js";

function codes(
  changes: Partial<Worker>,
  month = "2024-03",
  facts: WorkerFacts = townFacts,
): readonly string[] {
  const worker = aWorker(changes);
  const issues = workerIssues(worker, aUnit(), period(month), plainDate(`${month}-01`), facts);
  for (const issue of issues) expect(issue.subject).toEqual({ unitId: "U01", workerId: worker.workerId });
  return issues.map((issue) => issue.code);
}

function born(sex: "male" | "female", birth: string): Partial<Worker> {
  return { sex, birth: plainDate(birth) };
}

describe("workerIssues", () => {
  it("finds nothing wrong with an ordinary worker", () => {
    expect(codes({})).toEqual([]);
  });

  it.each([
    // Labour Law, article 15
    ["2008-03-01", undefined, []],
    ["2008-03-02", undefined, ["under-age"]],
    ["2010-01-01", undefined, ["under-age"]],
    ["2008-03-10", "2024-03-10", []],
    ["2008-03-10", "2024-03-09", ["under-age"]],
    ["2008-03-10", "2024-02-01", ["under-age"]],
  ])("judges somebody born on %s and hired on %s in March 2024: %j", (birth, hired, expected) => {
    const hiredOn = hired === undefined ? undefined : plainDate(hired);
    expect(codes({ birth: plainDate(birth), hiredOn })).toEqual(expected);
  });

  it.each([
    // sex, birth, month, issues; 60 for men, 55 or 50 for women until the end of 2024
    ["male", "1964-03-15", "2024-03", []],
    ["male", "1964-02-15", "2024-03", ["past-retirement-age"]],
    ["female", "1969-03-15", "2024-03", ["retirement-category-unknown"]],
    ["female", "1969-02-15", "2024-03", ["past-retirement-age"]],
    ["female", "1974-03-15", "2024-03", []],
    ["female", "1974-02-15", "2024-03", ["retirement-category-unknown"]],
    // from 2025 on later by a month for every four (men) or two (F50) months of birth
    ["male", "1965-01-15", "2025-02", []],
    ["male", "1965-01-15", "2025-03", ["past-retirement-age"]],
    ["male", "1965-12-15", "2026-03", []],
    ["male", "1965-12-15", "2026-04", ["past-retirement-age"]],
    ["female", "1975-03-15", "2025-05", []],
    ["female", "1975-03-15", "2025-06", ["retirement-category-unknown"]],
  ] as const)("asks about retirement of a %s born on %s in %s: %j", (sex, birth, month, expected) => {
    expect(codes(born(sex, birth), month)).toEqual(expected);
  });

  it("says the month in which each category of women retires", () => {
    const issues = workerIssues(
      aWorker(born("female", "1975-03-15")),
      aUnit(),
      period("2025-06"),
      plainDate("2025-06-01"),
      townFacts,
    );
    expect(issues[0]?.message.zh).toContain("2025-05");
  });

  it("asks nothing about retirement of somebody whose sex or birth is not on record", () => {
    expect(codes({ sex: undefined, birth: plainDate("1950-01-01") })).toEqual([]);
    expect(codes({ birth: undefined })).toEqual([]);
  });

  it.each([
    ["2024-03-31", []],
    ["2024-04-01", ["hired-in-future"]],
  ])("judges a hire date of %s in March 2024: %j", (hired, expected) => {
    expect(codes({ hiredOn: plainDate(hired) })).toEqual(expected);
  });

  it.each([
    ["2024-02-29", ["contract-ends-before-migration"]],
    ["2024-03-01", []],
  ])("judges a contract that ends on %s before a transfer on 2024-03-01: %j", (ends, expected) => {
    expect(codes({ contractEndsOn: plainDate(ends) })).toEqual(expected);
  });

  it.each([
    [184_999, ["below-minimum-wage"]],
    [185_000, []],
    [undefined, []],
  ])("judges a pay of %s fen against a minimum wage of 1,850.00 yuan: %j", (gross, expected) => {
    expect(codes({ grossFen: gross === undefined ? undefined : fen(gross) })).toEqual(expected);
  });

  it("asks for the minimum wage of the unit's division on the last day of the month", () => {
    const asked: unknown[] = [];
    const facts: WorkerFacts = {
      ...townFacts,
      minimumWage: (division, on) => void asked.push([division, on]),
    };
    expect(codes({ grossFen: fen(1) }, "2024-02", facts)).toEqual([]);
    expect(asked).toEqual([["360403", "2024-02-29"]]);
  });

  it.each([
    ["public-welfare-post", "2021-04-01", []],
    ["public-welfare-post", "2021-03-31", ["public-welfare-term-over"]],
    ["non-establishment", "2010-01-01", []],
  ] as const)("judges the three years of a %s since %s: %j", (population, hired, expected) => {
    expect(codes({ population, hiredOn: plainDate(hired) })).toEqual(expected);
  });

  it("points at the cell", () => {
    const source = { file: "r.xlsx", row: 9, columns: { hiredOn: { column: "U", header: "首次入职时间" } } };
    const worker = aWorker({ hiredOn: plainDate("2024-05-01"), source });
    const [issue] = workerIssues(worker, aUnit(), period("2024-03"), plainDate("2024-03-01"), townFacts);
    expect(issue?.place).toEqual({ file: "r.xlsx", row: 9, column: "U", header: "首次入职时间" });
  });
});

describe("duplicateIssues", () => {
  const one = aWorker();

  it("finds nothing among different people", () => {
    expect(duplicateIssues([one, aWorker(), aWorker({ unitId: "U02" })])).toEqual({
      issues: [],
      workerIds: new Set(),
    });
  });

  it("names every row of a person, each with the places of the others", () => {
    const source = { file: "roster-U02.xlsx", row: 7, columns: {} };
    const again = aWorker({ unitId: "U02", documentNumber: one.documentNumber, source });
    const found = duplicateIssues([one, aWorker(), again]);
    expect([...found.workerIds]).toEqual([one.workerId, again.workerId]);
    expect(found.issues).toMatchObject([
      {
        code: "duplicate-worker",
        severity: "needs-decision",
        subject: { unitId: "U01", workerId: one.workerId },
      },
      { code: "duplicate-worker", subject: { unitId: "U02" }, place: { file: "roster-U02.xlsx", row: 7 } },
    ]);
    expect(found.issues[0]?.message.en).toContain("U02 roster-U02.xlsx:7");
    expect(found.issues[1]?.message.en).toContain("also at U01.");
  });

  it("sees a person again on rows whose unit is not known, and takes those rows for nobody's", () => {
    const row = (number: number) => ({ file: "r.xlsx", row: number, columns: {} });
    const lost = [5, 6].map((number) => ({ documentNumber: one.documentNumber, source: row(number) }));
    const stranger = { documentNumber: aWorker().documentNumber, source: row(7) };
    const found = duplicateIssues([one, ...lost, stranger]);
    expect([...found.workerIds]).toEqual([one.workerId]);
    expect(found.issues.map(({ code, subject, place }) => [code, subject?.workerId, place?.row])).toEqual([
      ["duplicate-worker", one.workerId, undefined],
      ["duplicate-worker", undefined, 5],
      ["duplicate-worker", undefined, 6],
    ]);
    expect(found.issues[0]?.message.en).toContain("also at r.xlsx:5; r.xlsx:6.");
  });

  it("names five of the other rows of a person, however many there are", () => {
    const row = (number: number) => ({ file: "r.xlsx", row: number, columns: {} });
    const rows = (count: number) =>
      Array.from({ length: count }, (_, index) => ({
        documentNumber: one.documentNumber,
        source: row(index + 1),
      }));
    const [first, second] = duplicateIssues(rows(7)).issues;
    expect(first?.message.en).toContain(
      "stands 7 times, also at r.xlsx:2; r.xlsx:3; r.xlsx:4; r.xlsx:5; r.xlsx:6; ….",
    );
    expect(second?.message.en).toContain("also at r.xlsx:1; r.xlsx:3;");
    expect(duplicateIssues(rows(6)).issues[5]?.message.en).not.toContain("…");
    // A sheet filled down to its end has one person on every row.
    expect(duplicateIssues(rows(20_000)).issues).toHaveLength(20_000);
  });

  it("tells an id given to two people from a person listed twice", () => {
    const twin = aWorker({ workerId: one.workerId });
    const found = duplicateIssues([one, twin]);
    expect(found.issues.map((issue) => [issue.code, issue.severity])).toEqual([
      ["worker-id-repeated", "error"],
      ["worker-id-repeated", "error"],
    ]);
    expect([...found.workerIds]).toEqual([one.workerId]);
    expect(duplicateIssues([one, one]).issues.map((issue) => issue.code)).toEqual([
      "duplicate-worker",
      "duplicate-worker",
    ]);
  });
});
