import {
  allocate,
  fen,
  monthsBetween,
  partsOfPeriod,
  period as periodFrom,
  periodOf,
  sumFen,
  zeroFen,
  type Fen,
  type PayRecord,
  type Period,
  type PlannedWorker,
} from "@tongchou/core";
import { declaredBase, housingFundOn, insuranceKinds } from "../../contributions.js";
import type { SettlementRules } from "../../settlement-rules.js";
import { insuranceOn } from "../../statement/settle-line.js";
import type { WageMonth, WageYear } from "../../tax/wage-withholding.js";

/**
 * A worker's year at the present agent as far as it can be expected: the months before have the year's figures
 * in equal parts, this month and those to come have its regular pay. Withholding from this month on rests on
 * the sums alone, so that the parts change nothing of it.
 *
 * @param record without one the roster's pay and wage stand for every month
 * @returns undefined where neither says what the pay and the declared wage are
 */
export function expectedWages(
  { worker }: PlannedWorker,
  record: PayRecord | undefined,
  month: Period,
  rules: SettlementRules,
): WageYear | undefined {
  const grossFen = record === undefined ? worker.grossFen : regularPay(record);
  const wageFen = record?.contributionWageFen ?? worker.contributionWageFen;
  if (grossFen === undefined || wageFen === undefined) return undefined;
  const { year, month: number } = partsOfPeriod(month);
  const january = periodFrom(`${year}-01`);
  const hired = worker.hiredOn === undefined ? january : periodOf(worker.hiredOn);
  const start = hired > january && hired <= month ? hired : january;
  const count = monthsBetween(start, month);
  const rate = record?.housingFundRate ?? worker.housingFundRate;
  const specialFen = contributionsOfMonth(wageFen, rate, rules);
  const additional = parts(record?.additionalDeductionsFen ?? zeroFen, count + 1);
  const additionalFen = additional.at(-1) ?? zeroFen;
  const regular: WageMonth = { incomeFen: grossFen, specialFen, additionalFen };
  const before = monthsBefore(regular, record, count).map((each, index) => ({
    ...each,
    additionalFen: additional[index] ?? zeroFen,
  }));
  const rest = Array.from({ length: 12 - number + 1 }, () => regular);
  const months = [...before, ...rest];
  return { year, startMonth: partsOfPeriod(start).month, months, mode: "months-at-unit" };
}

function regularPay({ items }: PayRecord): Fen {
  const regular = items.filter(
    ({ kind, serviceMonth, isExempt }) => kind !== "bonus" && serviceMonth === undefined && isExempt !== true,
  );
  return sumFen(regular.map(({ amountFen }) => amountFen));
}

function monthsBefore(
  regular: WageMonth,
  record: PayRecord | undefined,
  count: number,
): readonly WageMonth[] {
  if (record === undefined) return Array.from({ length: count }, () => regular);
  const income = parts(record.incomeBeforeFen, count);
  const special = parts(record.specialDeductionsBeforeFen, count);
  const exempt = parts(record.exemptBeforeFen ?? zeroFen, count);
  return income.map((incomeFen, index) => ({
    incomeFen,
    specialFen: special[index] ?? zeroFen,
    exemptFen: exempt[index] ?? zeroFen,
  }));
}

function parts(amountFen: Fen, count: number): readonly Fen[] {
  if (count === 0) return [];
  return allocate(
    amountFen,
    Array.from({ length: count }, () => 1),
  );
}

function contributionsOfMonth(
  wageFen: Fen,
  rate: PlannedWorker["worker"]["housingFundRate"],
  rules: SettlementRules,
): Fen {
  const insurance = insuranceOn(declaredBase(wageFen, rules.contributions.bounds), rules.contributions);
  const fund = rate === undefined ? zeroFen : housingFundOn(wageFen, rate, rules.housingFund).eachSideFen;
  return fen(insuranceKinds.reduce((sum, kind) => sum + (insurance[kind].employeeFen ?? 0), 0) + fund);
}
