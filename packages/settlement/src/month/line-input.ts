import {
  addMonthsToPeriod,
  createIssue,
  failed,
  firstDayOf,
  formatRate,
  formatYuan,
  lastDayOf,
  maskIdentityNumber,
  monthsBetween,
  parsed,
  partsOfDate,
  partsOfPeriod,
  period as periodFrom,
  periodOf,
  placeOf,
  ratePpm,
  zeroFen,
  type Fen,
  type Issue,
  type Parsed,
  type PayRecord,
  type Period,
  type PlainDate,
  type PlannedWorker,
  type Stay,
} from "@tongchou/core";
import { settlementIssues } from "../issues.js";
import type { WorkerChanges } from "./changes/read-changes.js";
import { claimOfDebt } from "./changes/worker-debt.js";
import type { LineInput } from "../statement/statement-input.js";

/** When a line is settled, and since when the new arrangement holds. */
export interface LineTime {
  readonly period: Period;
  readonly transferDate: PlainDate;
}

/** Rates of the housing fund that the law allows on either side (住房公积金管理条例 article 18, and the city). */
const housingFundRates = { min: ratePpm(50_000), max: ratePpm(120_000) } as const;

/**
 * Makes a statement's line out of a planned worker and the month's pay record.
 *
 * Pay, declared wage and housing-fund rate come from the pay record, else from the roster. A newly chosen
 * agency is a new withholding agent: in the month in which it takes over, the year's figures begin anew.
 *
 * @returns the line with the remarks `not-insured`, `housing-fund-rate-out-of-range`, `leaver-insured` and
 *   `leaver-paid-next-year`; or `contribution-wage-missing`, `employment-dates-wrong`
 */
export function lineInputOf(
  entry: PlannedWorker,
  record: PayRecord,
  time: LineTime,
  changes?: WorkerChanges,
): Parsed<LineInput> {
  const { worker, decision } = entry;
  const contributionWageFen = record.contributionWageFen ?? worker.contributionWageFen;
  const report = lineReporter(entry, record);
  if (contributionWageFen === undefined) {
    return failed(report("contribution-wage-missing", "contributionWageFen"));
  }
  const { leftOn } = record;
  if (leftOn !== undefined && entry.worker.hiredOn !== undefined && leftOn < entry.worker.hiredOn) {
    return failed(report("employment-dates-wrong", "leftOn"));
  }
  const begins = agentBegins(entry, time);
  const isNewAgent = entry.settledContract !== entry.contract && begins === time.period;
  const carried = (amount: Fen): Fen => (isNewAgent ? zeroFen : amount);
  const housingFundRate = record.housingFundRate ?? worker.housingFundRate ?? ratePpm(0);
  const remarks: Issue[] = [];
  if (contributionWageFen === 0) remarks.push(report("not-insured", "contributionWageFen"));
  if (housingFundRate !== 0 && !isAllowed(housingFundRate)) {
    const [min, max] = [formatRate(housingFundRates.min), formatRate(housingFundRates.max)];
    const values = { found: formatRate(housingFundRate), min, max };
    remarks.push(report("housing-fund-rate-out-of-range", "housingFundRate", values));
  }
  if (leftOn !== undefined && partsOfDate(leftOn).year < partsOfPeriod(time.period).year) {
    remarks.push(report("leaver-paid-next-year", "leftOn", { day: leftOn }));
  }
  if (leftOn !== undefined && leftOn < firstDayOf(time.period) && contributionWageFen > 0) {
    const values = { day: leftOn, wage: formatYuan(contributionWageFen) };
    remarks.push(report("leaver-insured", "contributionWageFen", values));
  }
  const line: LineInput = {
    workerId: worker.workerId,
    name: worker.name,
    documentMasked: maskIdentityNumber(worker.documentNumber),
    branch: decision.branch,
    payee: entry.agency === undefined ? { kind: "worker" } : { kind: "agency", agencyId: entry.agency.id },
    employerOfRecordId: entry.employerOfRecordId,
    withholdingAgentId: entry.withholdingAgentId,
    contractId: entry.contract?.id,
    settledContractId: entry.settledContract?.id,
    stay: stayOf(entry, leftOn, time.period),
    pay: record.items,
    bonusTaxing: changes?.bonusTaxing,
    contributionWageFen,
    contributionScope: record.contributionScope === "work-injury" ? "work-injury" : undefined,
    contributionDifferences: unlessEmpty(changes?.contributionDifferences),
    housingFundRate,
    deductionMode: "months-at-unit",
    monthsAtAgent: monthsBetween(begins, lastMonthAt(begins, leftOn, time.period)) + 1,
    additionalDeductionsFen: record.additionalDeductionsFen,
    incomeBeforeFen: carried(record.incomeBeforeFen),
    exemptBeforeFen: record.exemptBeforeFen === undefined ? undefined : carried(record.exemptBeforeFen),
    specialDeductionsBeforeFen: carried(record.specialDeductionsBeforeFen),
    taxWithheldBeforeFen: carried(record.taxWithheldBeforeFen),
    otherDeductions: [],
    claims: unlessEmpty(changes?.debts.flatMap((debt) => claimOfDebt(debt, time.period) ?? [])),
    baseline: baselineOf(entry),
    hasAccount: worker.account !== undefined,
  };
  return parsed(line, remarks);
}

function baselineOf({ worker }: PlannedWorker): LineInput["baseline"] {
  const { grossFen, contributionWageFen, housingFundRate = ratePpm(0) } = worker;
  if (grossFen === undefined || contributionWageFen === undefined) return undefined;
  return { grossFen, contributionWageFen, housingFundRate };
}

function unlessEmpty<Item>(items: readonly Item[] | undefined): readonly Item[] | undefined {
  return items === undefined || items.length === 0 ? undefined : items;
}

/** Somebody hired or gone inside the month is under the contract from, or to, that day. */
function stayOf(
  { worker: { hiredOn }, contract, settledContract }: PlannedWorker,
  leftOn: PlainDate | undefined,
  month: Period,
): Stay | undefined {
  if (contract === undefined && settledContract === undefined) return undefined;
  const joins = hiredOn !== undefined && hiredOn !== firstDayOf(month) && periodOf(hiredOn) === month;
  const leaves = leftOn !== undefined && leftOn < lastDayOf(month);
  if (!joins && !leaves) return undefined;
  return { ...(joins ? { from: hiredOn } : {}), ...(leaves ? { to: leftOn } : {}) };
}

/**
 * The basic deduction counts months of employment (国家税务总局公告2018年第61号, article 6): wages paid after
 * somebody left add none. The month they begin in counts in any case.
 */
function lastMonthAt(begins: Period, leftOn: PlainDate | undefined, month: Period): Period {
  if (leftOn === undefined || periodOf(leftOn) >= month) return month;
  return periodOf(leftOn) < begins ? begins : periodOf(leftOn);
}

function isAllowed(rate: number): boolean {
  return housingFundRates.min <= rate && rate <= housingFundRates.max;
}

/**
 * First month of this year at the withholding agent: January, the month of hire, or the month in which a
 * newly chosen agency took over.
 */
function agentBegins(entry: PlannedWorker, { period, transferDate }: LineTime): Period {
  const january = periodFrom(`${partsOfPeriod(period).year}-01`);
  const hired = entry.worker.hiredOn === undefined ? january : periodOf(entry.worker.hiredOn);
  const tookOver = entry.settledContract === entry.contract ? january : agencyBegins(entry, transferDate);
  return [january, hired, tookOver].reduce((latest, month) => (month > latest ? month : latest));
}

/**
 * A new agency takes over with the transfer; when its contract is signed later, with the first month that
 * begins under it.
 */
export function agencyBegins({ settledContract }: PlannedWorker, transferDate: PlainDate): Period {
  const signed = settledContract?.signedOn;
  if (signed === undefined || signed <= transferDate) return periodOf(transferDate);
  const month = periodOf(signed);
  return signed === firstDayOf(month) ? month : addMonthsToPeriod(month, 1);
}

type LineIssueCode =
  | "employment-dates-wrong"
  | "leaver-insured"
  | "leaver-paid-next-year"
  | "contribution-wage-missing"
  | "housing-fund-rate-out-of-range"
  | "not-insured";

function lineReporter(
  { worker, unit }: PlannedWorker,
  record: PayRecord,
): (code: LineIssueCode, field: string, values?: Readonly<Record<string, string>>) => Issue {
  const subject = { unitId: unit.id, workerId: worker.workerId };
  return (code, field, values = {}) => {
    const place = record.source === undefined ? undefined : placeOf(record.source, field);
    return createIssue(settlementIssues, code, values, { subject, place });
  };
}
