import {
  createIssue,
  type EmployingMode,
  foldFullWidth,
  type IdentityDocumentKind,
  type IdentityNumber,
  type Issue,
  partsOfDate,
  periodOf,
  placeOf,
  type Population,
  type Worker,
} from "@tongchou/core";
import { documentKindWords, documentKindNames, type HiringForm } from "../forms/form-words.js";
import type { RosterFormRow } from "../forms/roster-form-row.js";
import { filingIssues, type FilingIssueCode } from "../issues.js";
import type { TableRow } from "../profile/read-tables.js";
import { showText } from "../spreadsheet/cells/cell-value.js";
import { remarkOf } from "./person-remark.js";

/** A worker, or nothing where the row does not make one, with the issues of the row. */
export interface WorkerResult {
  readonly worker: Worker | undefined;
  readonly issues: readonly Issue[];
}

const modeOf: Readonly<Record<Exclude<HiringForm, "other">, EmployingMode>> = {
  "direct-hire": "direct",
  "personnel-agency": "direct",
  dispatch: "dispatch",
  outsourcing: "outsourcing",
  "public-welfare-post": "direct",
};

/**
 * Makes a worker of a row of the roster form.
 *
 * @returns the worker, without an account where the row has none that can be used; the issues
 *   `document-kind-unsupported` (beside those of the number), `mode-needs-decision`; the warnings
 *   `document-kind-differs`, `sex-differs`, `birth-differs`
 */
export function workerOfRow(
  row: TableRow<RosterFormRow>,
  ids: { readonly unitId: string; readonly workerId: string },
): WorkerResult {
  const { values } = row;
  const report = (code: FilingIssueCode, field: string, details: Record<string, string> = {}): Issue =>
    createIssue(filingIssues, code, details, { place: placeOf(row.source, field) });
  const identity = values.documentNumber;
  const kind = readDocumentKind(values.documentKind);
  const issues = row.issues.filter((issue) => !isSettledByIdentity(issue, identity));
  if (kind === "unsupported" && identity === undefined) {
    issues.push(
      report("document-kind-unsupported", "documentKind", { found: showText(values.documentKind ?? "") }),
    );
  }
  if (values.mode === "other") issues.push(report("mode-needs-decision", "mode"));
  if (identity !== undefined) issues.push(...crossChecks(values, identity, kind, report));
  const { name, mode } = values;
  if (
    row.isHeldOut ||
    name === undefined ||
    identity === undefined ||
    mode === undefined ||
    mode === "other"
  ) {
    return { worker: undefined, issues };
  }
  const worker: Worker = {
    unitId: ids.unitId,
    workerId: ids.workerId,
    population: populationOf(mode, values.publicWelfare),
    name: name.name,
    documentKind: identity.kind,
    documentNumber: identity.number,
    sex: identity.sex ?? values.sex,
    birth: identity.birth,
    mobile: values.mobile,
    department: values.department,
    post: values.post,
    postClass: values.postClass,
    mode: modeOf[mode],
    agencyName: values.agencyName,
    hiredOn: values.hiredOn,
    contractEndsOn: values.contractEndsOn,
    fundingSource: values.fundingSource,
    grossFen: values.grossFen,
    unitPaidFen: values.unitPaidFen,
    contributionWageFen: values.contributionWageFen,
    housingFundRate: values.housingFundRate,
    bankName: values.bankName,
    account: values.account,
    willing: values.willing,
    remark: remarkOf(name, values.remark),
    source: row.source,
  };
  return { worker, issues };
}

function populationOf(mode: HiringForm, publicWelfare: string | undefined): Population {
  const isMarked = publicWelfare !== undefined && /^(是|有|√|Y|1)$|^公益/i.test(publicWelfare);
  return mode === "public-welfare-post" || isMarked ? "public-welfare-post" : "non-establishment";
}

function readDocumentKind(text: string | undefined): IdentityDocumentKind | "unsupported" | undefined {
  const word = foldFullWidth(text ?? "").replace(/\s|\(.*\)$/g, "");
  if (word === "") return undefined;
  return Object.hasOwn(documentKindWords, word) ? documentKindWords[word] : "unsupported";
}

function crossChecks(
  values: RosterFormRow,
  identity: IdentityNumber,
  kind: ReturnType<typeof readDocumentKind>,
  report: (code: FilingIssueCode, field: string, details?: Record<string, string>) => Issue,
): readonly Issue[] {
  const issues: Issue[] = [];
  if (kind !== undefined && kind !== identity.kind) {
    const details = {
      found: showText(values.documentKind ?? ""),
      expected: documentKindNames[identity.kind],
    };
    issues.push(report("document-kind-differs", "documentKind", details));
  }
  if (values.sex !== undefined && identity.sex !== undefined && values.sex !== identity.sex) {
    issues.push(report("sex-differs", "sex"));
  }
  if (
    values.birth !== undefined &&
    identity.birth !== undefined &&
    values.birth !== periodOf(identity.birth)
  ) {
    issues.push(report("birth-differs", "birth"));
  }
  return issues;
}

/** A birth month that may be January or October is no question where the identity number says which. */
function isSettledByIdentity(issue: Issue, identity: IdentityNumber | undefined): boolean {
  if (issue.code !== "month-ambiguous" || identity?.birth === undefined) return false;
  const { month } = partsOfDate(identity.birth);
  return month === 1 || month === 10;
}
