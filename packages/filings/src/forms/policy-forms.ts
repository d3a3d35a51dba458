import {
  ageOn,
  type BankAccountNumber,
  type EmployerUnit,
  type MigrationRoute,
  type PlannedWorker,
  periodOf,
  type PlainDate,
  unitNatureNames,
  type UnitNature,
  type Worker,
} from "@tongchou/core";
import type { SheetContent } from "../spreadsheet/write/sheet-content.js";
import { createProfileSheet } from "../profile/profile-sheet.js";
import { documentKindNames, type EnrolmentWay, type HiringForm } from "./form-words.js";
import type { RosterFormRow } from "./roster-form-row.js";
import { rosterProfile } from "./roster-profile.js";
import type { StatisticsFormRow } from "./statistics-form-row.js";
import { statisticsProfile } from "./statistics-profile.js";

/** The lines above and below a form's table. */
export interface FormFrame {
  readonly unitName?: string | undefined;
  readonly creditCode?: string | undefined;
  readonly supervisor?: string | undefined;
  readonly division?: string | undefined;
  readonly nature?: UnitNature | undefined;
  readonly filledInOn?: PlainDate | undefined;
}

/**
 * Lays the statistics form out, ready for `writeWorkbook`.
 *
 * @example
 * const sheet = createStatisticsForm([{ unitName: "示例市立医院", total: 120 }], { unitName: "示例市立医院" });
 * sheet.columns.length; // => 37
 */
export function createStatisticsForm(
  rows: readonly Partial<StatisticsFormRow>[],
  frame: FormFrame = {},
): SheetContent {
  return createProfileSheet(statisticsProfile, rows, {
    titleRows: [statisticsProfile.title, headLine(frame)],
    footRows: ["单位负责人：　　　　填表人：　　　　联系电话："],
  });
}

/**
 * Lays the roster form out, ready for `writeWorkbook`. `importRoster` reads it back to the same workers.
 *
 * @example
 * const sheet = createRosterForm([{ serial: 1, unitName: "示例市立医院" }]);
 * sheet.columns.length; // => 50
 */
export function createRosterForm(
  rows: readonly Partial<RosterFormRow>[],
  frame: FormFrame = {},
): SheetContent {
  return createProfileSheet(rosterProfile, rows, { titleRows: [rosterProfile.title, headLine(frame)] });
}

function headLine(frame: FormFrame): string {
  const parts: readonly (readonly [label: string, text: string | undefined])[] = [
    ["填报单位(盖章)", frame.unitName ?? ""],
    ["统一社会信用代码", frame.creditCode],
    ["主管部门", frame.supervisor],
    ["所属区划", frame.division],
    ["单位性质", frame.nature === undefined ? undefined : unitNatureNames[frame.nature]],
    ["填报日期", frame.filledInOn ?? ""],
  ];
  return parts
    .filter(([, text]) => text !== undefined)
    .map(([label, text]) => `${label}：${text}`)
    .join("　　");
}

/** What a row of the roster form is made of: a planned worker, or a worker without a plan yet. */
export type RosterFormInput = Pick<PlannedWorker, "worker" | "unit"> &
  Partial<Pick<PlannedWorker, "decision" | "agency">>;

/**
 * The row of a worker on the roster form; what the worker does not say stays empty and can be added.
 *
 * @param on day for the worker's age, that of the form; without it the age stays empty
 * @example
 * const unit = { id: "U01", name: "示例市立医院", creditCode: "12360499MA0003021M" };
 * const worker = { workerId: "U01-7", name: "张三", mode: "dispatch", population: "non-establishment" };
 * const { serial, unitName, mode } = rosterFormRowOf({ worker, unit });
 * [serial, unitName, mode]; // => [7, "示例市立医院", "dispatch"]
 */
export function rosterFormRowOf(input: RosterFormInput, on?: PlainDate): Partial<RosterFormRow> {
  const { worker, unit, decision, agency } = input;
  const isWelfare = worker.population === "public-welfare-post";
  return {
    serial: serialOf(worker, unit),
    unitName: unit.name,
    unitCreditCode: unit.creditCode,
    department: worker.department,
    name: { name: worker.name },
    documentKind: documentKindNames[worker.documentKind],
    documentNumber: { kind: worker.documentKind, number: worker.documentNumber },
    sex: worker.sex,
    birth: worker.birth === undefined ? undefined : periodOf(worker.birth),
    age: worker.birth === undefined || on === undefined ? undefined : ageOn(worker.birth, on),
    mobile: worker.mobile,
    post: worker.post,
    postClass: worker.postClass,
    mode: hiringFormOf(worker),
    agencyName: worker.agencyName,
    hiredOn: worker.hiredOn,
    contractEndsOn: worker.contractEndsOn,
    fundingSource: worker.fundingSource,
    grossFen: worker.grossFen,
    unitPaidFen: worker.unitPaidFen,
    contributionWageFen: worker.contributionWageFen,
    housingFundRate: worker.housingFundRate,
    bankName: worker.bankName,
    // A worker's account was read as one.
    account: worker.account as BankAccountNumber | undefined,
    publicWelfare: isWelfare ? "是" : undefined,
    willing: worker.willing,
    enrolmentWay: decision === undefined ? undefined : enrolmentWayOf(decision.definition.route),
    receivingAgency: agency?.name,
    remark: worker.remark,
  };
}

/** The number behind the unit in the worker's id, where it has this form. */
function serialOf({ workerId }: Worker, unit: EmployerUnit): number | undefined {
  const digits = workerId.startsWith(`${unit.id}-`) ? workerId.slice(unit.id.length + 1) : "";
  return /^\d{1,9}$/.test(digits) ? Number(digits) : undefined;
}

function hiringFormOf({ mode, population }: Worker): HiringForm {
  if (mode !== "direct") return mode;
  return population === "public-welfare-post" ? "public-welfare-post" : "direct-hire";
}

function enrolmentWayOf(route: MigrationRoute): EnrolmentWay | undefined {
  switch (route) {
    case "payroll-hosting":
      return "payroll-hosting";
    case "tripartite-transfer":
    case "agency-reselection":
      return "tripartite-contract";
    case "commissioned-procurement":
      return "commissioned-procurement";
    case "refusal":
    case "out-of-scope":
      return undefined;
  }
}
