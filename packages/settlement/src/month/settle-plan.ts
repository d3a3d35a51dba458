import {
  groupBy,
  addDays,
  lastDayOf,
  zeroFen,
  type AgencyContract,
  type EmployerUnit,
  type HrAgency,
  type Issue,
  type MigrationPlan,
  type PayRecord,
  type PlainDate,
  type PlannedWorker,
} from "@tongchou/core";
import type { Facts } from "@tongchou/statutory";
import type { LawDate } from "../law-date.js";
import { settleUnit } from "../statement/settle-unit.js";
import type { ExcludedWorker, StatementSettings, UnitMonth } from "../statement/statement-input.js";
import type { SettlementStatement } from "../statement/statement.js";
import { lineInputOf } from "./line-input.js";
import { payIssues } from "./pay-checks.js";

/** A planned month with its pay. */
export interface PlannedMonth {
  readonly plan: MigrationPlan;
  /** Pay by worker id; who has none is not settled. */
  readonly pay: ReadonlyMap<string, PayRecord>;
  readonly units: readonly EmployerUnit[];
  readonly agencies: readonly HrAgency[];
  readonly contracts: readonly AgencyContract[];
  /** Rows that never became workers, by unit id, to be listed in the statement. */
  readonly excludedRows?: ReadonlyMap<string, readonly ExcludedWorker[]> | undefined;
  /** Issues found before, whose codes say why somebody is not settled. */
  readonly earlierIssues?: readonly Issue[] | undefined;
  readonly transferDate: PlainDate;
  /** Day whose knowledge of facts is used. */
  readonly knownOn?: PlainDate | undefined;
  readonly settings: StatementSettings;
}

/** The statements of a month, and all that was found in planning and settling it. */
export interface SettledPlan {
  readonly statements: readonly SettlementStatement[];
  readonly issues: readonly Issue[];
}

/**
 * Settles a planned month, one statement for each unit that has somebody to settle.
 *
 * @param onUnit told before each unit, with its place among all
 * @returns the statements; the plan's issues, those of {@link lineInputOf} and {@link payIssues}, and the
 *   remarks of every statement. A unit that cannot be settled has issues and no statement. The minimum wage
 *   of somebody with pay is tested on the pay and not also on the roster's figure
 */
export function settlePlan(
  month: PlannedMonth,
  facts: Facts,
  onUnit: (done: number, total: number) => void = () => undefined,
): SettledPlan {
  const planned = groupBy(month.plan.workers, ({ unit }) => unit.id);
  const statements: SettlementStatement[] = [];
  const issues = month.plan.issues.filter(
    ({ code, subject }) => code !== "below-minimum-wage" || !month.pay.has(subject?.workerId ?? ""),
  );
  for (const [index, unit] of month.units.entries()) {
    onUnit(index + 1, month.units.length);
    const { unitMonth, found } = unitMonthOf(unit, planned.get(unit.id) ?? [], month, facts);
    issues.push(...found);
    if (unitMonth.workers.length === 0) continue;
    const statement = settleUnit(unitMonth, facts);
    const remarks = statement.ok ? statement.value.remarks : statement.issues;
    issues.push(...remarks.map((issue) => ({ ...issue, subject: { unitId: unit.id, ...issue.subject } })));
    if (statement.ok) statements.push(statement.value);
  }
  return { statements, issues };
}

function unitMonthOf(
  unit: EmployerUnit,
  planned: readonly PlannedWorker[],
  month: PlannedMonth,
  facts: Facts,
): { readonly unitMonth: UnitMonth; readonly found: readonly Issue[] } {
  const { period } = month.plan;
  const law: LawDate = { on: lastDayOf(period), knownOn: month.knownOn };
  const found: Issue[] = [];
  const settled = planned.flatMap((entry) => {
    const record = month.pay.get(entry.worker.workerId);
    if (record === undefined || entry.decision.definition.route === "out-of-scope") return [];
    const line = lineInputOf(entry, record, { period, transferDate: month.transferDate });
    found.push(...payIssues(entry, record, law, facts), ...line.issues);
    return line.ok ? [{ entry, line: line.value }] : [];
  });
  const contractIds = new Set(settled.flatMap(({ line }) => [line.contractId, line.settledContractId]));
  const contracts = month.contracts.filter(({ id }) => contractIds.has(id));
  const agencyIds = new Set(contracts.map(({ agencyId }) => agencyId));
  const { id, name, creditCode, division, workInjuryClass } = unit;
  const unitMonth: UnitMonth = {
    statementId: `S-${period}-${unit.id}`,
    period,
    unit: { id, name, creditCode, division, workInjuryClass },
    law,
    baselineLaw: baselineLaw(month),
    settings: month.settings,
    agencies: month.agencies
      .filter((agency) => agencyIds.has(agency.id))
      .map((agency) => ({ id: agency.id, name: agency.name, vatTaxpayer: agency.vatTaxpayer })),
    contracts,
    workers: settled.map(({ line }) => line),
    excluded: excludedOf(unit, new Set(settled.map(({ line }) => line.workerId)), planned, month, found),
    previousBalanceFen: zeroFen,
    receivedFen: zeroFen,
  };
  return { unitMonth, found };
}

/** The law of the last day before the migration, as far as it was known by the day of the run. */
function baselineLaw({ transferDate, knownOn }: PlannedMonth): LawDate {
  const on = addDays(transferDate, -1);
  return { on, knownOn: knownOn === undefined || on < knownOn ? on : knownOn };
}

/** Everybody on the unit's rosters who is not settled, with the codes that say why. */
function excludedOf(
  unit: EmployerUnit,
  settled: ReadonlySet<string>,
  planned: readonly PlannedWorker[],
  month: PlannedMonth,
  found: readonly Issue[],
): readonly ExcludedWorker[] {
  const heldOut = month.plan.heldOut.filter(({ unitId }) => unitId === unit.id);
  const workers = [...heldOut, ...planned.map(({ worker }) => worker)];
  const codes = new Map<string, Set<string>>();
  for (const { severity, subject, code } of [
    ...(month.earlierIssues ?? []),
    ...month.plan.issues,
    ...found,
  ]) {
    if (severity !== "error" && severity !== "needs-decision") continue;
    if (subject?.workerId === undefined || settled.has(subject.workerId)) continue;
    codes.set(subject.workerId, (codes.get(subject.workerId) ?? new Set()).add(code));
  }
  const ofWorkers = workers
    .filter(({ workerId }) => !settled.has(workerId))
    .map(({ workerId }) => ({ workerId, codes: [...(codes.get(workerId) ?? [])].toSorted() }));
  return [...ofWorkers, ...(month.excludedRows?.get(unit.id) ?? [])];
}
