import {
  createIssue,
  formatYuan,
  groupBy,
  maxFen,
  multiplyRate,
  parsed,
  subtractFen,
  sumFen,
  zeroFen,
  type Fen,
  type Issue,
  type Parsed,
  type PlainDate,
  type RatePpm,
} from "@tongchou/core";
import type { Facts } from "@tongchou/statutory";
import { factsFor } from "../../facts-for.js";
import { settlementIssues } from "../../issues.js";
import type { PopulationIssueCode } from "../issues.js";
import { namingFacts } from "../named-facts.js";

/**
 * One payment of labour pay. Only `paid` counts: what is planned, on its way, rejected or returned by the
 * bank has reached nobody, and what is unknown is not known to have.
 */
export interface ReliefPayment {
  /** Each payment has its own; a reissue has another. */
  readonly reference: string;
  readonly workerId: string;
  readonly amountFen: Fen;
  readonly status: "planned" | "instructed" | "paid" | "rejected" | "returned" | "unknown";
  /** Day on which it was paid. */
  readonly paidOn?: PlainDate | undefined;
}

/** A work-relief project and its payments. */
export interface ReliefProject {
  readonly projectId: string;
  /** Day on which the central funds were granted: the rule of that day counts. */
  readonly grantedOn: PlainDate;
  readonly centralFundsFen: Fen;
  /** While a project is built, what is missing is a warning; once it is complete, a breach. */
  readonly stage: "under-way" | "complete";
  /** Last day that is counted. */
  readonly asOf: PlainDate;
  readonly payments: readonly ReliefPayment[];
}

/** A project's labour pay against the floor. */
export interface ReliefProjectReport {
  readonly projectId: string;
  readonly asOf: PlainDate;
  readonly centralFundsFen: Fen;
  readonly floorRate: RatePpm;
  /** Least amount that meets the floor, rounded up. */
  readonly floorFen: Fen;
  readonly paidFen: Fen;
  /** Labour pay that is planned or on its way and does not count yet. */
  readonly pendingFen: Fen;
  /** Labour pay that came back or was refused, or whose outcome is not known. */
  readonly failedFen: Fen;
  readonly shortFen: Fen;
  readonly meetsFloor: boolean;
  /** People who were paid. */
  readonly workersPaid: number;
}

/**
 * Measures a project's labour pay against its share of the central funds, on amounts that were paid
 * (国家以工代赈管理办法).
 *
 * @param knownOn day whose knowledge of facts is used
 * @returns the report, with `relief-share-short` (an error once the project is complete), and for payments
 *   that do not count `relief-payment-undated` (paid on no day) and `relief-payment-repeated` (one reference twice),
 *   `fact-not-confirmed`; or `fact-unknown`
 * @example
 * const paid = {
 *   reference: "R1", workerId: "W1", amountFen: fen(2500000), status: "paid", paidOn: plainDate("2024-05-01"),
 * } as const;
 * const report = reliefProjectReport({
 *   projectId: "PR9", grantedOn: plainDate("2023-06-01"), centralFundsFen: fen(10000000), stage: "under-way",
 *   asOf: plainDate("2024-06-30"), payments: [paid],
 * }, createFacts(jiujiangPacks));
 * report.ok && [report.value.floorFen, report.value.shortFen]; // => [3000000, 500000]
 */
export function reliefProjectReport(
  project: ReliefProject,
  facts: Facts,
  knownOn?: PlainDate,
): Parsed<ReliefProjectReport> {
  return namingFacts(facts, (recorded) => report(project, recorded, knownOn));
}

function report(
  project: ReliefProject,
  facts: Facts,
  knownOn: PlainDate | undefined,
): Parsed<ReliefProjectReport> {
  const { projectId, asOf, centralFundsFen, stage, payments } = project;
  const known = factsFor(facts, ["cn.work-relief.labour-share"], project.grantedOn, knownOn);
  if (!known.ok) return known;
  const floorRate = known.value["cn.work-relief.labour-share"].value.rate;
  const floorFen = multiplyRate(centralFundsFen, floorRate, "up");
  const rowsOf = groupBy(payments, ({ reference }) => reference);
  const isRepeated = ({ reference }: ReliefPayment): boolean => (rowsOf.get(reference)?.length ?? 0) > 1;
  const counted = groupBy(
    payments.filter((payment) => !isRepeated(payment)),
    (payment) => outcomeOf(payment, asOf),
  );
  const paid = counted.get("paid") ?? [];
  const paidFen = totalOf(paid);
  const shortFen = maxFen(zeroFen, subtractFen(floorFen, paidFen));
  const issues = paymentIssues(payments, isRepeated);
  if (shortFen > 0) {
    const values = {
      project: projectId,
      paid: formatYuan(paidFen),
      floor: formatYuan(floorFen),
      short: formatYuan(shortFen),
    };
    const severity = stage === "complete" ? "error" : "warning";
    issues.push(createIssue(settlementIssues, "relief-share-short", values, { severity }));
  }
  const value: ReliefProjectReport = {
    projectId,
    asOf,
    centralFundsFen,
    floorRate,
    floorFen,
    paidFen,
    pendingFen: totalOf(counted.get("pending") ?? []),
    failedFen: totalOf(counted.get("failed") ?? []),
    shortFen,
    meetsFloor: shortFen === 0,
    workersPaid: new Set(paid.map(({ workerId }) => workerId)).size,
  };
  return parsed(value, issues);
}

function outcomeOf({ status, paidOn }: ReliefPayment, asOf: PlainDate): "paid" | "pending" | "failed" {
  switch (status) {
    case "paid":
      return paidOn !== undefined && paidOn <= asOf ? "paid" : "pending";
    case "planned":
    case "instructed":
      return "pending";
    case "rejected":
    case "returned":
    case "unknown":
      return "failed";
  }
}

function totalOf(payments: readonly ReliefPayment[]): Fen {
  return sumFen(payments.map(({ amountFen }) => amountFen));
}

function paymentIssues(
  payments: readonly ReliefPayment[],
  isRepeated: (payment: ReliefPayment) => boolean,
): Issue[] {
  return payments.flatMap((payment) => {
    const { workerId, amountFen, status, paidOn } = payment;
    const report = (code: PopulationIssueCode): Issue =>
      createIssue(settlementIssues, code, { amount: formatYuan(amountFen) }, { subject: { workerId } });
    if (isRepeated(payment)) return [report("relief-payment-repeated")];
    return status === "paid" && paidOn === undefined ? [report("relief-payment-undated")] : [];
  });
}
