import {
  createIssue,
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
 * Entries of units that are not on the list, which would be passed over otherwise. Where the list holds no
 * unit at all, its own issues say so.
 *
 * @returns `unit-unknown` for each
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
  ];
}
