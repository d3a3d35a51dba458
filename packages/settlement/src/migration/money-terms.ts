import {
  addMonthsToPeriod,
  fen,
  formatYuan,
  groupBy,
  monthsBetween,
  sumFen,
  zeroFen,
  type Fen,
  type PlainDate,
} from "@tongchou/core";
import type { SettlementStatement } from "../statement/statement.js";
import { breachIn, type AccountBreach, type TermFinding } from "./account-breach.js";
import type { AccountedMonth, AccountedUnit } from "./accounted-unit.js";
import { statementTerm } from "./statement-terms.js";
import { floatDays, type FloatDays, type WorkingCalendar } from "./float-days.js";

/** The days on which the money of a statement came in and went out. */
export interface CashDays {
  readonly statementId: string;
  readonly receivedOn: PlainDate;
  /** Day of the last payment out. */
  readonly paidOn: PlainDate;
}

/** One statement a month, but for its corrections, and no month left out. */
export function sequenceTerm({ before, after }: AccountedUnit): TermFinding {
  const months = [...before, ...after];
  const between = pairs(months).flatMap(([earlier, later]): readonly AccountBreach[] => {
    const [last, next] = [earlier.statement.input, later.statement.input];
    const step = monthsBetween(last.period, next.period);
    if (step === 1) return [];
    if (step === 0) {
      const statements = `${last.statementId}, ${next.statementId}`;
      return [breachIn(later, "sequence", "account-month-repeated", { statements })];
    }
    const gap = { found: addMonthsToPeriod(last.period, 1), until: addMonthsToPeriod(next.period, -1) };
    return [breachIn(later, "sequence", "account-month-missing", gap)];
  });
  const alone = months.flatMap((month): readonly AccountBreach[] => {
    const [{ input }] = month.issued;
    if (input.corrects === undefined) return [];
    const values = { statement: input.statementId, earlier: input.corrects.statementId };
    return [breachIn(month, "sequence", "account-earlier-missing", values)];
  });
  const isTested = months.length > 1 || alone.length > 0;
  return { term: "sequence", isTested, breaches: [...between, ...alone] };
}

/**
 * 上月余额 + 本月应收 − 已到款 = 本月仍应到款, and each statement begins with what the one before it ended with. A
 * correction stands where its balance fits, because a statement does not say when it was issued.
 */
export function balancesTerm({ after }: AccountedUnit): TermFinding {
  const issued = inOrderOfBalances(after);
  const within = issued.flatMap(({ month, statement }): readonly AccountBreach[] => {
    const { previousBalanceFen, chargedFen, receivedFen, stillDueFen } = statement.funding;
    const due = fen(previousBalanceFen + chargedFen - receivedFen);
    if (due === stillDueFen) return [];
    const values = { expected: formatYuan(due), found: formatYuan(stillDueFen) };
    return [breachIn(month, "balances", "account-funding-wrong", values)];
  });
  const between = pairs(issued).flatMap(([earlier, { month, statement }]): readonly AccountBreach[] => {
    const expected = earlier.statement.funding.stillDueFen;
    const found = statement.funding.previousBalanceFen;
    if (expected === found) return [];
    const values = { expected: formatYuan(expected), found: formatYuan(found) };
    return [breachIn(month, "balances", "account-balance-broken", values)];
  });
  return { term: "balances", isTested: after.length > 0, breaches: [...within, ...between] };
}

/** A statement with the month it is of. */
interface IssuedStatement {
  readonly month: AccountedMonth;
  readonly statement: SettlementStatement;
}

/** All statements in the order of time, each correction at the first place where its balance fits. */
export function inOrderOfBalances(months: readonly AccountedMonth[]): readonly IssuedStatement[] {
  const ordered: IssuedStatement[] = [];
  const waiting: IssuedStatement[] = [];
  const fitting = (): number => {
    const due = ordered.at(-1)?.statement.funding.stillDueFen;
    return waiting.findIndex(({ statement }) => statement.funding.previousBalanceFen === due);
  };
  const letIn = (isEnough: () => boolean): void => {
    for (let index = fitting(); index >= 0 && !isEnough(); index = fitting()) {
      ordered.push(...waiting.splice(index, 1));
    }
  };
  for (const month of months) {
    const [first, ...corrections] = month.issued;
    letIn(() => ordered.at(-1)?.statement.funding.stillDueFen === first.funding.previousBalanceFen);
    ordered.push({ month, statement: first });
    waiting.push(...corrections.map((statement) => ({ month, statement })));
  }
  letIn(() => false);
  return [...ordered, ...waiting];
}

/**
 * What is charged is what is paid out or held: the platform keeps nothing. A correction pays and charges a
 * difference, of which its own guarantee has the account.
 */
export function conservationTerm(unit: AccountedUnit): TermFinding {
  const breaches = unit.after.flatMap((month): readonly AccountBreach[] => {
    const [{ funding, disbursements, held }] = month.issued;
    const [paidFen, heldFen] = [sumAmounts(disbursements), sumAmounts(held)];
    if (funding.chargedFen === paidFen + heldFen) return [];
    const values = {
      charged: formatYuan(funding.chargedFen),
      paid: formatYuan(paidFen),
      held: formatYuan(heldFen),
    };
    return [breachIn(month, "conservation", "account-money-not-conserved", values)];
  });
  const corrected = unit.after.filter(({ issued }) => issued.length > 1);
  const ofCorrections = statementTerm({ ...unit, after: corrected }, "conservation");
  const isTested = unit.after.length > 0;
  return { term: "conservation", isTested, breaches: [...breaches, ...ofCorrections.breaches] };
}

/** With its corrections an agency invoices what it is to have for the month, no more and no less. */
export function invoiceBreaches(month: AccountedMonth): readonly AccountBreach[] {
  const invoiced = groupBy(
    month.issued.flatMap(({ invoices }) => invoices),
    ({ issuerId }) => issuerId,
  );
  const paid = dueToAgencies(month.statement);
  return [...new Set([...invoiced.keys(), ...paid.keys()])].flatMap((agencyId): readonly AccountBreach[] => {
    const found = sumFen((invoiced.get(agencyId) ?? []).map(({ priceFen }) => priceFen));
    const expected = paid.get(agencyId) ?? zeroFen;
    if (found === expected) return [];
    const values = { found: formatYuan(found), expected: formatYuan(expected) };
    return [breachIn(month, "invoice-chain", "account-invoices-differ", values, { agencyId })];
  });
}

/** What each agency is to have for the whole month; a correction pays only what of it is still open. */
function dueToAgencies({ disbursements, correction }: SettlementStatement): ReadonlyMap<string, Fen> {
  const due =
    correction?.settlements.map(({ payee, dueFen }) => ({ payee, amountFen: dueFen })) ?? disbursements;
  return new Map(
    due.flatMap(({ payee, amountFen }) =>
      payee.kind === "agency" ? [[payee.agencyId, amountFen] as const] : [],
    ),
  );
}

/** Money lies no longer than is agreed between coming in and going out. */
export function floatTerm(
  { after }: AccountedUnit,
  cash: ReadonlyMap<string, CashDays>,
  calendar: WorkingCalendar | undefined,
): TermFinding {
  const known = after.flatMap((month) =>
    month.issued.flatMap((statement) => {
      const float = floatOf(statement, cash, calendar);
      return float === undefined ? [] : [{ month, statement, float }];
    }),
  );
  const breaches = known.flatMap(({ month, statement, float }): readonly AccountBreach[] => {
    const daysMax = statement.input.settings.floatDaysMax;
    if (float.days <= daysMax) return [];
    const values = { days: float.days, daysMax, ...dayWords[float.counted] };
    return [breachIn(month, "float", "account-float-too-long", values)];
  });
  return { term: "float", isTested: known.length > 0, breaches };
}

/** How long the money of a statement lay; undefined where its days are not known. */
export function floatOf(
  { input }: SettlementStatement,
  cash: ReadonlyMap<string, CashDays>,
  calendar: WorkingCalendar | undefined,
): FloatDays | undefined {
  const days = cash.get(input.statementId);
  return days === undefined ? undefined : floatDays(days.receivedOn, days.paidOn, calendar);
}

const dayWords: Readonly<Record<FloatDays["counted"], { countedZh: string; countedEn: string }>> = {
  "working-days": { countedZh: "工作日", countedEn: "working days" },
  "calendar-days": { countedZh: "日历日", countedEn: "calendar days" },
};

function sumAmounts(items: readonly { readonly amountFen: Fen }[]): Fen {
  return sumFen(items.map(({ amountFen }) => amountFen));
}

function pairs<Item>(items: readonly Item[]): readonly (readonly [Item, Item])[] {
  return items.slice(1).flatMap((later, index) => {
    const earlier = items[index];
    return earlier === undefined ? [] : [[earlier, later] as const];
  });
}
