import { describe, expect, it } from "vitest";
import {
  aContract,
  aDispatchedWorker,
  anApproval,
  aUnit,
  aWorker,
  planOf,
} from "../__fixtures__/small-town.js";
import { plainDate } from "../calendar/plain-date.js";
import { fen } from "../money/fen.js";
import { ambiguities, ambiguityOf, type AmbiguityId } from "../migration/ambiguities.js";
import type { Worker } from "../parties/worker.js";
import { planMigration, type PlanInput } from "./plan.js";

/** What rests on a reading, and what next to it does not. */
interface Row {
  readonly id: AmbiguityId;
  readonly rests: readonly [Worker, Partial<PlanInput>];
  readonly free: readonly [Worker, Partial<PlanInput>];
}

const person = aWorker();
const own = aWorker({ fundingSource: "own-funds" });
const supplied = aDispatchedWorker();
const approved = { approvals: [anApproval(person), anApproval(own), anApproval(supplied)] };
const leaving = { contracts: [aContract({ intention: "leave" })] };
const lapsed = { contracts: [aContract({ expiresOn: plainDate("2024-02-29") })] };
const changing = { contracts: [aContract({ intention: "change-mode" })] };
const asNew = (worker: Worker): Pick<PlanInput, "choices"> => ({
  choices: [{ workerId: worker.workerId, status: "new-hire" }],
});
const wants = (
  worker: Worker,
  targetMode: "direct" | "dispatch" | "outsourcing",
): Pick<PlanInput, "choices"> => ({
  choices: [{ workerId: worker.workerId, targetMode }],
});
const company = { units: [aUnit({ nature: "state-owned-enterprise", level: "county", ownEmployees: 90 })] };
const refusing = { ...supplied, willing: false };

const rows: readonly Row[] = [
  { id: "N1", rests: [person, {}], free: [person, approved] },
  { id: "N2", rests: [own, {}], free: [supplied, leaving] },
  { id: "N3", rests: [person, approved], free: [supplied, {}] },
  { id: "N4", rests: [supplied, {}], free: [supplied, leaving] },
  {
    id: "N5",
    rests: [supplied, { ...leaving, ...wants(supplied, "outsourcing") }],
    free: [person, wants(person, "dispatch")],
  },
  {
    id: "N6",
    rests: [person, { ...approved, ...wants(person, "dispatch") }],
    free: [supplied, { ...approved, ...wants(supplied, "outsourcing") }],
  },
  { id: "N7", rests: [supplied, leaving], free: [supplied, {}] },
  { id: "N8", rests: [supplied, {}], free: [person, approved] },
  { id: "N9", rests: [supplied, leaving], free: [supplied, {}] },
  { id: "N10", rests: [refusing, leaving], free: [supplied, leaving] },
  { id: "N11", rests: [own, {}], free: [person, {}] },
  { id: "N12", rests: [{ ...person, population: "public-welfare-post" }, {}], free: [person, {}] },
  { id: "N13", rests: [person, approved], free: [person, {}] },
  {
    id: "N14",
    rests: [person, { units: [aUnit({ level: "vertical", optedIn: true })] }],
    free: [person, {}],
  },
  { id: "N15", rests: [supplied, leaving], free: [supplied, asNew(supplied)] },
  { id: "N16", rests: [supplied, lapsed], free: [supplied, leaving] },
  { id: "N17", rests: [person, { ...approved, ...asNew(person) }], free: [person, approved] },
  {
    id: "N18",
    rests: [{ ...supplied, unitPaidFen: fen(50_000) }, {}],
    free: [{ ...person, unitPaidFen: fen(50_000) }, {}],
  },
  { id: "N19", rests: [supplied, {}], free: [supplied, asNew(supplied)] },
  { id: "N20", rests: [person, approved], free: [supplied, {}] },
];

function flagsOf([worker, changes]: Row["rests"]): readonly AmbiguityId[] {
  const { workers } = planMigration(planOf([worker], changes));
  expect(workers).toHaveLength(1);
  return workers[0]?.flags ?? [];
}

describe("the readings that a decision rests on", () => {
  it.each(rows)("$id is named where it decides, and not next to it", ({ id, rests, free }) => {
    expect(flagsOf(rests)).toContain(id);
    expect(flagsOf(free)).not.toContain(id);
  });

  it("are the twenty of the list, each once", () => {
    const ids = Array.from({ length: 20 }, (_, index) => `N${index + 1}`);
    expect(ambiguities.map((ambiguity) => ambiguity.id)).toEqual(ids);
    expect(rows.map((row) => row.id)).toEqual(ids);
  });

  it.each([
    ["a vertical unit that stays outside", { units: [aUnit({ level: "vertical" })] }],
    ["a county's company", company],
  ])("name N14 for %s", (_, changes) => {
    expect(flagsOf([person, changes])).toContain("N14");
  });

  it.each([
    ["a county's public body", { units: [aUnit({ level: "county" })] }],
    ["the city's company", { units: [aUnit({ nature: "state-owned-enterprise", ownEmployees: 90 })] }],
  ] as const)("do not name N14 for %s, which the policy names itself", (_, changes) => {
    expect(flagsOf([person, changes])).not.toContain("N14");
  });

  it("name N10 wherever somebody is reckoned severance, also without a move", () => {
    expect(flagsOf([refusing, {}])).toContain("N10");
  });

  it("name N16 for a lapsed contract that changes mode as well, with the cap of N5", () => {
    const flags = flagsOf([supplied, { ...lapsed, ...wants(supplied, "outsourcing") }]);
    expect(flags).toContain("N16");
    expect(flags).toContain("N5");
    expect(flagsOf([supplied, changing])).not.toContain("N16");
  });

  it("are each named once", () => {
    for (const { rests } of rows) {
      const flags = flagsOf(rests);
      expect(new Set(flags).size).toBe(flags.length);
    }
  });
});

describe("ambiguities", () => {
  it.each(ambiguities)("$id says problem and reading in both languages", ({ id, flag, problem, reading }) => {
    expect(flag).not.toBe("");
    for (const text of [problem, reading]) {
      expect(text.zh).toMatch(/\p{Script=Han}/u);
      expect(text.en).not.toMatch(/\p{Script=Han}/u);
    }
    expect(ambiguityOf(id).reading).toBe(reading);
  });
});
