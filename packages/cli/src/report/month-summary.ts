import { formatYuan, sumFen, type Branch, type Fen, type Issue, type PlannedWorker } from "@tongchou/core";
import type { MonthInput, SettledMonth, SettlementStatement } from "@tongchou/settlement";

/** One unit in the summary of a month. */
export interface UnitSummary {
  readonly unitId: string;
  readonly name: string;
  /** Rows on the roster, held out ones included. */
  readonly listed: number;
  readonly routes: Readonly<Partial<Record<Branch, number>>>;
  readonly settled: number;
  readonly heldPayments: number;
  readonly excluded: number;
  readonly costYuan: string;
  readonly guaranteeHolds: boolean;
}

/** What a payroll officer wants to know first of a month. */
export interface MonthSummary {
  readonly period: string;
  readonly knownOn: string;
  readonly units: readonly UnitSummary[];
  readonly totals: {
    readonly listed: number;
    readonly settled: number;
    readonly excluded: number;
    readonly heldPayments: number;
    readonly grossYuan: string;
    readonly netYuan: string;
    readonly costYuan: string;
  };
  /** Numbers of issues by severity. */
  readonly issues: Readonly<Record<Issue["severity"], number>>;
  readonly guaranteeHolds: boolean;
}

/** Sums a settled month up. */
export function summariseMonth(month: MonthInput, settled: SettledMonth, knownOn: string): MonthSummary {
  const units = month.units.map((unit) => unitSummary(unit.id, unit.name, month, settled));
  const { statements, issues } = settled;
  const total = (amountOf: (statement: SettlementStatement) => Fen): string =>
    formatYuan(sumFen(statements.map(amountOf)));
  const count = (numberOf: (unit: UnitSummary) => number): number =>
    units.reduce((sum, unit) => sum + numberOf(unit), 0);
  const ofSeverity = (severity: Issue["severity"]): number =>
    issues.filter((issue) => issue.severity === severity).length;
  return {
    period: settled.plan.period,
    knownOn,
    units,
    totals: {
      listed: count((unit) => unit.listed),
      settled: count((unit) => unit.settled),
      excluded: count((unit) => unit.excluded),
      heldPayments: count((unit) => unit.heldPayments),
      grossYuan: total((statement) => statement.totals.grossFen),
      netYuan: total((statement) => statement.totals.netFen),
      costYuan: total((statement) => statement.totals.unitCostFen),
    },
    issues: {
      error: ofSeverity("error"),
      "needs-decision": ofSeverity("needs-decision"),
      warning: ofSeverity("warning"),
      info: ofSeverity("info"),
    },
    guaranteeHolds: statements.every((statement) => statement.guarantee.holds),
  };
}

/** False where a unit has people on its roster and no statement. */
export function isEveryUnitSettled({ rosters, statements }: SettledMonth): boolean {
  const settled = new Set(statements.map(({ input }) => input.unit.id));
  return rosters.every(({ unitId, workers }) => workers.length === 0 || settled.has(unitId));
}

function unitSummary(unitId: string, name: string, month: MonthInput, settled: SettledMonth): UnitSummary {
  const onRoster = settled.rosters
    .filter((roster) => roster.unitId === unitId)
    .flatMap((roster) => roster.workers).length;
  const rowsHeldOut = (month.heldOutRows ?? []).filter((row) => row.unitId === unitId).length;
  const statement = settled.statements.find(({ input }) => input.unit.id === unitId);
  const listed = onRoster + rowsHeldOut;
  const lines = statement?.lines.length ?? 0;
  return {
    unitId,
    name,
    listed,
    routes: countRoutes(settled.plan.workers.filter((entry) => entry.unit.id === unitId)),
    settled: lines,
    heldPayments: statement?.held.length ?? 0,
    excluded: listed - lines,
    costYuan: formatYuan(statement?.totals.unitCostFen ?? sumFen([])),
    guaranteeHolds: statement?.guarantee.holds ?? true,
  };
}

function countRoutes(planned: readonly PlannedWorker[]): Partial<Record<Branch, number>> {
  const counts: Partial<Record<Branch, number>> = {};
  for (const { decision } of planned) counts[decision.branch] = (counts[decision.branch] ?? 0) + 1;
  return counts;
}
