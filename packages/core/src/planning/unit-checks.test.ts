import { describe, expect, it } from "vitest";
import {
  aContract,
  aDispatchedWorker,
  anAgency,
  aUnit,
  aWorker,
  planOf,
} from "../__fixtures__/small-town.js";
import { plainDate } from "../calendar/plain-date.js";
import { fen } from "../money/fen.js";
import type { EmployerUnit } from "../parties/employer-unit.js";
import type { HrAgency } from "../parties/hr-agency.js";
import type { Worker } from "../parties/worker.js";
import { planMigration, type PlanInput } from "./plan.js";

function times(count: number, make: () => Worker): readonly Worker[] {
  return Array.from({ length: count }, make);
}

/** The issues about the unit and its contracts: those that are about no worker. */
function unitIssuesOf(workers: readonly Worker[], changes: Partial<PlanInput> = {}): readonly string[] {
  return planMigration(planOf(workers, changes))
    .issues.filter((issue) => issue.subject?.workerId === undefined)
    .map((issue) => issue.code);
}

describe("the approved headcount", () => {
  it.each([
    // roster, approved, issues
    [3, 3, []],
    [4, 3, ["headcount-over"]],
    [1, 0, ["headcount-over"]],
    [0, 0, []],
    [9, undefined, []],
  ])("of %i workers with %s approved: %j", (heads, approvedHeadcount, codes) => {
    const workers = times(heads, () => aWorker());
    expect(unitIssuesOf(workers, { units: [aUnit({ approvedHeadcount })] })).toEqual(codes);
  });

  it("is not taken up by people whose money may not pass through the platform", () => {
    const workers = [aWorker(), aWorker({ population: "student-intern" })];
    expect(unitIssuesOf(workers, { units: [aUnit({ approvedHeadcount: 1 })] })).toEqual([]);
  });
});

describe("the share of dispatched workers (Order 22, article 4)", () => {
  const company: Partial<EmployerUnit> = {
    nature: "state-owned-enterprise",
    creditCode: "91360499MA00030563",
  };

  it.each([
    // dispatched, own employees, unit, issue
    [1, 9, company, []],
    [1, 8, company, ["dispatch-share-over"]],
    [10, 90, company, []],
    [11, 98, company, ["dispatch-share-over"]],
    [0, 0, company, []],
    [1, 0, company, ["dispatch-share-over"]],
    [1, undefined, company, ["dispatch-share-unknown"]],
    // the order names enterprises, not organs and institutions
    [1, 8, {}, ["dispatch-share-over-body"]],
    [1, undefined, {}, []],
  ])("of %i dispatched beside %s own employees", (dispatched, ownEmployees, unit, codes) => {
    const workers = times(dispatched, () => aDispatchedWorker());
    expect(unitIssuesOf(workers, { units: [aUnit({ ...unit, ownEmployees })] })).toEqual(codes);
  });

  it("asks a decision of a company and only warns a public body", () => {
    const severity = (unit: Partial<EmployerUnit>): string | undefined =>
      planMigration(planOf([aDispatchedWorker()], { units: [aUnit({ ...unit, ownEmployees: 2 })] })).issues[0]
        ?.severity;
    expect(severity(company)).toBe("needs-decision");
    expect(severity({})).toBe("warning");
  });

  it("says the share in percent", () => {
    const plan = planMigration(
      planOf([aDispatchedWorker()], { units: [aUnit({ ...company, ownEmployees: 2 })] }),
    );
    expect(plan.issues[0]?.message.en).toContain("33.3 % of all (1 of 3)");
  });
});

describe("self-dispatch (Labour Contract Law 67)", () => {
  const group = "91360499MA0003099X";

  it.each<[string, Partial<EmployerUnit>, Partial<HrAgency>, boolean]>([
    ["strangers", {}, {}, false],
    ["two groups", { ultimateParent: group }, { ultimateParent: "另一集团" }, false],
    ["one group", { ultimateParent: group }, { ultimateParent: group }, true],
    ["an agency of the unit's own", {}, { ultimateParent: aUnit().creditCode }, true],
    [
      "an agency of a unit inside a group",
      { ultimateParent: group },
      { ultimateParent: aUnit().creditCode },
      true,
    ],
    ["the unit's parent as agency", { ultimateParent: group }, { creditCode: group }, true],
    ["the unit itself as agency", {}, { creditCode: aUnit().creditCode }, true],
  ])("between %s", (_, unit, agency, isSelf) => {
    const codes = unitIssuesOf([aDispatchedWorker()], { units: [aUnit(unit)], agencies: [anAgency(agency)] });
    expect(codes).toEqual(isSelf ? ["self-dispatch"] : []);
  });

  it("does not concern outsourcing", () => {
    const codes = unitIssuesOf([aDispatchedWorker({ mode: "outsourcing" })], {
      contracts: [aContract({ mode: "outsourcing" })],
      agencies: [anAgency({ ultimateParent: aUnit().creditCode })],
    });
    expect(codes).toEqual([]);
  });
});

describe("the contracts of a unit", () => {
  const three = times(3, () => aDispatchedWorker());
  const successor = aContract({ id: "N1", agencyId: "A02", replaces: "C01", intention: undefined });
  const agencies = [anAgency(), anAgency({ id: "A02", name: "示例派遣乙公司" })];

  it.each([
    ["kept", aContract({ intention: "keep" }), []],
    ["not yet decided on", aContract({ intention: undefined }), ["agency-choice-missing"]],
    ["left", aContract({ intention: "leave" }), ["agency-reselection-open"]],
    ["to change mode", aContract({ intention: "change-mode" }), ["procurement-open"]],
    ["lapsed", aContract({ expiresOn: plainDate("2024-02-29") }), ["agency-contract-lapsed"]],
  ])("raise one question for all workers when %s", (_, contract, codes) => {
    const issues = planMigration(planOf(three, { contracts: [contract] })).issues;
    expect(issues.map((issue) => issue.code)).toEqual(codes);
    for (const issue of issues) {
      expect(issue.subject).toEqual({ unitId: "U01", contractId: "C01", agencyId: "A01" });
    }
  });

  it("ask about keeping an agency only of those whose contract runs on, services bought or not", () => {
    const unsaid = { intention: undefined };
    const lapsed = aContract({ ...unsaid, expiresOn: plainDate("2024-02-29") });
    expect(unitIssuesOf(three, { contracts: [lapsed] })).toEqual(["agency-contract-lapsed"]);
    const worker = aDispatchedWorker();
    const choices = [{ workerId: worker.workerId, services: "ordered" }] as const;
    expect(unitIssuesOf([worker], { choices, contracts: [aContract(unsaid)] })).toEqual([
      "agency-choice-missing",
    ]);
    const hired = [{ workerId: worker.workerId, status: "new-hire" }] as const;
    expect(unitIssuesOf([worker], { choices: hired, contracts: [aContract(unsaid)] })).toEqual([]);
  });

  it("counts who waits for a new agency", () => {
    const plan = planMigration(planOf(three, { contracts: [aContract({ intention: "leave" })] }));
    expect(plan.issues[0]?.message.en).toContain("(3 workers)");
  });

  it("raise nothing more once a new agency is under contract", () => {
    for (const changes of [
      { intention: "leave" },
      { intention: "change-mode" },
      { expiresOn: plainDate("2024-02-29") },
    ] as const) {
      expect(unitIssuesOf(three, { agencies, contracts: [aContract(changes), successor] })).toEqual([]);
    }
  });

  it("raise nothing about contracts nobody is under, and nothing about those of other units", () => {
    const contracts = [aContract(), aContract({ id: "C09", unitId: "U09", intention: "leave" })];
    const unused = aContract({ id: "C08", agencyId: "A02", intention: undefined });
    expect(unitIssuesOf(three, { agencies, contracts: [...contracts, unused] })).toEqual([]);
  });

  it.each([
    ["an agency on no list", { agencyId: "A99" }, 'names "A99" as its agencyId'],
    ["a contract that nobody has", { replaces: "C99" }, 'names "C99" as its replaces'],
    ["a contract of another unit", { replaces: "C77" }, 'names "C77" as its replaces'],
  ])("are not passed over in silence when they name %s", (_, changes, part) => {
    const ofOther = aContract({ id: "C77", unitId: "U02" });
    const input = planOf(three, {
      agencies,
      contracts: [aContract(), ofOther, { ...successor, ...changes }],
    });
    const found = planMigration(input).issues.filter(({ code }) => code === "contract-reference-unknown");
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ severity: "error", subject: { unitId: "U01", contractId: "N1" } });
    expect(found[0]?.message.en).toContain(part);
  });

  it.each([
    // signed by the new agency, stage-one agreements signed, issues (N15)
    ["2024-02-01", "2024-02-01", []],
    ["2024-02-01", "2024-02-02", ["stage-two-early"]],
    ["2024-02-01", undefined, []],
  ])("let a new agency sign on %s after agreements of %s: %j", (signed, agreed, codes) => {
    const steps = agreed === undefined ? {} : { "agreements-signed": plainDate(agreed) };
    const found = unitIssuesOf(three, {
      agencies,
      contracts: [aContract({ intention: "leave" }), { ...successor, signedOn: plainDate(signed) }],
      stepsDone: new Map([["U01", steps]]),
      timetable: [],
    });
    expect(found).toEqual(codes);
  });

  it.each([
    ["outsourcing", 50_000, ["outsourcing-looks-like-dispatch", "split-payer"]],
    ["outsourcing", 0, []],
    ["dispatch", 50_000, ["split-payer"]],
    ["dispatch", undefined, []],
  ] as const)("under %s with %s fen paid by the unit itself: %j", (mode, unitPaid, codes) => {
    const unitPaidFen = unitPaid === undefined ? undefined : fen(unitPaid);
    const workers = [aDispatchedWorker({ mode, unitPaidFen }), aDispatchedWorker({ mode })];
    expect(unitIssuesOf(workers, { contracts: [aContract({ mode })] })).toEqual(codes);
  });

  it("say how many of an outsourced team the unit pays itself", () => {
    const workers = [
      aDispatchedWorker({ mode: "outsourcing", unitPaidFen: fen(1) }),
      aDispatchedWorker({ mode: "outsourcing" }),
    ];
    const plan = planMigration(planOf(workers, { contracts: [aContract({ mode: "outsourcing" })] }));
    expect(plan.issues[0]?.message.en).toContain("of 1 of 2 workers");
  });
});
