import { fen, plainDate } from "@tongchou/core";
import { describe, expect, it } from "vitest";
import { facts } from "../../__fixtures__/unit-month.js";
import { labourCostAppropriation, type AppropriationPeriod } from "./labour-cost-appropriation.js";

const march: AppropriationPeriod = {
  from: plainDate("2024-03-01"),
  to: plainDate("2024-03-31"),
  agreedFen: fen(1000),
  appropriatedFen: fen(1000),
  balanceBeforeFen: fen(100),
  wagesFen: fen(1100),
};

function standingOf(differences: Partial<AppropriationPeriod>) {
  const standing = labourCostAppropriation({ ...march, ...differences }, facts);
  const found = standing.issues.map(({ code }) => code);
  if (!standing.ok) return found;
  const { availableFen, shortFen, ownerShortFen, balanceAfterFen } = standing.value;
  return [availableFen, shortFen, ownerShortFen, balanceAfterFen, ...found];
}

describe("labourCostAppropriation", () => {
  it.each<readonly [string, Partial<AppropriationPeriod>, readonly (number | string)[]]>([
    ["enough to the fen", {}, [1100, 0, 0, 0]],
    ["a fen short", { wagesFen: fen(1101) }, [1100, 1, 0, 0, "appropriation-short"]],
    ["a fen left", { wagesFen: fen(1099) }, [1100, 0, 0, 1]],
    [
      "too little paid in, and the balance makes it up",
      { appropriatedFen: fen(999), wagesFen: fen(1099) },
      [1099, 0, 1, 0, "appropriation-below-agreed"],
    ],
    [
      "nothing paid in",
      { appropriatedFen: fen(0) },
      [100, 1000, 1000, 0, "appropriation-below-agreed", "appropriation-short"],
    ],
    ["more paid in than agreed", { appropriatedFen: fen(2000) }, [2100, 0, 0, 1000]],
    [
      "a month from mid-month",
      { from: plainDate("2024-03-15"), to: plainDate("2024-04-14") },
      [1100, 0, 0, 0],
    ],
    ["a day more than a month", { to: plainDate("2024-04-01") }, ["appropriation-period-wrong"]],
    ["a period that ends before it begins", { to: plainDate("2024-02-29") }, ["appropriation-period-wrong"]],
    [
      "a period before the regulation",
      { from: plainDate("2020-04-01"), to: plainDate("2020-04-30") },
      ["fact-unknown"],
    ],
  ])("of %s", (_, differences, expected) => {
    expect(standingOf(differences)).toEqual(expected);
  });
});
