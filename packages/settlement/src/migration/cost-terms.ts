import {
  brokenComponents,
  componentsOf,
  costCauses,
  costChange,
  formatYuan,
  isCostNeutral,
  sumCosts,
} from "@tongchou/core";
import { workerCost } from "../statement/guarantee-input.js";
import { breachIn, type AccountBreach, type TermFinding } from "./account-breach.js";
import type { AccountedUnit } from "./accounted-unit.js";

/** Every component of every worker's cost is what it would be under the old arrangement, month by month. */
export function componentTerm({ after }: AccountedUnit): TermFinding {
  const breaches = after.flatMap((month) =>
    month.entries.flatMap((entry) =>
      Object.entries(brokenComponents(workerCost(entry))).map(([component, amount]) => {
        const place = { workerId: entry.line.workerId, component };
        const values = { difference: formatYuan(amount) };
        return breachIn(month, "component-equality", "account-component-differs", values, place);
      }),
    ),
  );
  const isTested = after.some(({ entries }) => entries.some(({ line }) => isCostNeutral(line.branch)));
  return { term: "component-equality", isTested, breaches };
}

/** The whole change is put down to causes, and the migration's part is nought where all branches bind it. */
export function attributionTerm({ after }: AccountedUnit): TermFinding {
  const breaches = after.flatMap((month): readonly AccountBreach[] => {
    const { before, after: now, parts } = month.statement.costChange;
    const explained = sumCosts(costCauses.map((cause) => parts[cause]));
    const change = costChange(before, now);
    const incomplete = componentsOf(explained, change)
      .filter((component) => (explained[component] ?? 0) !== (change[component] ?? 0))
      .map((component) =>
        breachIn(month, "attribution", "account-attribution-incomplete", {}, { component }),
      );
    const isNeutral = month.entries.every(({ line }) => isCostNeutral(line.branch));
    const moved = Object.entries(isNeutral ? parts.migration : {})
      .filter(([, amount]) => amount !== 0)
      .map(([component, amount]) => {
        const values = { difference: formatYuan(amount) };
        return breachIn(month, "attribution", "account-migration-not-nought", values, { component });
      });
    return [...incomplete, ...moved];
  });
  return { term: "attribution", isTested: after.length > 0, breaches };
}
