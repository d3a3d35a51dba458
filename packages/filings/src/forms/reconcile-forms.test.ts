import { fen } from "@tongchou/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reconcileForms, tallyRoster } from "./reconcile-forms.js";
import type { RosterFormRow } from "./roster-form-row.js";

const roster: readonly Partial<RosterFormRow>[] = [
  {
    unitName: "甲",
    mode: "direct-hire",
    postClass: "technical",
    fundingSource: "fiscal-full",
    grossFen: fen(300050),
  },
  {
    unitName: "甲",
    mode: "public-welfare-post",
    postClass: "logistics",
    fundingSource: "own-funds",
    grossFen: fen(200000),
  },
  {
    unitName: " 甲 ",
    mode: "dispatch",
    postClass: "technical",
    fundingSource: "enterprise",
    publicWelfare: "是",
  },
  {
    unitName: "乙",
    mode: "outsourcing",
    postClass: "window-service",
    fundingSource: "special-funds",
    grossFen: fen(1),
  },
];

describe("tallyRoster", () => {
  it("counts each unit as the statistics form asks", () => {
    expect(tallyRoster(roster)).toMatchObject([
      {
        unitName: "甲",
        total: 3,
        directHire: 2,
        personnelAgency: 0,
        dispatch: 1,
        outsourcing: 0,
        otherHire: 0,
        publicWelfare: 2,
        fiscalFull: 1,
        fiscalBalance: 0,
        ownFunds: 2,
        specialFunds: 0,
        technical: 2,
        logistics: 1,
        monthlyGrossFen: 500050,
      },
      { unitName: "乙", total: 1, outsourcing: 1, specialFunds: 1, windowService: 1, monthlyGrossFen: 1 },
    ]);
  });
});

describe("reconcileForms", () => {
  it("finds nothing where the statistics are the count of the roster, in one row or several", () => {
    const [first, second] = tallyRoster(roster);
    expect(reconcileForms(tallyRoster(roster), roster)).toEqual([]);
    const byFunds = [
      {
        ...first,
        total: 1,
        ownFunds: 0,
        directHire: 2,
        dispatch: 0,
        publicWelfare: 0,
        technical: 0,
        logistics: 1,
        monthlyGrossFen: fen(50),
      },
      {
        unitName: "甲",
        total: 2,
        ownFunds: 2,
        dispatch: 1,
        publicWelfare: 2,
        technical: 2,
        monthlyGrossFen: fen(500000),
      },
      { ...second },
    ];
    expect(reconcileForms(byFunds, roster)).toEqual([]);
  });

  it("gives each figure that differs, with both values", () => {
    const [first, second] = tallyRoster(roster);
    const statistics = [
      { ...first, total: 4, dispatch: undefined, monthlyGrossFen: fen(500000) },
      { ...second },
    ];
    expect(reconcileForms(statistics, roster)).toEqual([
      {
        unitName: "甲",
        field: "total",
        header: "非在编临聘人员总数",
        measure: "people",
        statistics: 4,
        roster: 3,
        difference: 1,
      },
      {
        unitName: "甲",
        field: "dispatch",
        header: "劳务派遣",
        measure: "people",
        statistics: undefined,
        roster: 1,
        difference: -1,
      },
      {
        unitName: "甲",
        field: "monthlyGrossFen",
        header: "月工资总额（元）",
        measure: "fen",
        statistics: 500000,
        roster: 500050,
        difference: -50,
      },
    ]);
  });

  it("gives units that stand on one form only", () => {
    const statistics = [{ unitName: "丙", total: 2 }];
    const found = reconcileForms(statistics, roster.slice(3)).map(
      ({ unitName, field, statistics: given, roster: counted }) => [unitName, field, given, counted],
    );
    expect(found).toEqual([
      ["乙", "total", undefined, 1],
      ["乙", "outsourcing", undefined, 1],
      ["乙", "specialFunds", undefined, 1],
      ["乙", "windowService", undefined, 1],
      ["乙", "monthlyGrossFen", undefined, 1],
      ["丙", "total", 2, 0],
    ]);
  });

  it("does not depend on the order of the rows", () => {
    const row = fc.record({
      unitName: fc.constantFrom("甲", "乙"),
      mode: fc.constantFrom("direct-hire" as const, "dispatch" as const, "other" as const),
      grossFen: fc.integer({ min: 0, max: 1_000_000 }).map(fen),
    });
    fc.assert(
      fc.property(fc.array(row), fc.array(row), (left, right) => {
        const sort = (differences: ReturnType<typeof reconcileForms>) =>
          differences.map((difference) => JSON.stringify(difference)).toSorted((a, b) => (a < b ? -1 : 1));
        const statistics = tallyRoster(left);
        expect(sort(reconcileForms(statistics.toReversed(), right.toReversed()))).toEqual(
          sort(reconcileForms(statistics, right)),
        );
      }),
    );
  });
});
