import {
  type DirectHireApproval,
  type DirectHireGround,
  directHireGroundNames,
  type EmployerUnit,
  type IdentityNumber,
  type Issue,
  type PersonName,
  type PlainDate,
} from "@tongchou/core";
import { headerAliases } from "../forms/header-aliases.js";
import type { ProfileOf } from "../profile/profile.js";
import { readTables, type TableRow } from "../profile/read-tables.js";
import type { Workbook } from "../spreadsheet/workbook.js";
import { collapseRemarks } from "./collapsed-issues.js";
import {
  collectRows,
  createRowCounter,
  type HeldOutRow,
  type ImportCounts,
} from "../profile/collect-rows.js";
import { importAll, type Importer } from "./importer.js";
import { readFormHead } from "./form-head.js";
import { createUnitResolver } from "./unit-lookup.js";

/** One row of the task force's list. */
export interface ApprovalListRow {
  readonly serial: number | undefined;
  readonly documentNumber: IdentityNumber | undefined;
  readonly name: PersonName | undefined;
  readonly unitName: string | undefined;
  readonly ground: DirectHireGround | undefined;
  readonly status: DirectHireApproval["status"] | undefined;
  readonly approvalNumber: string | undefined;
  readonly approvedOn: PlainDate | undefined;
  readonly remark: string | undefined;
}

const groundWords: Readonly<Record<string, DirectHireGround>> = {
  [directHireGroundNames["shortage-talent"]]: "shortage-talent",
  [directHireGroundNames["permitted-direct"]]: "permitted-direct",
  急需紧缺: "shortage-talent",
  急需紧缺专业技术人员: "shortage-talent",
  急需紧缺专业技术人才: "shortage-talent",
  政府直接用工许可: "permitted-direct",
  直接用工许可范围: "permitted-direct",
  许可范围: "permitted-direct",
};

const statusWords: Readonly<Record<string, DirectHireApproval["status"]>> = {
  已批准: "approved",
  批准: "approved",
  通过: "approved",
  已通过: "approved",
  审议通过: "approved",
  同意: "approved",
  待审议: "pending",
  审议中: "pending",
  待批: "pending",
  待审: "pending",
  待审批: "pending",
  待审核: "pending",
  审批中: "pending",
  审核中: "pending",
  未批准: "rejected",
  不批准: "rejected",
  不予批准: "rejected",
  未通过: "rejected",
  不通过: "rejected",
  审议未通过: "rejected",
  不同意: "rejected",
  驳回: "rejected",
  已驳回: "rejected",
  退回: "rejected",
};

/** The task force's list of approved direct hires. */
export const approvalProfile: ProfileOf<ApprovalListRow> = {
  id: "jj.list.direct-hire@1",
  title: "直签人员审议名单",
  sheetName: "直签人员审议名单",
  direction: "in",
  keys: ["documentNumber", "name"],
  columns: [
    { field: "serial", header: "序号", type: "integer", aliases: headerAliases.serial },
    {
      field: "documentNumber",
      header: "证件号码",
      type: "identity",
      aliases: headerAliases.documentNumber,
      required: true,
      onProblem: "hold-out",
    },
    { field: "name", header: "姓名", type: "name", aliases: headerAliases.name },
    { field: "unitName", header: "用人单位", type: "text", aliases: headerAliases.unitName },
    {
      field: "ground",
      header: "类别",
      type: "word",
      words: groundWords,
      aliases: ["人员类别", "直签类别", "审议类别"],
      required: true,
      onProblem: "hold-out",
    },
    {
      field: "status",
      header: "审议结果",
      type: "word",
      words: statusWords,
      aliases: ["审议状态", "审批状态", "审批结果", "审核结果", "状态", "结果"],
      // A result that is not understood may be a refusal: it must not pass for none.
      onProblem: "hold-out-if-bad",
    },
    { field: "approvalNumber", header: "批复文号", type: "text", aliases: ["文号", "批准文号", "审议文号"] },
    { field: "approvedOn", header: "批复日期", type: "date", aliases: ["批准日期", "审议日期", "批复时间"] },
    { field: "remark", header: "备注", type: "text" },
  ],
  provenance: {
    mark: "proposed",
    source: "the policy's clause on direct hires",
    verifiedBy: null,
    verifiedOn: null,
  },
};

/** Options of {@link importApprovals}. */
export interface ApprovalImportOptions {
  /** The units the list can name, by name or by id. */
  readonly units: readonly EmployerUnit[];
}

/** What came out of lists of approvals. */
export interface ApprovalImport {
  readonly approvals: readonly DirectHireApproval[];
  readonly heldOut: readonly HeldOutRow[];
  readonly counts: ImportCounts;
  readonly issues: readonly Issue[];
}

/**
 * Imports the task force's list of direct hires. A row without a result counts as approved when it has the
 * number of an approval, else as pending.
 *
 * A row is held out for an error in identity number, ground or result, and when its unit is not known.
 *
 * @returns the approvals; the issues of {@link readTables}, `unit-unknown`, `unit-missing`,
 *   `unit-name-differs`
 * @example
 * const csv = "证件号码,用人单位,类别,批复文号\n36040319000101001X,U01,急需紧缺人才,示批〔2024〕1号\n";
 * const opened = await readWorkbook(new TextEncoder().encode(csv), { fileName: "approved.csv" });
 * const unit = { id: "U01", name: "示例市立医院", creditCode: "12360499MA0003021M" };
 * const { approvals } = importApprovals(opened.ok ? [opened.value] : [], { units: [unit] });
 * approvals.map(({ ground, status }) => [ground, status]); // => [["shortage-talent", "approved"]]
 */
export function importApprovals(
  workbooks: readonly Workbook[],
  options: ApprovalImportOptions,
): ApprovalImport {
  return importAll(createApprovalImporter(options), workbooks);
}

/**
 * {@link importApprovals} for workbooks that are opened one after the other, so that none has to be kept.
 *
 * @example
 * createApprovalImporter({ units: [] }).finish().approvals; // => []
 */
export function createApprovalImporter(options: ApprovalImportOptions): Importer<ApprovalImport> {
  const issues: (readonly Issue[])[] = [];
  const heldOut: HeldOutRow[] = [];
  const approvals: DirectHireApproval[] = [];
  const counter = createRowCounter();
  const resolveUnit = createUnitResolver(options.units);
  const take = (row: TableRow<ApprovalListRow>, headUnitName: string | undefined): void => {
    const { source, values } = row;
    const { unit, issues: unitIssues } = resolveUnit({ source, unitName: values.unitName, headUnitName });
    const rowIssues = [...row.issues, ...unitIssues];
    if (rowIssues.length > 0) issues.push(rowIssues);
    const approval = unit === undefined ? undefined : approvalOfRow(row, unit.id);
    if (approval === undefined) heldOut.push({ source, issues: rowIssues });
    else approvals.push(approval);
  };
  return {
    add: (workbook) => {
      const reading = readTables(workbook, approvalProfile);
      issues.push(reading.issues);
      for (const collected of reading.tables.map(collectRows)) {
        const { head, place } = collected.table;
        const { unitName } = readFormHead(head, place, workbook.usesDate1904);
        counter.add(collected);
        issues.push(collected.issues);
        for (const row of collected.rows) take(row, unitName);
      }
    },
    finish: () => ({
      approvals,
      heldOut,
      counts: counter.counts(heldOut.length),
      issues: collapseRemarks(issues.flat()),
    }),
  };
}

function approvalOfRow(row: TableRow<ApprovalListRow>, unitId: string): DirectHireApproval | undefined {
  const { documentNumber, ground, status, approvalNumber, approvedOn } = row.values;
  if (row.isHeldOut || documentNumber === undefined || ground === undefined) return undefined;
  return {
    documentNumber: documentNumber.number,
    unitId,
    ground,
    status: status ?? (approvalNumber === undefined ? "pending" : "approved"),
    approvalNumber,
    approvedOn,
    source: row.source,
  };
}
