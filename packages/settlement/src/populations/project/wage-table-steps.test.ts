import { fen, plainDate } from "@tongchou/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rowOf, steps, tableOf } from "../../__fixtures__/project.js";
import { wageTableStanding, type WageTableActor, type WageTableStep } from "./wage-table-steps.js";

const table = tableOf([rowOf("W1"), rowOf("W2")]);
const { drawUp, review, instruct, confirm } = steps;

function standingOf(taken: readonly WageTableStep[], of = table) {
  const { lines, issues } = wageTableStanding(of, taken);
  return {
    states: lines.map(({ state }) => state),
    found: issues.map(({ code, subject }) =>
      subject?.workerId === undefined ? code : `${code} ${subject.workerId}`,
    ),
  };
}

describe("wageTableStanding", () => {
  it("brings a row from the employer through the worker to the general contractor's instruction", () => {
    expect(standingOf([drawUp, confirm("W1"), confirm("W2")])).toEqual({
      states: ["confirmed", "confirmed"],
      found: [],
    });
    expect(standingOf([drawUp, confirm("W1"), confirm("W2"), review]).states).toEqual([
      "reviewed",
      "reviewed",
    ]);
    expect(standingOf([drawUp, confirm("W1"), confirm("W2"), review, instruct])).toEqual({
      states: ["instructed", "instructed"],
      found: [],
    });
  });

  it("holds the row that its worker has not confirmed, and lets the others go", () => {
    expect(standingOf([drawUp, confirm("W1"), review, instruct])).toEqual({
      states: ["instructed", "drawn-up"],
      found: ["wage-line-not-confirmed W2"],
    });
  });

  it("takes a later confirmation through a later review and instruction", () => {
    const taken = [drawUp, confirm("W1"), review, instruct, confirm("W2")];
    expect(standingOf(taken).states).toEqual(["instructed", "confirmed"]);
    expect(standingOf([...taken, instruct]).states).toEqual(["instructed", "confirmed"]);
    expect(standingOf([...taken, review, instruct])).toEqual({
      states: ["instructed", "instructed"],
      found: [],
    });
  });

  it("counts a confirmation for the amount that the worker saw only", () => {
    expect(standingOf([drawUp, confirm("W1", 516_999), confirm("W2"), review, instruct])).toEqual({
      states: ["drawn-up", "instructed"],
      found: ["wage-line-confirmed-otherwise W1", "wage-line-not-confirmed W1"],
    });
    expect(standingOf([drawUp, confirm("W1"), confirm("W1", 516_999), review]).states[0]).toBe("drawn-up");
    expect(standingOf([drawUp, confirm("W1", 516_999), confirm("W1"), confirm("W2")]).states).toEqual([
      "confirmed",
      "confirmed",
    ]);
  });

  const by = (step: WageTableStep, actor: WageTableActor): WageTableStep => ({ ...step, actor });
  const all = [drawUp, confirm("W1"), confirm("W2"), review, instruct];
  it.each<readonly [string, number, WageTableActor]>([
    ["another subcontractor draw up", 0, { role: "employer", partyId: "S2" }],
    ["the general contractor draw up for a subcontractor", 0, { role: "general-contractor", partyId: "G1" }],
    ["the platform draw up", 0, { role: "platform", partyId: "PLATFORM" }],
    ["another worker confirm", 1, { role: "worker", partyId: "W2" }],
    ["the foreman confirm", 1, { role: "employer", partyId: "S1" }],
    ["the platform confirm", 1, { role: "platform", partyId: "W1" }],
    ["the subcontractor review", 3, { role: "employer", partyId: "S1" }],
    ["another general contractor review", 3, { role: "general-contractor", partyId: "G2" }],
    ["the platform review", 3, { role: "platform", partyId: "G1" }],
    ["the subcontractor instruct", 4, { role: "employer", partyId: "S1" }],
    ["the project owner instruct", 4, { role: "project-owner", partyId: "O1" }],
    [
      "the platform instruct without the general contractor's leave",
      4,
      { role: "platform", partyId: "PLATFORM" },
    ],
  ])("does not let %s", (_, index, actor) => {
    const taken = all.map((step, place) => (place === index ? by(step, actor) : step));
    const { states, found } = standingOf(taken);
    expect(found.map((code) => code.split(" ")[0])).toContain("step-not-allowed");
    expect(states[0]).not.toBe("instructed");
  });

  it("lets the platform hand over what was reviewed, where the general contractor has allowed it", () => {
    const allowed = tableOf([rowOf("W1")], { instructionAuthority: "委托书2024-01" });
    const byPlatform = by(instruct, { role: "platform", partyId: "PLATFORM" });
    expect(standingOf([drawUp, confirm("W1"), review, byPlatform], allowed)).toEqual({
      states: ["instructed"],
      found: [],
    });
    expect(standingOf([drawUp, confirm("W1"), byPlatform], allowed).states).toEqual(["confirmed"]);
  });

  it.each<readonly [string, readonly WageTableStep[], readonly string[]]>([
    ["a confirmation before there is a table", [confirm("W1")], ["step-out-of-order W1"]],
    ["a review before there is a table", [review], ["step-out-of-order"]],
    [
      "a table drawn up twice",
      [drawUp, drawUp],
      ["step-out-of-order", "wage-line-not-confirmed W1", "wage-line-not-confirmed W2"],
    ],
    [
      "a confirmation of what was reviewed",
      [drawUp, confirm("W1"), confirm("W2"), review, confirm("W1")],
      ["step-out-of-order W1"],
    ],
    [
      "a confirmation of what was instructed",
      [drawUp, confirm("W1"), confirm("W2"), review, instruct, confirm("W1")],
      ["step-out-of-order W1"],
    ],
    [
      "a step before the one before it",
      [drawUp, confirm("W1"), confirm("W2"), { ...review, on: plainDate("2024-04-01") }],
      ["step-out-of-order"],
    ],
    [
      "a confirmation by somebody who is not on the table",
      [drawUp, confirm("W1"), confirm("W2"), confirm("W3")],
      ["wage-line-unknown W3"],
    ],
  ])("does not take %s", (_, taken, found) => {
    expect(standingOf(taken).found).toEqual(found);
  });

  it("takes no second drawing up of a table without rows either", () => {
    expect(standingOf([drawUp, drawUp], tableOf([])).found).toEqual(["step-out-of-order"]);
  });

  it("says nothing of missing confirmations before the table is drawn up", () => {
    expect(wageTableStanding(table, [])).toMatchObject({ drawnUp: false, issues: [] });
  });

  it("never instructs a row without its worker's confirmation of its amount and a review after it", () => {
    const actors: readonly WageTableActor[] = [
      { role: "employer", partyId: "S1" },
      { role: "worker", partyId: "W1" },
      { role: "worker", partyId: "W2" },
      { role: "general-contractor", partyId: "G1" },
      { role: "platform", partyId: "PLATFORM" },
    ];
    const anyStep = fc
      .record({
        kind: fc.constantFrom("draw-up", "confirm", "review", "instruct"),
        actor: fc.constantFrom(...actors),
        workerId: fc.constantFrom("W1", "W2"),
        netFen: fc.constantFrom(fen(517_000), fen(516_999)),
      })
      .map((step) => ({ ...step, on: plainDate("2024-04-02") }));
    const likely = fc.constantFrom(...all).map((step) => ({ ...step }));
    const anySteps = fc.array(fc.oneof({ weight: 4, arbitrary: likely }, { weight: 1, arbitrary: anyStep }), {
      minLength: 12,
      maxLength: 40,
      size: "max",
    });
    let instructed = 0;
    fc.assert(
      fc.property(anySteps, (taken) => {
        for (const { workerId, state } of wageTableStanding(table, taken).lines) {
          if (state !== "instructed") continue;
          instructed += 1;
          const places = (isIt: (step: WageTableStep) => boolean): number => taken.findIndex(isIt);
          const drawn = places(({ kind, actor }) => kind === "draw-up" && actor.partyId === "S1");
          const confirmed = places(
            (step) =>
              step.kind === "confirm" &&
              step.workerId === workerId &&
              step.actor.partyId === workerId &&
              step.netFen === 517_000 &&
              taken.indexOf(step) > drawn,
          );
          const ofContractor = (wanted: string, after: number): number =>
            taken.findIndex(
              ({ kind, actor }, place) => kind === wanted && actor.partyId === "G1" && place > after,
            );
          const reviewed = ofContractor("review", confirmed);
          expect([drawn, confirmed, reviewed].every((place) => place >= 0)).toBe(true);
          expect(ofContractor("instruct", reviewed)).toBeGreaterThan(reviewed);
        }
      }),
      { numRuns: 2000 },
    );
    expect(instructed).toBeGreaterThan(100);
  });
});
