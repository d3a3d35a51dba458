import {
  groupBy,
  createIssue,
  maskIdentityNumber,
  placeOf,
  type AgencyContract,
  type DirectHireApproval,
  type EmployerUnit,
  type HrAgency,
  type Issue,
  type PayRecord,
  type Place,
  type Roster,
  type RosterMention,
  type UnitChoice,
  type Worker,
} from "@tongchou/core";
import { cliIssues } from "../issues.js";

/** A row that was held out when its file was read, with its problems. */
export interface HeldOutRow {
  readonly place: Place;
  readonly unitId?: string | undefined;
  /** The id that issues name the row by, where its unit is known. */
  readonly workerId?: string | undefined;
  readonly codes: readonly string[];
}

/** Everything a month's folder holds, read. */
export interface MonthFiles {
  readonly units: readonly EmployerUnit[];
  readonly agencies: readonly HrAgency[];
  readonly contracts: readonly AgencyContract[];
  readonly rosters: readonly Roster[];
  readonly pay: readonly PayRecord[];
  readonly approvals: readonly DirectHireApproval[];
  readonly choices: readonly UnitChoice[];
  readonly heldOutRows: readonly HeldOutRow[];
  /** The people on held-out rows. */
  readonly mentions: readonly RosterMention[];
  readonly issues: readonly Issue[];
}

/** A month whose workers and pay records have been brought together. */
export interface AssembledMonth extends MonthFiles {
  /** Pay by worker id; a worker without an entry is not settled. */
  readonly payByWorker: ReadonlyMap<string, PayRecord>;
}

/**
 * Brings rosters and pay sheet together by identity number.
 *
 * A worker gets the employee number of the pay sheet as id, which stays the same from month to month; without
 * one the roster's own id stays. The pay of somebody on a held-out row waits for that row: it raises no issue.
 *
 * @returns the month with the issues `pay-missing`, `pay-without-worker`, `pay-ambiguous`,
 *   `employee-number-repeated`
 */
export function assembleMonth(files: MonthFiles): AssembledMonth {
  const payByNumber = groupBy(files.pay, (record) => record.documentNumber);
  const repeated = repeatedEmployeeNumbers(files.pay);
  const issues: Issue[] = [...files.issues, ...repeated.issues];
  const payByWorker = new Map<string, PayRecord>();
  const matched = new Set(files.mentions.map(({ documentNumber }) => documentNumber));
  const rosters = files.rosters.map((roster) => ({
    ...roster,
    workers: roster.workers.map((worker) => {
      const records = payByNumber.get(worker.documentNumber) ?? [];
      matched.add(worker.documentNumber);
      const [record] = records;
      if (record === undefined) {
        issues.push(createIssue(cliIssues, "pay-missing", {}, contextOf(worker)));
        return worker;
      }
      if (records.length > 1) {
        issues.push(createIssue(cliIssues, "pay-ambiguous", { count: records.length }, contextOf(worker)));
        return worker;
      }
      const named = withEmployeeNumber(worker, record, repeated.numbers);
      payByWorker.set(named.workerId, record);
      return named;
    }),
  }));
  for (const record of files.pay) {
    if (!matched.has(record.documentNumber)) issues.push(unmatchedPay(record));
  }
  return { ...files, rosters, issues, payByWorker };
}

function withEmployeeNumber(worker: Worker, record: PayRecord, repeated: ReadonlySet<string>): Worker {
  const number = record.employeeNumber;
  return number === undefined || repeated.has(number) ? worker : { ...worker, workerId: number };
}

function repeatedEmployeeNumbers(pay: readonly PayRecord[]): {
  readonly numbers: ReadonlySet<string>;
  readonly issues: readonly Issue[];
} {
  const groups = groupBy(
    pay.filter((record) => record.employeeNumber !== undefined),
    (record) => record.employeeNumber ?? "",
  );
  const repeated = [...groups].filter(
    ([, records]) => new Set(records.map((r) => r.documentNumber)).size > 1,
  );
  const issues = repeated.flatMap(([number, records]) =>
    records.map((record) =>
      createIssue(
        cliIssues,
        "employee-number-repeated",
        { number, count: records.length },
        { place: payPlace(record) },
      ),
    ),
  );
  return { numbers: new Set(repeated.map(([number]) => number)), issues };
}

function unmatchedPay(record: PayRecord): Issue {
  const values = { number: maskIdentityNumber(record.documentNumber) };
  return createIssue(cliIssues, "pay-without-worker", values, { place: payPlace(record) });
}

function payPlace(record: PayRecord): Place | undefined {
  return record.source === undefined ? undefined : placeOf(record.source, "documentNumber");
}

function contextOf(worker: Worker): {
  readonly place: Place | undefined;
  readonly subject: Issue["subject"];
} {
  return {
    place: worker.source === undefined ? undefined : placeOf(worker.source, "documentNumber"),
    subject: { unitId: worker.unitId, workerId: worker.workerId },
  };
}
