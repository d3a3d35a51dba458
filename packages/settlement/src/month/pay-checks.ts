import {
  coreIssues,
  createIssue,
  formatYuan,
  placeOf,
  subtractFen,
  sumFen,
  threeUnchangedIssues,
  zeroFen,
  type Fen,
  type Issue,
  type PayItemKind,
  type PayRecord,
  type PlannedWorker,
  type WorkConditions,
} from "@tongchou/core";
import { minimumWage, type Facts } from "@tongchou/statutory";
import type { LawDate } from "../law-date.js";

/** Items that move from month to month; what may not fall is the rest of the pay (N19). */
const movingItems: ReadonlySet<PayItemKind> = new Set(["overtime", "performance", "bonus"]);

/**
 * Checks a month's pay against the minimum wage and against the pay before the migration.
 *
 * Overtime does not count towards the minimum wage (最低工资规定 article 12). A year-end bonus, pay of other
 * months and exempt income are no pay of the month in either.
 *
 * @returns `below-minimum-wage` and `three-unchanged-broken`
 */
export function payIssues(
  entry: PlannedWorker,
  record: PayRecord,
  law: LawDate,
  facts: Facts,
): readonly Issue[] {
  const subject = { unitId: entry.unit.id, workerId: entry.worker.workerId };
  const unchanged = threeUnchangedIssues(conditionsBefore(entry), conditionsNow(record), subject);
  return [...minimumWageIssues(entry, record, law, facts), ...unchanged];
}

function minimumWageIssues(
  { worker, unit }: PlannedWorker,
  record: PayRecord,
  law: LawDate,
  facts: Facts,
): readonly Issue[] {
  const counted = payOf(record, (kind) => kind !== "overtime" && kind !== "bonus");
  const standard = minimumWage(facts, unit.division, law.on, law.knownOn);
  if (!standard.ok || counted >= standard.value.standardFen) return [];
  const { source } = record;
  const column = Object.keys(source?.columns ?? {}).find((field) => field.endsWith("Pay"));
  const values = {
    found: formatYuan(counted),
    standard: formatYuan(standard.value.standardFen),
    division: unit.division,
  };
  const subject = { unitId: unit.id, workerId: worker.workerId };
  const place = source === undefined ? undefined : placeOf(source, column);
  return [createIssue(coreIssues, "below-minimum-wage", values, { subject, place })];
}

function conditionsBefore({ worker }: PlannedWorker): WorkConditions {
  const { grossFen, unitPaidFen = zeroFen, contributionWageFen, housingFundRate } = worker;
  const fixedFen = grossFen === undefined ? undefined : subtractFen(grossFen, unitPaidFen);
  return { grossFen: fixedFen, contributionWageFen, housingFundRate };
}

function conditionsNow(record: PayRecord): WorkConditions {
  const { contributionWageFen, housingFundRate } = record;
  return { grossFen: payOf(record, (kind) => !movingItems.has(kind)), contributionWageFen, housingFundRate };
}

function payOf(record: PayRecord, counts: (kind: PayItemKind) => boolean): Fen {
  const regular = record.items.filter(
    ({ serviceMonth, isExempt }) => serviceMonth === undefined && isExempt !== true,
  );
  return sumFen(regular.filter(({ kind }) => counts(kind)).map(({ amountFen }) => amountFen));
}
