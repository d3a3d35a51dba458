import { createIssue, type Issue, type ServiceOrder, type UnitChoice, type Worker } from "@tongchou/core";
import { settlementIssues } from "../issues.js";
import { runsIn, serviceOrderIssues } from "../services/service-order-checks.js";
import type { MonthInput } from "./month-input.js";

/** What of a month its orders of services are found in. */
type OrderedMonth = Pick<
  MonthInput,
  "period" | "units" | "agencies" | "contracts" | "serviceOrders" | "choices"
>;

/** A unit's orders of services that run in the month and can be charged. */
export function ordersOf(unitId: string, month: OrderedMonth): readonly ServiceOrder[] {
  return chargedOrders(month).filter((order) => order.unitId === unitId);
}

/**
 * The units' choices, with services ordered for everybody of a unit whom its order names: the order is the
 * document that branches 1B and 3C rest on.
 */
export function choicesWithOrders(month: OrderedMonth, workers: readonly Worker[]): readonly UnitChoice[] {
  const { choices = [] } = month;
  const ordered = orderedFor(month, workers);
  const chosen = new Set(choices.map(({ workerId }) => workerId));
  return [
    ...choices.map((choice) =>
      ordered.has(choice.workerId) ? { ...choice, services: "ordered" as const } : choice,
    ),
    ...[...ordered]
      .filter((workerId) => !chosen.has(workerId))
      .map((workerId) => ({ workerId, services: "ordered" as const })),
  ];
}

/**
 * What has to be said of a month's orders: an order at fault is left out, because services may wait and pay
 * may not.
 *
 * @returns `agency-missing`, `contract-repeated` and `service-order-worker-repeated` for orders that are left
 *   out, `service-order-missing` for each choice of services that no order stands behind
 */
export function monthOrderIssues(month: OrderedMonth, workers: readonly Worker[]): readonly Issue[] {
  const ordered = orderedFor(month, workers);
  const missing = (month.choices ?? [])
    .filter(({ workerId, services }) => services === "ordered" && !ordered.has(workerId))
    .map(({ workerId }) =>
      createIssue(settlementIssues, "service-order-missing", {}, { subject: { workerId } }),
    );
  return [...runningOrders(month).flatMap((order) => faultsOf(order, month)), ...missing];
}

function chargedOrders(month: OrderedMonth): readonly ServiceOrder[] {
  return runningOrders(month).filter((order) => faultsOf(order, month).length === 0);
}

function runningOrders({ period, units, serviceOrders = [] }: OrderedMonth): readonly ServiceOrder[] {
  const unitIds = new Set(units.map(({ id }) => id));
  return serviceOrders.filter((order) => unitIds.has(order.unitId) && runsIn(order, period));
}

function faultsOf(order: ServiceOrder, month: OrderedMonth): readonly Issue[] {
  const { id, unitId, agencyId } = order;
  const subject = { unitId, contractId: id, agencyId };
  const issues = [
    ...serviceOrderIssues({ unit: { id: unitId }, period: month.period, serviceOrders: [order] }),
  ];
  if (!month.agencies.some((agency) => agency.id === agencyId)) {
    const values = { contract: id, agency: agencyId };
    issues.push(createIssue(settlementIssues, "agency-missing", values, { subject }));
  }
  const named = [...month.contracts, ...(month.serviceOrders ?? [])].filter((other) => other.id === id);
  if (named.length > 1) {
    issues.push(createIssue(settlementIssues, "contract-repeated", { contract: id }, { subject }));
  }
  return issues;
}

/** Everybody who is on a roster of the unit whose order names them, by worker id. */
function orderedFor(month: OrderedMonth, workers: readonly Worker[]): ReadonlySet<string> {
  const orders = chargedOrders(month);
  if (orders.length === 0) return new Set();
  const named = new Set(
    orders.flatMap(({ unitId, workerIds }) => workerIds.map((workerId) => `${unitId}\u001f${workerId}`)),
  );
  return new Set(
    workers
      .filter(({ unitId, workerId }) => named.has(`${unitId}\u001f${workerId}`))
      .map(({ workerId }) => workerId),
  );
}
