import { createIssue, type Issue, type ServiceOrder, type UnitChoice } from "@tongchou/core";
import { settlementIssues } from "../issues.js";
import { runsIn } from "../services/service-order-checks.js";
import type { MonthInput } from "./month-input.js";

/** What of a month its orders of services are found in. */
type OrderedMonth = Pick<MonthInput, "period" | "serviceOrders" | "choices">;

/** A unit's orders of services that run in the month. */
export function ordersOf(unitId: string, month: OrderedMonth): readonly ServiceOrder[] {
  return runningOrders(month).filter((order) => order.unitId === unitId);
}

/**
 * The units' choices, with services ordered for everybody whom an order names: the order is the document that
 * branches 1B and 3C rest on.
 */
export function choicesWithOrders(month: OrderedMonth): readonly UnitChoice[] {
  const { choices = [] } = month;
  const ordered = orderedFor(month);
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
 * Choices of services that no order stands behind.
 *
 * @returns `service-order-missing` for each
 */
export function unorderedServices(month: OrderedMonth): readonly Issue[] {
  const ordered = orderedFor(month);
  return (month.choices ?? [])
    .filter(({ workerId, services }) => services === "ordered" && !ordered.has(workerId))
    .map(({ workerId }) =>
      createIssue(settlementIssues, "service-order-missing", {}, { subject: { workerId } }),
    );
}

function runningOrders({ period, serviceOrders = [] }: OrderedMonth): readonly ServiceOrder[] {
  return serviceOrders.filter((order) => runsIn(order, period));
}

function orderedFor(month: OrderedMonth): ReadonlySet<string> {
  return new Set(runningOrders(month).flatMap(({ workerIds }) => workerIds));
}
