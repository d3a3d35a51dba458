import {
  createIssue,
  groupBy,
  maskIdentityNumber,
  placeOf,
  type Issue,
  type PayRecord,
  type Place,
  type Roster,
  type Subject,
  type Worker,
} from "@tongchou/core";
import { settlementIssues } from "../issues.js";
import type { MonthInput } from "./month-input.js";

/** Rosters and pay, brought together. */
export interface JoinedPay {
  readonly rosters: readonly Roster[];
  /** Pay by worker id; a worker without an entry is not settled. */
  readonly payByWorker: ReadonlyMap<string, PayRecord>;
  /** The issues found before and in joining, under the workers' ids. */
  readonly issues: readonly Issue[];
}

/**
 * Brings rosters and pay records together by identity number.
 *
 * A worker gets the employee number of the pay record as id, which stays the same from month to month;
 * without one the roster's id stays. The pay of somebody on a held-out row waits for that row and raises no
 * issue.
 *
 * @returns the issues given, and `pay-missing`, `pay-without-worker`, `pay-ambiguous`,
 *   `employee-number-repeated`
 */
export function joinPay(month: Pick<MonthInput, "rosters" | "pay" | "otherMentions" | "issues">): JoinedPay {
  const names = payNames(month.pay);
  const payByWorker = new Map<string, PayRecord>();
  const newIds = new Map<string, string>();
  const found: Issue[] = [];
  const nameByPay = (worker: Worker): Worker => {
    const records = names.recordsOf(worker);
    const [record] = records;
    if (record === undefined || records.length > 1) {
      found.push(unusablePay(worker, records.length));
      return worker;
    }
    const workerId = names.idOf(worker);
    newIds.set(worker.workerId, workerId);
    payByWorker.set(workerId, record);
    return { ...worker, workerId };
  };
  const rosters = month.rosters.map((roster) => ({ ...roster, workers: roster.workers.map(nameByPay) }));
  const people = [...rosters.flatMap(({ workers }) => workers), ...(month.otherMentions ?? [])];
  const listed = new Set(people.map(({ documentNumber }) => documentNumber));
  const unmatched = month.pay.filter(({ documentNumber }) => !listed.has(documentNumber));
  const before = (month.issues ?? []).map((issue) => renamed(issue, newIds));
  const repetitions = Array.from(names.sharedNumbers.values()).flatMap(repetitionsOf);
  return {
    rosters,
    payByWorker,
    issues: [...before, ...repetitions, ...found, ...unmatched.map(withoutWorker)],
  };
}

/** How pay records name workers. */
export interface PayNames {
  /** The pay of a person; none or several are of no use. */
  recordsOf(worker: Pick<Worker, "documentNumber">): readonly PayRecord[];
  /** The id under which a worker is settled. */
  idOf(worker: Pick<Worker, "documentNumber" | "workerId">): string;
  /** Records of employee numbers that stand for several people. */
  readonly sharedNumbers: ReadonlyMap<string, readonly PayRecord[]>;
}

/** Indexes the pay of a month by person. */
export function payNames(pay: readonly PayRecord[]): PayNames {
  const payByNumber = groupBy(pay, ({ documentNumber }) => documentNumber);
  const sharedNumbers = sharedEmployeeNumbers(pay);
  const recordsOf: PayNames["recordsOf"] = ({ documentNumber }) => payByNumber.get(documentNumber) ?? [];
  return {
    recordsOf,
    idOf: (worker) => {
      const [record, another] = recordsOf(worker);
      const number = another === undefined ? record?.employeeNumber : undefined;
      return number === undefined || sharedNumbers.has(number) ? worker.workerId : number;
    },
    sharedNumbers,
  };
}

function sharedEmployeeNumbers(pay: readonly PayRecord[]): PayNames["sharedNumbers"] {
  const shared = new Map<string, readonly PayRecord[]>();
  for (const [number, records] of groupBy(pay, ({ employeeNumber }) => employeeNumber)) {
    const people = new Set(records.map(({ documentNumber }) => documentNumber));
    if (number !== undefined && people.size > 1) shared.set(number, records);
  }
  return shared;
}

function repetitionsOf(records: readonly PayRecord[]): readonly Issue[] {
  const values = { number: records[0]?.employeeNumber ?? "", count: records.length };
  return records.map((record) =>
    createIssue(settlementIssues, "employee-number-repeated", values, { place: placeOfPay(record) }),
  );
}

function unusablePay({ unitId, workerId, source }: Worker, records: number): Issue {
  const place = source === undefined ? undefined : placeOf(source, "documentNumber");
  const context = { place, subject: { unitId, workerId } };
  return records === 0
    ? createIssue(settlementIssues, "pay-missing", {}, context)
    : createIssue(settlementIssues, "pay-ambiguous", { count: records }, context);
}

function withoutWorker(record: PayRecord): Issue {
  const values = { number: maskIdentityNumber(record.documentNumber) };
  return createIssue(settlementIssues, "pay-without-worker", values, { place: placeOfPay(record) });
}

function placeOfPay({ source }: PayRecord): Place | undefined {
  return source === undefined ? undefined : placeOf(source, "documentNumber");
}

function renamed(issue: Issue, newIds: ReadonlyMap<string, string>): Issue {
  const workerId = newIds.get(issue.subject?.workerId ?? "");
  if (workerId === undefined) return issue;
  const subject: Subject = { ...issue.subject, workerId };
  return { ...issue, subject };
}
