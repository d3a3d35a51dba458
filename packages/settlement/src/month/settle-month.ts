import {
  addDays,
  groupBy,
  lastDayOf,
  zeroFen,
  type EmployerUnit,
  type Issue,
  type PlannedWorker,
} from "@tongchou/core";
import type { Facts } from "@tongchou/statutory";
import type { LawDate } from "../law-date.js";
import { settleUnit } from "../statement/settle-unit.js";
import type { ExcludedWorker, LineInput, UnitMonth } from "../statement/statement-input.js";
import type { SettlementStatement } from "../statement/statement.js";
import { leaverIssues } from "./changes/leaver-debts.js";
import { blockingIssues, heldOutRow, heldOutWorker, type HeldOutWorker } from "./held-out.js";
import { lineInputOf } from "./line-input.js";
import type { MonthInput } from "./month-input.js";
import { ordersOf } from "./month-service-orders.js";
import { payIssues } from "./pay-checks.js";
import { planMonth, type PlannedMonth } from "./plan-month.js";

/** A month, planned, with what each unit is to be settled from. */
export interface PreparedMonth extends PlannedMonth {
  /** One for each unit that has somebody to settle. */
  readonly unitMonths: readonly UnitMonth[];
  /** Everybody else on the rosters. */
  readonly heldOut: readonly HeldOutWorker[];
}

/** A month, planned and settled. */
export interface SettledMonth extends PlannedMonth {
  /** One for each unit that has somebody to settle. */
  readonly statements: readonly SettlementStatement[];
  /** Everybody else on the rosters. */
  readonly heldOut: readonly HeldOutWorker[];
}

/** What becomes of the planned workers of a unit. */
interface UnitLines {
  readonly lines: readonly LineInput[];
  readonly issues: readonly Issue[];
}

/**
 * Plans a month and says what each unit is to be settled from, for whoever settles unit after unit and keeps
 * no more than one statement at a time.
 *
 * @returns also every issue so far: those of {@link planMonth}; of each worker `contribution-wage-missing`,
 *   `employment-dates-wrong`, `leaver-insured`, `leaver-paid-next-year`, `not-insured`,
 *   `housing-fund-rate-out-of-range`, `below-minimum-wage` and `three-unchanged-broken`
 */
export function prepareMonth(month: MonthInput, facts: Facts): PreparedMonth {
  const planned = planMonth(month, facts);
  const entries = groupBy(planned.plan.workers, ({ unit }) => unit.id);
  const units = month.units.map((unit) => ({
    unit,
    ...linesOf(entries.get(unit.id) ?? [], planned, month, facts),
  }));
  const issues = [...planned.issues, ...units.flatMap((unit) => unit.issues)];
  const settled = new Set(units.flatMap(({ lines }) => lines.map(({ workerId }) => workerId)));
  const heldOut = everybodyElse(settled, planned, month, issues);
  const excluded = groupBy(heldOut, ({ unitId }) => unitId);
  const unitMonths = units
    .filter(({ lines }) => lines.length > 0)
    .map(({ unit, lines }) =>
      unitMonthOf(unit, lines, (excluded.get(unit.id) ?? []).map(excludedWorker), month),
    );
  return { ...planned, unitMonths, heldOut, issues };
}

/**
 * Plans and settles a month: one statement for each unit that has somebody to settle, everybody else held out
 * with the reason.
 *
 * @param onUnit told before each unit, with its place among all
 * @returns also every issue: those of {@link prepareMonth}, the remarks of every statement, and
 *   `leaver-owes`. A unit that cannot be settled has issues and no statement
 */
export function settleMonth(
  month: MonthInput,
  facts: Facts,
  onUnit: (done: number, total: number) => void = () => undefined,
): SettledMonth {
  const { unitMonths, ...prepared } = prepareMonth(month, facts);
  const byUnit = new Map(unitMonths.map((unitMonth) => [unitMonth.unit.id, unitMonth]));
  const issues = [...prepared.issues];
  const statements: SettlementStatement[] = [];
  for (const [index, { id: unitId }] of month.units.entries()) {
    onUnit(index + 1, month.units.length);
    const unitMonth = byUnit.get(unitId);
    if (unitMonth === undefined) continue;
    const statement = settleUnit(unitMonth, facts);
    const remarks = statement.ok ? statement.value.remarks : statement.issues;
    for (const issue of remarks) issues.push({ ...issue, subject: { unitId, ...issue.subject } });
    if (statement.ok) statements.push(statement.value);
  }
  issues.push(...leaverIssues(prepared, statements));
  return { ...prepared, statements, issues };
}

function linesOf(
  entries: readonly PlannedWorker[],
  { payByWorker, changesByWorker }: PlannedMonth,
  month: MonthInput,
  facts: Facts,
): UnitLines {
  const law = lawOf(month);
  const issues: Issue[] = [];
  const lines = entries.flatMap((entry) => {
    const record = payByWorker.get(entry.worker.workerId);
    if (record === undefined || entry.decision.definition.route === "out-of-scope") return [];
    const line = lineInputOf(entry, record, month, changesByWorker.get(entry.worker.workerId));
    issues.push(...payIssues(entry, record, law, facts), ...line.issues);
    return line.ok ? [line.value] : [];
  });
  return { lines, issues };
}

function everybodyElse(
  settled: ReadonlySet<string>,
  { rosters }: PlannedMonth,
  month: MonthInput,
  issues: readonly Issue[],
): readonly HeldOutWorker[] {
  const blocking = blockingIssues(issues);
  const others = rosters.flatMap(({ workers }) => workers.filter(({ workerId }) => !settled.has(workerId)));
  return [
    ...others.map((worker) => heldOutWorker(worker, blocking)),
    ...(month.heldOutRows ?? []).map(heldOutRow),
  ];
}

function excludedWorker({ workerId, issues }: HeldOutWorker): ExcludedWorker {
  return { workerId, codes: [...new Set(issues.map(({ code }) => code))].toSorted() };
}

function unitMonthOf(
  unit: EmployerUnit,
  workers: readonly LineInput[],
  excluded: readonly ExcludedWorker[],
  month: MonthInput,
): UnitMonth {
  const { period, settings } = month;
  const { id, name, creditCode, division, workInjuryClass } = unit;
  const contractIds = new Set(workers.flatMap((line) => [line.contractId, line.settledContractId]));
  const contracts = month.contracts.filter((contract) => contractIds.has(contract.id));
  const orders = ordersOf(id, month);
  const agencyIds = new Set([...contracts, ...orders].map(({ agencyId }) => agencyId));
  const agencies = month.agencies.filter((agency) => agencyIds.has(agency.id));
  const balance = month.balances?.find(({ unitId }) => unitId === id);
  return {
    statementId: `S-${period}-${id}`,
    period,
    unit: { id, name, creditCode, division, workInjuryClass },
    law: lawOf(month),
    baselineLaw: baselineLawOf(month),
    settings,
    agencies: agencies.map(({ id, name, vatTaxpayer }) => ({ id, name, vatTaxpayer })),
    contracts,
    ...(orders.length === 0 ? {} : { serviceOrders: orders }),
    workers,
    excluded,
    previousBalanceFen: balance?.previousBalanceFen ?? zeroFen,
    receivedFen: balance?.receivedFen ?? zeroFen,
  };
}

function lawOf({ period, knownOn }: MonthInput): LawDate {
  return { on: lastDayOf(period), knownOn };
}

/** The law of the last day before the migration, as far as it was known by the day of the run. */
function baselineLawOf({ transferDate, knownOn }: MonthInput): LawDate {
  const on = addDays(transferDate, -1);
  return { on, knownOn: knownOn === undefined || on < knownOn ? on : knownOn };
}
