import {
  createIssue,
  groupBy,
  type AgencyContract,
  type EmployerUnit,
  type Issue,
  type ServiceOrder,
} from "@tongchou/core";
import type { UnitBalance } from "@tongchou/settlement";
import { cliIssues } from "../issues.js";

/** What of a month's folder names a unit by its id. */
export interface UnitReferences {
  readonly contracts: readonly AgencyContract[];
  readonly serviceOrders: readonly ServiceOrder[];
  readonly balances: readonly UnitBalance[];
}

/**
 * Entries that name a unit outside `units.json`, which nobody would miss: without units at all that is told
 * elsewhere.
 *
 * @returns `unit-unknown` for each, and `balance-repeated` for each unit with several balances
 */
export function unitReferenceIssues(
  units: readonly EmployerUnit[],
  { contracts, serviceOrders, balances }: UnitReferences,
): readonly Issue[] {
  const known = new Set(units.map(({ id }) => id));
  const unknown = (file: string, entries: readonly { unitId: string; id?: string }[]): readonly Issue[] =>
    entries
      .filter(({ unitId }) => known.size > 0 && !known.has(unitId))
      .map(({ unitId, id }) =>
        createIssue(
          cliIssues,
          "unit-unknown",
          { unit: unitId, entry: id ?? unitId },
          { subject: { unitId, contractId: id }, place: { file } },
        ),
      );
  return [
    ...unknown("agencies.json", [...contracts, ...serviceOrders]),
    ...unknown("balances.json", balances),
    ...repeatedBalances(balances),
  ];
}

function repeatedBalances(balances: readonly UnitBalance[]): readonly Issue[] {
  return [...groupBy(balances, ({ unitId }) => unitId)]
    .filter(([, same]) => same.length > 1)
    .map(([unitId, { length }]) =>
      createIssue(
        cliIssues,
        "balance-repeated",
        { unit: unitId, count: length },
        { subject: { unitId }, place: { file: "balances.json" } },
      ),
    );
}
