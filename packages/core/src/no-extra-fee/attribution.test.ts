import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fen } from "../money/fen.js";
import {
  attributeChange,
  attributionIsComplete,
  causeIsZero,
  costCauses,
  type CostStates,
} from "./attribution.js";
import { componentsOf, costChange, costTotal, sumCosts, type CostVector } from "./cost-vector.js";

const components = ["pay:basic", "employer:pension", "housing-fund", "agency-fee", "vat", "services"];

const vectors: fc.Arbitrary<CostVector> = fc.dictionary(
  fc.constantFrom(...components),
  fc.integer({ min: -1_000_000, max: 1_000_000 }).map(fen),
);

const states: fc.Arbitrary<CostStates> = fc.record({
  law: vectors,
  "hr-facts": vectors,
  base: vectors,
  rounding: vectors,
  services: vectors,
  migration: vectors,
});

describe("attributeChange", () => {
  it("explains the whole change of any cost, component by component", () => {
    fc.assert(
      fc.property(vectors, states, (before, given) => {
        const parts = attributeChange(before, given);
        expect(attributionIsComplete(before, given.migration, parts)).toBe(true);
        const explained = sumCosts([before, ...costCauses.map((cause) => parts[cause])]);
        for (const name of components) expect(explained[name] ?? 0).toBe(given.migration[name] ?? 0);
      }),
      { numRuns: 500 },
    );
  });

  it("puts to a cause the step from the state before it, in the order of the causes", () => {
    const cost = (amount: number): CostVector => ({ "agency-fee": fen(amount) });
    const parts = attributeChange(cost(1), {
      law: cost(3),
      "hr-facts": cost(7),
      base: cost(15),
      rounding: cost(31),
      services: cost(63),
      migration: cost(127),
    });
    expect(costCauses.map((cause) => parts[cause]["agency-fee"])).toEqual([2, 4, 8, 16, 32, 64]);
  });
});

describe("attributionIsComplete", () => {
  it("does not hold when any one component of any one cause is a fen off", () => {
    fc.assert(
      fc.property(
        vectors,
        states,
        fc.constantFrom(...costCauses),
        fc.constantFrom(...components),
        fc.constantFrom(1, -1),
        (before, given, cause, name, step) => {
          const parts = attributeChange(before, given);
          const wrong = { ...parts[cause], [name]: fen((parts[cause][name] ?? 0) + step) };
          expect(attributionIsComplete(before, given.migration, { ...parts, [cause]: wrong })).toBe(false);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe("causeIsZero", () => {
  it("does not pass parts that cancel out in the sum", () => {
    const none = attributeChange(
      {},
      { law: {}, "hr-facts": {}, base: {}, rounding: {}, services: {}, migration: {} },
    );
    expect(causeIsZero(none, "migration")).toBe(true);
    const moved = { ...none, migration: { "agency-fee": fen(-100), vat: fen(100) } };
    expect(costTotal(moved.migration)).toBe(0);
    expect(causeIsZero(moved, "migration")).toBe(false);
    expect(causeIsZero(moved, "law")).toBe(true);
    expect(causeIsZero({ ...none, law: { vat: fen(0) } }, "law")).toBe(true);
  });
});

describe("costChange", () => {
  it("is what has to be added to the one cost to get the other", () => {
    fc.assert(
      fc.property(vectors, vectors, (before, after) => {
        const change = costChange(before, after);
        expect(Object.values(change)).not.toContain(0);
        const sum = sumCosts([before, change]);
        for (const name of componentsOf(before, after)) expect(sum[name] ?? 0).toBe(after[name] ?? 0);
      }),
    );
  });

  it("takes a component that is not named for 0", () => {
    expect(costChange({}, { vat: fen(0) })).toEqual({});
    expect(costChange({ vat: fen(3) }, {})).toEqual({ vat: -3 });
  });
});

describe("sumCosts", () => {
  it("does not depend on the order, and adds up to the totals", () => {
    fc.assert(
      fc.property(fc.array(vectors, { maxLength: 6 }), (given) => {
        expect(sumCosts(given.toReversed())).toEqual(sumCosts(given));
        expect(costTotal(sumCosts(given))).toBe(
          given.flatMap((vector) => Object.values(vector)).reduce((sum, amount) => sum + amount, 0),
        );
      }),
    );
  });
});

describe("componentsOf", () => {
  it("names every component once, sorted", () => {
    expect(componentsOf({ vat: fen(1) }, {}, { "agency-fee": fen(1), vat: fen(2) })).toEqual([
      "agency-fee",
      "vat",
    ]);
    expect(componentsOf()).toEqual([]);
  });
});
