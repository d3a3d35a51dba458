import { describe, expect, it } from "vitest";
import {
  aDispatchedWorker,
  anApproval,
  aUnit,
  aWorker,
  outline,
  planOf,
} from "../__fixtures__/small-town.js";
import { plainDate } from "../calendar/plain-date.js";
import type { Worker } from "../parties/worker.js";
import { planMigration, type PlanInput } from "./plan.js";

function plan(workers: readonly Worker[], changes: Partial<PlanInput> = {}): ReturnType<typeof outline> {
  return outline(planMigration(planOf(workers, changes)));
}

describe("planMigration", () => {
  it("gives everybody a way, in the order of the rosters, and holds nobody out without cause", () => {
    const approved = aWorker();
    const found = planMigration(
      planOf(
        [
          approved,
          aDispatchedWorker(),
          aWorker({ population: "public-welfare-post", hiredOn: plainDate("2022-01-01") }),
        ],
        {
          approvals: [anApproval(approved)],
        },
      ),
    );
    expect(outline(found)).toEqual({ branches: ["1A", "2A", "P0"], heldOut: 0, codes: [] });
    expect(found.period).toBe("2024-03");
    expect(found.issues).toEqual([]);
  });

  it("throws when a roster names a unit that is not among the units", () => {
    expect(() => planMigration(planOf([], { rosters: [{ unitId: "U99", workers: [] }] }))).toThrow(
      RangeError,
    );
  });

  it("holds out who cannot be settled and lets the rest through", () => {
    const young = aWorker({ birth: plainDate("2010-01-01") });
    expect(plan([young, aWorker()])).toEqual({
      branches: ["1P"],
      heldOut: 1,
      codes: ["under-age", "direct-hire-not-approved"],
    });
  });

  it("holds out a person in two units, and reports both rows", () => {
    const here = aWorker();
    const there = aWorker({ unitId: "U02", documentNumber: here.documentNumber });
    const found = planMigration(
      planOf([], {
        units: [aUnit(), aUnit({ id: "U02" })],
        rosters: [
          { unitId: "U01", workers: [here, aWorker()] },
          { unitId: "U02", workers: [there] },
        ],
      }),
    );
    expect(found.workers).toHaveLength(1);
    expect(found.heldOut).toEqual([here, there]);
    const duplicates = found.issues.filter((issue) => issue.code === "duplicate-worker");
    expect(duplicates.map((issue) => issue.subject)).toEqual([
      { unitId: "U01", workerId: here.workerId },
      { unitId: "U02", workerId: there.workerId },
    ]);
  });

  it("asks nothing about the route of a person whose place is not clear", () => {
    const here = aWorker({ mode: "direct" });
    const there = aWorker({ unitId: "U02", mode: "direct", documentNumber: here.documentNumber });
    const rosters = [
      { unitId: "U01", workers: [here] },
      { unitId: "U02", workers: [there] },
    ];
    const { issues } = planMigration(planOf([], { units: [aUnit(), aUnit({ id: "U02" })], rosters }));
    const ofWorkers = issues.filter((issue) => issue.subject?.workerId !== undefined);
    expect(ofWorkers.map((issue) => issue.code)).toEqual(["duplicate-worker", "duplicate-worker"]);
  });

  it("holds out a person who stands again on a row that is unusable for another reason", () => {
    const here = aWorker();
    const { unitId, workerId, documentNumber } = { ...here, unitId: "U02", workerId: "U02-86" };
    const found = planMigration(planOf([here], { otherMentions: [{ unitId, workerId, documentNumber }] }));
    expect(found.workers).toEqual([]);
    expect(found.heldOut).toEqual([here]);
    const duplicates = found.issues.filter((issue) => issue.code === "duplicate-worker");
    expect(duplicates.map((issue) => issue.subject?.unitId)).toEqual(["U01", "U02"]);
  });

  it("holds out two people with one worker id", () => {
    const first = aWorker();
    const found = plan([first, aWorker({ workerId: first.workerId }), aWorker()]);
    expect(found.heldOut).toBe(2);
    expect(found.codes.filter((code) => code === "worker-id-repeated")).toHaveLength(2);
  });

  it.each([
    ["migrant-worker", "农民工的资金", "a migrant worker"],
    ["student-intern", "实习生的资金", "a student intern"],
    ["work-relief", "以工代赈人员的资金", "a worker on work relief"],
  ] as const)("lets no money of a %s through the platform", (population, zh, en) => {
    const { workers, heldOut, issues } = planMigration(planOf([aWorker({ population })]));
    expect([workers.length, heldOut.length]).toEqual([0, 1]);
    expect(issues.map(({ code }) => code)).toEqual(["population-not-through-platform"]);
    expect(issues[0]?.message.zh).toContain(zh);
    expect(issues[0]?.message.en).toContain(en);
  });

  it.each([
    // a man past 60, a woman past 55, one between 50 and 55: the question does not stop the pay
    ["male", "1963-12-31", ["past-retirement-age"]],
    ["female", "1968-12-31", ["past-retirement-age"]],
    ["female", "1972-06-06", ["retirement-category-unknown"]],
  ] as const)("pays a %s born on %s and asks", (sex, birth, codes) => {
    const worker = aWorker({ sex, birth: plainDate(birth) });
    expect(plan([worker], { approvals: [anApproval(worker)] })).toEqual({
      branches: ["1A"],
      heldOut: 0,
      codes,
    });
  });

  it("holds out somebody hired after the month", () => {
    expect(plan([aWorker({ hiredOn: plainDate("2024-04-01") })])).toMatchObject({
      heldOut: 1,
      codes: ["hired-in-future"],
    });
  });
});

describe("scope and headcount in a plan", () => {
  it.each([
    ["vertical", undefined, "X", ["out-of-scope"]],
    ["vertical", false, "X", ["out-of-scope"]],
    ["vertical", true, "1P", ["direct-hire-not-approved"]],
    ["county", undefined, "1P", ["direct-hire-not-approved"]],
    [undefined, undefined, "1P", ["direct-hire-not-approved"]],
  ] as const)("sends the staff of a %s unit, opted in %s, to %s", (level, optedIn, branch, codes) => {
    expect(plan([aWorker()], { units: [aUnit({ level, optedIn })] })).toEqual({
      branches: [branch],
      heldOut: 0,
      codes,
    });
  });

  it("bounds new hires by the approved headcount, and only them", () => {
    const hired = aDispatchedWorker();
    const choices = [{ workerId: hired.workerId, status: "new-hire" }] as const;
    const workers = [aDispatchedWorker(), hired];
    const within = plan(workers, { choices, units: [aUnit({ approvedHeadcount: 2 })] });
    expect(within).toMatchObject({ branches: ["2A", "3B"], codes: [] });
    const over = plan(workers, { choices, units: [aUnit({ approvedHeadcount: 1 })] });
    expect(over).toMatchObject({ branches: ["2A", "X"], codes: ["out-of-scope"] });
  });

  it.each([
    ["approved", "1A", 0, []],
    ["pending", undefined, 1, ["new-hire-direct-unapproved"]],
    [undefined, undefined, 1, ["new-hire-direct-unapproved"]],
  ] as const)("employs a new hire directly when %s: %s", (status, branch, heldOut, codes) => {
    const hired = aWorker();
    const approvals = status === undefined ? [] : [anApproval(hired, { status })];
    const choices = [{ workerId: hired.workerId, status: "new-hire" }] as const;
    expect(plan([hired], { approvals, choices })).toEqual({
      branches: branch === undefined ? [] : [branch],
      heldOut,
      codes,
    });
  });

  it("does not compare a public-welfare post with the list of direct hires", () => {
    const hiredOn = plainDate("2022-01-01");
    const post = aWorker({ population: "public-welfare-post", fundingSource: "special-funds", hiredOn });
    expect(plan([post])).toEqual({ branches: ["P0"], heldOut: 0, codes: [] });
  });
});

describe("the timetable in a plan", () => {
  const steps = (changes: Partial<PlanInput>): readonly string[] =>
    planMigration(planOf([], changes)).issues.map((issue) => issue.code);

  it.each([
    ["2024-01-10", []],
    ["2024-01-11", ["timetable-late"]],
    [undefined, []],
  ])("judges a roster filled in on %s by the city's dates: %j", (day, codes) => {
    const filledInOn = day === undefined ? undefined : plainDate(day);
    expect(steps({ rosters: [{ unitId: "U01", workers: [], filledInOn }] })).toEqual(codes);
  });

  it("takes the day of the forms on record before the one in the roster's head", () => {
    const rosters = [{ unitId: "U01", workers: [], filledInOn: plainDate("2024-01-11") }];
    const stepsDone = new Map([["U01", { "forms-filed": plainDate("2024-01-10") }]]);
    expect(steps({ rosters, stepsDone })).toEqual([]);
  });

  it("judges every step with a day on record, and none without", () => {
    const stepsDone = new Map([
      ["U01", { started: plainDate("2024-01-01"), "direct-pay-ended": plainDate("2024-03-02") }],
    ]);
    expect(steps({ stepsDone })).toEqual(["timetable-late", "timetable-late"]);
  });

  it("judges by a county's dates, or by none", () => {
    const rosters = [{ unitId: "U01", workers: [], filledInOn: plainDate("2024-01-20") }];
    const due = plainDate("2024-01-20");
    const county = [{ step: "forms-filed", due, clause: "P2-3.1", zh: "报表", en: "forms" }] as const;
    expect(steps({ rosters, timetable: county })).toEqual([]);
    expect(steps({ rosters, timetable: [] })).toEqual([]);
    expect(steps({ rosters, timetable: [{ ...county[0], due: plainDate("2024-01-19") }] })).toHaveLength(1);
  });
});
