import {
  addDays,
  coreIssues,
  createIssue,
  divideRounded,
  fen,
  formatYuan,
  lastDayOf,
  maskIdentityNumber,
  monthsBetween,
  partsOfPeriod,
  period as periodFrom,
  periodOf,
  placeOf,
  planMigration,
  ratePpm,
  subtractFen,
  sumFen,
  threeUnchangedIssues,
  zeroFen,
  type Fen,
  type Issue,
  type MigrationPlan,
  type PayRecord,
  type Period,
  type PlainDate,
  type PlannedWorker,
} from "@tongchou/core";
import {
  settleUnit,
  type LineInput,
  type SettlementStatement,
  type StatementSettings,
} from "@tongchou/settlement";
import { minimumWage, planFacts, type Facts } from "@tongchou/statutory";
import type { AssembledMonth } from "./assemble.js";

/** The choices of a month's run. */
export interface MonthOptions {
  readonly period: Period;
  /** First day of the new arrangement. */
  readonly transferDate: PlainDate;
  /** Day whose knowledge of facts is used. */
  readonly knownOn: PlainDate;
  readonly settings: StatementSettings;
}

/** A month, planned and settled. */
export interface SettledMonth {
  readonly plan: MigrationPlan;
  readonly statements: readonly SettlementStatement[];
  /** Planned workers by worker id. */
  readonly planned: ReadonlyMap<string, PlannedWorker>;
  readonly issues: readonly Issue[];
}

/** Plans a month. */
export function planMonth(month: AssembledMonth, options: MonthOptions, facts: Facts): MigrationPlan {
  const { units, agencies, contracts, rosters, approvals, choices } = month;
  return planMigration({
    period: options.period,
    transferDate: options.transferDate,
    units,
    agencies,
    contracts,
    rosters,
    approvals,
    choices,
    facts: planFacts(facts, options.knownOn),
    averagePay: averagePay(month, options.period),
  });
}

/** Plans and settles a month, unit by unit. */
export function settleMonth(
  month: AssembledMonth,
  options: MonthOptions,
  facts: Facts,
  onUnit: (done: number, total: number) => void = () => undefined,
): SettledMonth {
  const plan = planMonth(month, options, facts);
  // The minimum wage of a worker with pay is tested on the pay, which the roster's figure would only repeat.
  const ofPlan = plan.issues.filter(
    (issue) => issue.code !== "below-minimum-wage" || !month.payByWorker.has(issue.subject?.workerId ?? ""),
  );
  const issues: Issue[] = [...month.issues, ...ofPlan];
  const statements: SettlementStatement[] = [];
  const planned = new Map(plan.workers.map((entry) => [entry.worker.workerId, entry]));
  for (const [index, unit] of month.units.entries()) {
    onUnit(index + 1, month.units.length);
    const ofUnit = plan.workers.filter((entry) => entry.unit.id === unit.id);
    const ready = ofUnit.flatMap((entry) => {
      const record = month.payByWorker.get(entry.worker.workerId);
      if (record === undefined || entry.decision.branch === "X") return [];
      issues.push(...payIssues(entry, record, options, facts));
      return [{ entry, record }];
    });
    if (ready.length === 0) continue;
    const used = new Set(ready.flatMap(({ entry }) => [entry.contract, entry.settledContract]));
    const statement = settleUnit(
      {
        statementId: `S-${options.period}-${unit.id}`,
        period: options.period,
        unit: {
          id: unit.id,
          name: unit.name,
          creditCode: unit.creditCode,
          division: unit.division,
          workInjuryClass: unit.workInjuryClass,
        },
        law: { on: lastDayOf(options.period), knownOn: options.knownOn },
        baselineLaw: baselineLaw(options),
        settings: options.settings,
        agencies: month.agencies
          .filter((agency) => [...used].some((contract) => contract?.agencyId === agency.id))
          .map(({ id, name, vatTaxpayer }) => ({ id, name, vatTaxpayer })),
        contracts: month.contracts.filter((contract) => used.has(contract)),
        workers: ready.map(({ entry, record }) => lineInput(entry, record, options)),
        excluded: excludedOf(unit.id, month, plan),
        previousBalanceFen: zeroFen,
        receivedFen: zeroFen,
      },
      facts,
    );
    if (statement.ok) {
      statements.push(statement.value);
      issues.push(...statement.value.remarks.map((remark) => inUnit(remark, unit.id)));
    } else {
      issues.push(...statement.issues.map((issue) => inUnit(issue, unit.id)));
    }
  }
  return { plan, statements, planned, issues };
}

/** The law of the last day before the migration, as far as it was known by the day of the run. */
function baselineLaw(options: MonthOptions): { on: PlainDate; knownOn: PlainDate } {
  const on = addDays(options.transferDate, -1);
  return { on, knownOn: on < options.knownOn ? on : options.knownOn };
}

function lineInput(entry: PlannedWorker, record: PayRecord, options: MonthOptions): LineInput {
  const { worker, decision } = entry;
  const begins = agentBegins(entry, options);
  const isNewAgent =
    begins === options.period && partsOfPeriod(begins).month > 1 && entry.settledContract !== entry.contract;
  const carried = (amount: Fen): Fen => (isNewAgent ? zeroFen : amount);
  const housingFundRate = record.housingFundRate ?? worker.housingFundRate ?? ratePpm(0);
  const { grossFen, contributionWageFen } = worker;
  return {
    workerId: worker.workerId,
    name: worker.name,
    documentMasked: maskIdentityNumber(worker.documentNumber),
    branch: decision.branch,
    payee: entry.agency === undefined ? { kind: "worker" } : { kind: "agency", agencyId: entry.agency.id },
    employerOfRecordId: entry.employerOfRecordId,
    withholdingAgentId: entry.withholdingAgentId,
    contractId: entry.contract?.id,
    settledContractId: entry.settledContract?.id,
    pay: record.items,
    contributionWageFen: record.contributionWageFen ?? contributionWageFen ?? grossOf(record),
    housingFundRate,
    deductionMode: "months-at-unit",
    monthsAtAgent: monthsBetween(begins, options.period) + 1,
    additionalDeductionsFen: record.additionalDeductionsFen,
    incomeBeforeFen: carried(record.incomeBeforeFen),
    specialDeductionsBeforeFen: carried(record.specialDeductionsBeforeFen),
    taxWithheldBeforeFen: carried(record.taxWithheldBeforeFen),
    otherDeductions: [],
    baseline:
      grossFen === undefined || contributionWageFen === undefined
        ? undefined
        : { grossFen, contributionWageFen, housingFundRate: worker.housingFundRate ?? ratePpm(0) },
    hasAccount: worker.account !== undefined,
  };
}

/**
 * First month of this year at the withholding agent: January, the month of hire, or the month in which a
 * newly chosen agency took over and the count begins anew.
 */
function agentBegins(entry: PlannedWorker, options: MonthOptions): Period {
  const january = periodFrom(`${options.period.slice(0, 4)}-01`);
  const hired = entry.worker.hiredOn === undefined ? january : periodOf(entry.worker.hiredOn);
  const transferred = entry.settledContract === entry.contract ? january : periodOf(options.transferDate);
  return [january, hired, transferred].reduce((latest, month) => (month > latest ? month : latest));
}

/** Checks of a month's pay against the minimum wage and against the pay before the migration. */
function payIssues(
  entry: PlannedWorker,
  record: PayRecord,
  options: MonthOptions,
  facts: Facts,
): readonly Issue[] {
  const { worker, unit } = entry;
  const subject = { unitId: unit.id, workerId: worker.workerId };
  const overtime = sumFen(
    record.items.filter((item) => item.kind === "overtime").map((item) => item.amountFen),
  );
  const counted = subtractFen(grossOf(record), overtime);
  const standard = minimumWage(facts, unit.division, lastDayOf(options.period), options.knownOn);
  const column = Object.keys(record.source?.columns ?? {}).find((field) => field.endsWith("Pay"));
  const place = record.source === undefined ? undefined : placeOf(record.source, column);
  const issues: Issue[] = [];
  if (standard.ok && counted < standard.value.standardFen) {
    const values = {
      found: formatYuan(counted),
      standard: formatYuan(standard.value.standardFen),
      division: unit.division,
    };
    issues.push(createIssue(coreIssues, "below-minimum-wage", values, { subject, place }));
  }
  return [...issues, ...threeUnchangedIssues(conditionsBefore(entry), conditionsOf(record), subject)];
}

/**
 * Overtime and performance move with the month; what may not fall is the rest of the pay, base and fund rate
 * (N19).
 */
function conditionsBefore({ worker }: PlannedWorker): Parameters<typeof threeUnchangedIssues>[0] {
  const fixed =
    worker.grossFen === undefined ? undefined : subtractFen(worker.grossFen, worker.unitPaidFen ?? zeroFen);
  return {
    grossFen: fixed,
    contributionWageFen: worker.contributionWageFen,
    housingFundRate: worker.housingFundRate,
  };
}

function conditionsOf(record: PayRecord): Parameters<typeof threeUnchangedIssues>[1] {
  const fixed = record.items.filter((item) => item.kind !== "overtime" && item.kind !== "performance");
  return {
    grossFen: sumFen(fixed.map((item) => item.amountFen)),
    contributionWageFen: record.contributionWageFen,
    housingFundRate: record.housingFundRate,
  };
}

function grossOf(record: PayRecord): Fen {
  return sumFen(record.items.map((item) => item.amountFen));
}

/** Average monthly pay of this year before the month, where the pay sheet carries it. */
function averagePay(
  month: AssembledMonth,
  period: Period,
): ReadonlyMap<string, { readonly amountFen: Fen; readonly months: number }> {
  const january = periodFrom(`${period.slice(0, 4)}-01`);
  const averages = new Map<string, { amountFen: Fen; months: number }>();
  for (const worker of month.rosters.flatMap((roster) => roster.workers)) {
    const record = month.payByWorker.get(worker.workerId);
    const hired = worker.hiredOn === undefined ? january : periodOf(worker.hiredOn);
    const months = monthsBetween(hired > january ? hired : january, period);
    if (record === undefined || months <= 0 || record.incomeBeforeFen <= 0) continue;
    const amountFen = fen(divideRounded(record.incomeBeforeFen, months, "half-up"));
    averages.set(worker.workerId, { amountFen, months });
  }
  return averages;
}

function excludedOf(
  unitId: string,
  month: AssembledMonth,
  plan: MigrationPlan,
): { workerId: string; codes: string[] }[] {
  const byWorker = new Map<string, Set<string>>();
  for (const issue of [...month.issues, ...plan.issues]) {
    const workerId = issue.subject?.workerId;
    if (workerId === undefined || issue.severity === "warning" || issue.severity === "info") continue;
    byWorker.set(workerId, (byWorker.get(workerId) ?? new Set()).add(issue.code));
  }
  const settled = new Set(
    plan.workers
      .filter((entry) => month.payByWorker.has(entry.worker.workerId) && entry.decision.branch !== "X")
      .map((entry) => entry.worker.workerId),
  );
  const workers = month.rosters
    .filter((roster) => roster.unitId === unitId)
    .flatMap((roster) => roster.workers);
  const ofRoster = workers
    .filter((worker) => !settled.has(worker.workerId))
    .map(({ workerId }) => ({ workerId, codes: [...(byWorker.get(workerId) ?? [])].toSorted() }));
  const ofRows = month.heldOutRows
    .filter((row) => row.unitId === unitId)
    .map((row) => ({
      workerId: `${row.place.file}:${row.place.row ?? ""}`,
      codes: [...row.codes].toSorted(),
    }));
  return [...ofRoster, ...ofRows].toSorted((a, b) => (a.workerId < b.workerId ? -1 : 1));
}

function inUnit(issue: Issue, unitId: string): Issue {
  return { ...issue, subject: { unitId, ...issue.subject } };
}
