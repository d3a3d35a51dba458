import {
  createIssue,
  parsed,
  parseWithSchema,
  partsOfPeriod,
  type Issue,
  type Parsed,
  type ServiceOrder,
  type Subject,
} from "@tongchou/core";
import { settlementIssues, type SettlementIssueCode } from "../issues.js";
import { serviceOrderIssues } from "../services/service-order-checks.js";
import { statementInputSchema, type UnitMonth } from "./statement-input.js";

/**
 * Reads what a statement is to be reckoned from: its form, and what of it has to fit together. Lists come
 * back in the order of their ids.
 *
 * @returns the input, or every problem: `schema-invalid`, `worker-repeated`, `contract-repeated`,
 *   `contract-missing`, `agency-missing`, `agent-months-impossible`, and those of service orders
 */
export function readStatementInput(json: unknown): Parsed<UnitMonth> {
  const read = parseWithSchema(statementInputSchema, json);
  if (!read.ok) return read;
  const { serviceOrders, ...rest } = read.value;
  const input: UnitMonth = {
    ...rest,
    ...(serviceOrders === undefined ? {} : { serviceOrders: inOrder(serviceOrders) }),
    agencies: read.value.agencies.toSorted(by(({ id }) => id)),
    contracts: read.value.contracts.toSorted(by(({ id }) => id)),
    workers: read.value.workers.toSorted(by(({ workerId }) => workerId)),
    excluded: read.value.excluded.toSorted(by(({ workerId }) => workerId)),
  };
  const issues = [
    ...repeated(input),
    ...missing(input),
    ...serviceOrderIssues(input),
    ...impossibleMonths(input),
  ];
  return issues.length === 0 ? parsed(input) : { ok: false, issues };
}

function inOrder(orders: readonly ServiceOrder[]): readonly ServiceOrder[] {
  return orders
    .map((order) => ({ ...order, workerIds: order.workerIds.toSorted() }))
    .toSorted(by(({ id }) => id));
}

/** An id that is used twice would be given one share of a fee and charged two. */
function repeated(input: UnitMonth): readonly Issue[] {
  const workers = input.workers.map(({ workerId }) => workerId);
  const contracts = [...input.contracts, ...(input.serviceOrders ?? [])].map(({ id }) => id).toSorted();
  return [
    ...twice(workers).map((workerId) => problem("worker-repeated", { workerId }, { worker: workerId })),
    ...twice(contracts).map((contractId) =>
      problem("contract-repeated", { contractId }, { contract: contractId }),
    ),
  ];
}

/** A contract or agency that is not there would be settled at no fee, or under a guessed tax. */
function missing(input: UnitMonth): readonly Issue[] {
  const contracts = new Set(input.contracts.map(({ id }) => id));
  const agencies = new Set(input.agencies.map(({ id }) => id));
  const unknown = input.workers.flatMap(({ workerId, contractId, settledContractId }) =>
    [...new Set([contractId, settledContractId])].flatMap((id) =>
      id === undefined || contracts.has(id)
        ? []
        : [problem("contract-missing", { workerId, contractId: id }, { worker: workerId, contract: id })],
    ),
  );
  const strangers = [...input.contracts, ...(input.serviceOrders ?? [])]
    .filter(({ agencyId }) => !agencies.has(agencyId))
    .map(({ id, agencyId }) =>
      problem("agency-missing", { contractId: id, agencyId }, { contract: id, agency: agencyId }),
    );
  return [...unknown, ...strangers];
}

/** Months at an agent this year are no more than the months of the year so far. */
function impossibleMonths(input: UnitMonth): readonly Issue[] {
  const { month } = partsOfPeriod(input.period);
  return input.workers
    .filter(({ monthsAtAgent }) => monthsAtAgent > month)
    .map(({ workerId, monthsAtAgent }) =>
      problem("agent-months-impossible", { workerId }, { worker: workerId, found: monthsAtAgent, month }),
    );
}

function problem(
  code: SettlementIssueCode,
  subject: Subject,
  values: Readonly<Record<string, string | number>>,
): Issue {
  return createIssue(settlementIssues, code, values, { subject });
}

function twice(ids: readonly string[]): readonly string[] {
  return [...new Set(ids.filter((id, index) => index > 0 && ids[index - 1] === id))];
}

function by<Item>(keyOf: (item: Item) => string): (a: Item, b: Item) => number {
  return (a, b) => (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0);
}
