import {
  addMonthsToPeriod,
  createIssue,
  failed,
  firstDayOf,
  formatRate,
  maskIdentityNumber,
  monthsBetween,
  parsed,
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
 * @returns the line with the remarks `not-insured` and `housing-fund-rate-out-of-range`; or
 *   `contribution-wage-missing`
 */
export function lineInputOf(entry: PlannedWorker, record: PayRecord, time: LineTime): Parsed<LineInput> {
  const { worker, decision } = entry;
  const contributionWageFen = record.contributionWageFen ?? worker.contributionWageFen;
  const report = lineReporter(entry, record);
  if (contributionWageFen === undefined) {
    return failed(report("contribution-wage-missing", "contributionWageFen"));
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
    stay: stayOf(entry, time.period),
    pay: record.items,
    contributionWageFen,
    housingFundRate,
    deductionMode: "months-at-unit",
    monthsAtAgent: monthsBetween(begins, time.period) + 1,
    additionalDeductionsFen: record.additionalDeductionsFen,
    incomeBeforeFen: carried(record.incomeBeforeFen),
    specialDeductionsBeforeFen: carried(record.specialDeductionsBeforeFen),
    taxWithheldBeforeFen: carried(record.taxWithheldBeforeFen),
    otherDeductions: [],
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

/** Somebody hired inside the month is under the contract from that day on. */
function stayOf(
  { worker: { hiredOn }, contract, settledContract }: PlannedWorker,
  month: Period,
): Stay | undefined {
  const isSupplied = contract !== undefined || settledContract !== undefined;
  if (!isSupplied || hiredOn === undefined || hiredOn === firstDayOf(month)) return undefined;
  return periodOf(hiredOn) === month ? { from: hiredOn } : undefined;
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
function agencyBegins({ settledContract }: PlannedWorker, transferDate: PlainDate): Period {
  const signed = settledContract?.signedOn;
  if (signed === undefined || signed <= transferDate) return periodOf(transferDate);
  const month = periodOf(signed);
  return signed === firstDayOf(month) ? month : addMonthsToPeriod(month, 1);
}

type LineIssueCode = "contribution-wage-missing" | "housing-fund-rate-out-of-range" | "not-insured";

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
