import { createIssue, firstDayOf, lastDayOf, type Issue, type ServiceOrder } from "@tongchou/core";
import { settlementIssues } from "../issues.js";
import type { UnitMonth } from "../statement/statement-input.js";

/** What of a month its orders of services are checked against. */
interface ServedMonth extends Pick<UnitMonth, "period" | "serviceOrders"> {
  readonly unit: Pick<UnitMonth["unit"], "id">;
}

/** True for an order that runs on some day of a month. */
export function runsIn(
  order: Pick<ServiceOrder, "signedOn" | "expiresOn">,
  month: UnitMonth["period"],
): boolean {
  return order.signedOn <= lastDayOf(month) && order.expiresOn >= firstDayOf(month);
}

/**
 * What makes an order of services impossible to charge.
 *
 * @returns `service-order-outside-month` and `service-order-worker-repeated`
 */
export function serviceOrderIssues({ unit, period, serviceOrders = [] }: ServedMonth): readonly Issue[] {
  return serviceOrders.flatMap((order): readonly Issue[] => {
    const subject = { unitId: unit.id, contractId: order.id, agencyId: order.agencyId };
    const { id, signedOn, expiresOn, workerIds } = order;
    const outside = { order: id, signedOn, expiresOn, period };
    const repeated = new Set(workerIds.filter((workerId, index) => workerIds.indexOf(workerId) !== index));
    return [
      ...(runsIn(order, period)
        ? []
        : [createIssue(settlementIssues, "service-order-outside-month", outside, { subject })]),
      ...[...repeated].map((worker) =>
        createIssue(settlementIssues, "service-order-worker-repeated", { order: id, worker }, { subject }),
      ),
    ];
  });
}

/**
 * People whom orders name and who are not settled this month.
 *
 * @returns `service-order-worker-absent` for each
 */
export function absentWorkerRemarks(
  { unit, serviceOrders = [] }: ServedMonth,
  settled: ReadonlySet<string>,
): readonly Issue[] {
  return serviceOrders.flatMap(({ id, agencyId, workerIds }) =>
    workerIds
      .filter((workerId) => !settled.has(workerId))
      .map((workerId) => {
        const subject = { unitId: unit.id, workerId, contractId: id, agencyId };
        const values = { order: id, worker: workerId };
        return createIssue(settlementIssues, "service-order-worker-absent", values, { subject });
      }),
  );
}
