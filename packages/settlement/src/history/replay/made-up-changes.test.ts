import { fen, period, ratePpm, sumFen } from "@tongchou/core";
import { describe, expect, it } from "vitest";
import { lineOf, monthOf, statementOf, yuan } from "../../__fixtures__/unit-month.js";
import {
  asIssued,
  entryOf,
  historyOf,
  monthOfYear,
  payOnly,
  replayed,
  wholeYear,
} from "../../__fixtures__/worker-year.js";
import { correctionOf } from "./correction.js";
import { madeUpChanges } from "./made-up-changes.js";

const september = { agentId: "U1", month: period("2023-09") };

describe("madeUpChanges", () => {
  it("has each side of each insurance of seven months whose base came late, and correctionOf their sum", () => {
    const issued = asIssued(historyOf(wholeYear(2023, (month) => entryOf(month, 3500)).slice(0, 8)));
    const year = replayed(issued, "2023-08-31");
    const differences = madeUpChanges(year, september).flatMap((change) =>
      change.kind === "contribution-difference" ? [change.difference] : [],
    );
    // The base rises by 159 yuan to 3,659: 8 and 16 % pension, 2 and 8 % medical, from May on 0.5 % each of
    // unemployment, which 3,500 and 3,659 round to 17.50 and 18.30.
    expect(differences.filter(({ serviceMonth }) => serviceMonth === "2023-05")).toEqual([
      { serviceMonth: "2023-05", kind: "pension", employeeFen: yuan(12.72), employerFen: yuan(25.44) },
      { serviceMonth: "2023-05", kind: "medical", employeeFen: yuan(3.18), employerFen: yuan(12.72) },
      { serviceMonth: "2023-05", kind: "unemployment", employeeFen: yuan(0.8), employerFen: yuan(0.8) },
    ]);
    const { employeeFen, employerFen } = correctionOf(year, september);
    expect([
      sumFen(differences.map((difference) => difference.employeeFen)),
      sumFen(differences.map((difference) => difference.employerFen)),
    ]).toEqual([employeeFen, employerFen]);
    const line = lineOf("W1", { contributionDifferences: differences, housingFundRate: ratePpm(0) });
    const [settled] = statementOf(monthOf([line])).lines;
    // 420 of the month, and what is made up.
    expect(settled?.specialDeductionsFen).toBe(yuan(420) + employeeFen);
  });

  it("has pay that is owed as back pay of its month, and nothing of months from the one on", () => {
    const issued = asIssued(
      historyOf([payOnly(monthOfYear(2023, 1), 8000), payOnly(monthOfYear(2023, 9), 8000)]),
    );
    const raised = issued.months.map((entry) => ({ ...entry, pay: [{ amountFen: yuan(8100) }] }));
    expect(madeUpChanges(replayed({ ...issued, months: raised }), september)).toEqual([
      { kind: "back-pay", amountFen: fen(10_000), serviceMonth: "2023-01" },
    ]);
  });
});
