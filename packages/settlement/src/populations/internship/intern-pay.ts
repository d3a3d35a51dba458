import {
  addMonths,
  createIssue,
  failed,
  formatYuan,
  lastDayOf,
  minFen,
  parsed,
  partsOfPeriod,
  proportionOf,
  settlementRouteOf,
  subtractFen,
  type Fen,
  type Issue,
  type Parsed,
  type Period,
  type PlainDate,
  type RouteOf,
} from "@tongchou/core";
import type { Facts } from "@tongchou/statutory";
import { factsFor, type FactSet } from "../../facts-for.js";
import { settlementIssues } from "../../issues.js";
import { withholdIntern, type MonthIncome } from "../../tax/occasional-withholding.js";
import { attendanceShare } from "../attendance-minimum.js";
import { namingFacts } from "../named-facts.js";
import {
  instructOutside,
  type OutsideInstruction,
  type OutsidePayee,
  type OwnAccount,
  type PayingAccountByPopulation,
  type PlatformIdentity,
} from "../outside-instruction.js";

/** One intern's month at the host. */
export interface InternMonth {
  /** The student. */
  readonly workerId: string;
  readonly workerName: string;
  readonly hostId: string;
  readonly month: Period;
  /** Pay of the month before tax. */
  readonly payFen: Fen;
  /** True when the student works in the post with some independence: the floor holds for these. */
  readonly independent: boolean;
  /** Month's wage of the same post. */
  readonly postWageFen: Fen;
  /** Month's wage of the lowest grade of the post, where there are grades. */
  readonly lowestGradeFen?: Fen | undefined;
  readonly attendedCentidays: number;
  readonly scheduledCentidays?: number | undefined;
  readonly hours: InternHours;
  /** Deductions that somebody asks for: there are none that the law allows. */
  readonly deductions: readonly { readonly kind: string; readonly amountFen: Fen }[];
  /** Months interned at this host this year before this one, in rising order; 0 for one without pay. */
  readonly incomeBefore: readonly MonthIncome[];
  readonly paidOn?: PlainDate | undefined;
  readonly ownAccount?: OwnAccount | undefined;
}

/** What the attendance register says of an intern's hours. */
export interface InternHours {
  /** Longest day, in hundredths of an hour. */
  readonly longestDayCentihours: number;
  readonly overtimeShifts: number;
  readonly nightShifts: number;
  readonly restDayShifts: number;
  /** Filing with the authority that allows such shifts for this kind of training. */
  readonly filedException?: string | undefined;
}

/** One intern's pay, which the host pays to the student: by its route it fits no payout of the platform. */
export interface InternPay extends OutsidePayee {
  readonly population: "student-intern";
  readonly route: RouteOf<"student-intern">;
  readonly hostId: string;
  readonly month: Period;
  readonly grossFen: Fen;
  readonly taxFen: Fen;
  /** Least that the month's attendance has to be paid; `null` where there is no floor. */
  readonly floorFen: Fen | null;
}

const ids = [
  "cn.intern.pay-floor-share",
  "cn.intern.pay-cycle-months",
  "cn.intern.hours-per-day",
  "cn.wage.paid-days",
] as const;

/**
 * Reckons an intern's pay: tax withheld cumulatively on 80 % of the income, and nothing else taken.
 *
 * The floor of 教职成〔2021〕4号, article 18, is 80 % of the wage of the same post or the wage of its lowest
 * grade: who has either is paid enough. It is taken in proportion to the days attended.
 *
 * @param knownOn day whose knowledge of facts is used
 * @returns the pay, with `intern-pay-below-floor`, the warnings `intern-hours-exceeded`,
 *   `intern-shifts-not-allowed`, `intern-paid-late`, and `fact-not-confirmed`; or `intern-fee-from-pay`,
 *   `intern-months-wrong`, `fact-unknown`
 * @example
 * const hours = { longestDayCentihours: 800, overtimeShifts: 0, nightShifts: 0, restDayShifts: 0 };
 * const pay = internPay({
 *   workerId: "S1", workerName: "李四", hostId: "H1", month: period("2024-07"), payFen: fen(1000000),
 *   independent: true, postWageFen: fen(1200000), attendedCentidays: 2300, scheduledCentidays: 2300,
 *   hours, deductions: [], incomeBefore: [],
 * }, createFacts(jiujiangPacks));
 * pay.ok && [pay.value.floorFen, pay.value.taxFen, pay.value.netFen]; // => [960000, 9000, 991000]
 */
export function internPay(given: InternMonth, facts: Facts, knownOn?: PlainDate): Parsed<InternPay> {
  return namingFacts(facts, (recorded) => reckonPay(given, recorded, knownOn));
}

function reckonPay(given: InternMonth, facts: Facts, knownOn: PlainDate | undefined): Parsed<InternPay> {
  const { workerId, workerName, hostId, month, payFen, ownAccount } = given;
  const context = { subject: { workerId } };
  const known = factsFor(facts, ids, lastDayOf(month), knownOn);
  const tax = monthTax(given, facts, knownOn);
  const fees = given.deductions.map(({ kind, amountFen }) =>
    createIssue(settlementIssues, "intern-fee-from-pay", { kind, amount: formatYuan(amountFen) }, context),
  );
  if (!known.ok || !tax.ok || fees.length > 0) {
    return { ok: false, issues: [...fees, ...known.issues, ...tax.issues] };
  }
  const floorFen = given.independent ? floorOf(given, known.value) : null;
  const issues: Issue[] = [...monthIssues(given, known.value)];
  if (floorFen !== null && payFen < floorFen) {
    const values = { found: formatYuan(payFen), allowed: formatYuan(floorFen) };
    issues.push(createIssue(settlementIssues, "intern-pay-below-floor", values));
  }
  const pay: InternPay = {
    population: "student-intern",
    route: settlementRouteOf["student-intern"],
    workerId,
    workerName,
    hostId,
    month,
    ownAccount,
    grossFen: payFen,
    taxFen: tax.value,
    netFen: subtractFen(payFen, tax.value),
    floorFen,
  };
  return parsed(
    pay,
    issues.map((issue) => ({ ...issue, ...context })),
  );
}

/** Tax of the month among those of the year at this host. */
function monthTax(given: InternMonth, facts: Facts, knownOn: PlainDate | undefined): Parsed<Fen> {
  const { year, month } = partsOfPeriod(given.month);
  const months = [...given.incomeBefore, { month, incomeFen: given.payFen }];
  const isRising = months.every(
    (entry, index) => index === 0 || entry.month > (months[index - 1]?.month ?? 0),
  );
  if (!isRising) {
    return failed(
      createIssue(settlementIssues, "intern-months-wrong", {}, { subject: { workerId: given.workerId } }),
    );
  }
  const taxes = withholdIntern(year, months, facts, knownOn);
  if (!taxes.ok) return taxes;
  const last = taxes.value.at(-1);
  if (last === undefined) throw new RangeError("a month without a tax");
  return parsed(last.taxFen);
}

/** Each way is rounded up by itself: the smaller of both is the least whole amount that meets either. */
function floorOf(given: InternMonth, known: FactSet<(typeof ids)[number]>): Fen {
  const share = attendanceShare(given, known["cn.wage.paid-days"].value.count);
  const { rate } = known["cn.intern.pay-floor-share"].value;
  const ofPost = {
    numerator: share.numerator * rate,
    denominator: share.denominator * 1_000_000,
  };
  const byShare = proportionOf(given.postWageFen, ofPost, "up");
  if (given.lowestGradeFen === undefined) return byShare;
  return minFen(byShare, proportionOf(given.lowestGradeFen, share, "up"));
}

function monthIssues(given: InternMonth, known: FactSet<(typeof ids)[number]>): readonly Issue[] {
  const issues: Issue[] = [];
  const { longestDayCentihours, overtimeShifts, nightShifts, restDayShifts, filedException } = given.hours;
  const allowed = known["cn.intern.hours-per-day"].value.count;
  if (longestDayCentihours > allowed * 100) {
    const values = { found: longestDayCentihours / 100, allowed };
    issues.push(createIssue(settlementIssues, "intern-hours-exceeded", values));
  }
  const shifts = overtimeShifts + nightShifts + restDayShifts;
  if (shifts > 0 && filedException === undefined) {
    const values = { overtime: overtimeShifts, night: nightShifts, rest: restDayShifts };
    issues.push(createIssue(settlementIssues, "intern-shifts-not-allowed", values));
  }
  const months = known["cn.intern.pay-cycle-months"].value.count;
  const latest = addMonths(lastDayOf(given.month), months);
  if (given.paidOn !== undefined && given.paidOn > latest) {
    issues.push(createIssue(settlementIssues, "intern-paid-late", { found: given.paidOn, latest }));
  }
  return issues;
}

/** What stands behind an instruction to a host. */
export interface InternInstructionInput {
  readonly instructionId: string;
  readonly payingAccount: PayingAccountByPopulation["student-intern"];
  readonly platform: PlatformIdentity;
}

/**
 * The instruction to a host to pay its interns, each on an account of the student's own (教职成〔2021〕4号,
 * articles 18 and 19: no third party forwards the pay, and nothing is kept of it).
 *
 * @returns the instruction as {@link instructOutside} makes it; or `intern-payer-not-host` for each intern of
 *   another host than the one that holds the paying account
 * @example
 * const payingAccount = { kind: "host-account", holderId: "H1", account: { name: "某医院", number: "100200300402" } } as const;
 * const platform = { id: "PLATFORM", accountNumbers: ["100200300400"] };
 * const made = instructInternPay([], { instructionId: "I-1", payingAccount, platform });
 * made.ok && made.value.route; // => "direct-from-host"
 */
export function instructInternPay(
  pays: readonly InternPay[],
  { instructionId, payingAccount, platform }: InternInstructionInput,
): Parsed<OutsideInstruction<"student-intern">> {
  const [first, ...rest] = pays
    .filter(({ hostId }) => hostId !== payingAccount.holderId)
    .map(({ workerId, hostId }) =>
      createIssue(settlementIssues, "intern-payer-not-host", { host: hostId }, { subject: { workerId } }),
    );
  const order = { population: "student-intern", instructionId, payingAccount, payees: pays } as const;
  const made = instructOutside(order, platform);
  return first === undefined ? made : failed(first, ...rest, ...(made.ok ? [] : made.issues));
}
