import type { GuaranteeTermId } from "@tongchou/core";
import { breachIn, type TermFinding } from "./account-breach.js";
import type { AccountedUnit } from "./accounted-unit.js";

/** A term that each month's guarantee has tested on its own. */
export function statementTerm({ after }: AccountedUnit, term: GuaranteeTermId): TermFinding {
  const tested = after.flatMap((month) =>
    month.statement.guarantee.terms
      .filter(({ id, outcome }) => id === term && outcome !== "not-tested")
      .map(({ breaches }) => ({ month, breaches })),
  );
  const breaches = tested.flatMap(({ month, breaches: found }) =>
    found.map((breach) => breachIn(month, term, "account-term-broken", { term, breach })),
  );
  return { term, isTested: tested.length > 0, breaches };
}
