import {
  createIssue,
  firstDayOf,
  type Fen,
  type Issue,
  type PayChangeDetail,
  type Period,
  type PlainDate,
  placeOf,
  type RepaymentPlan,
  subtractFen,
  zeroFen,
} from "@tongchou/core";
import { filingIssues, type FilingIssueCode } from "../../issues.js";
import type { TableRow } from "../../profile/read-tables.js";
import { changeProfile, type ChangeSheetRow } from "./change-profile.js";

/** What a row says, or why it says nothing that can be used. */
export interface ChangeOfRow {
  readonly change?: PayChangeDetail | undefined;
  readonly issues: readonly Issue[];
}

/**
 * Makes a change of a row: each kind needs columns of its own.
 *
 * @param month of the sheet: a deduction without a day arose in it
 * @returns the change, or `pay-change-incomplete` for each column that it lacks, `pay-change-amount-negative`,
 *   `pay-change-plan-wrong`
 */
export function changeOfRow(row: TableRow<ChangeSheetRow>, month: Period): ChangeOfRow {
  const { values } = row;
  const issues: Issue[] = [];
  const report = (code: FilingIssueCode, field: keyof ChangeSheetRow): undefined => {
    const header = changeProfile.columns.find((column) => column.field === field)?.header ?? field;
    const kind = wordOf(values.kind);
    issues.push(createIssue(filingIssues, code, { header, kind }, { place: placeOf(row.source, field) }));
  };
  const needed = <Field extends keyof ChangeSheetRow>(
    field: Field,
  ): NonNullable<ChangeSheetRow[Field]> | undefined =>
    values[field] ?? report("pay-change-incomplete", field);
  const amount = (field: "amountFen" | "monthlyFen"): Fen | undefined => {
    const found = needed(field);
    return found !== undefined && found < 0 ? report("pay-change-amount-negative", field) : found;
  };
  const change = detailOf(values, { needed, amount, report, month });
  return issues.length > 0 ? { issues } : { change, issues };
}

interface RowReader {
  readonly needed: <Field extends keyof ChangeSheetRow>(
    field: Field,
  ) => NonNullable<ChangeSheetRow[Field]> | undefined;
  readonly amount: (field: "amountFen" | "monthlyFen") => Fen | undefined;
  readonly report: (code: FilingIssueCode, field: keyof ChangeSheetRow) => undefined;
  readonly month: Period;
}

function detailOf(values: ChangeSheetRow, reader: RowReader): PayChangeDetail | undefined {
  const { needed, amount } = reader;
  const { kind } = values;
  switch (kind) {
    case undefined:
      return undefined;
    case "bonus": {
      const amountFen = amount("amountFen");
      const { taxing, isApartUsed } = values;
      return amountFen === undefined ? undefined : { kind, amountFen, taxing, isApartUsed };
    }
    case "back-pay":
    case "taken-back": {
      const [amountFen, serviceMonth] = [amount("amountFen"), needed("serviceMonth")];
      if (amountFen === undefined || serviceMonth === undefined) return undefined;
      const signedFen = kind === "back-pay" ? amountFen : subtractFen(zeroFen, amountFen);
      return { kind: "back-pay", amountFen: signedFen, serviceMonth };
    }
    case "exempt-pay": {
      const amountFen = amount("amountFen");
      return amountFen === undefined ? undefined : { kind, amountFen };
    }
    case "contribution-difference":
      return differenceOf(reader);
    case "leave": {
      const leftOn = needed("day");
      return leftOn === undefined ? undefined : { kind, leftOn };
    }
    case "work-injury-only":
      return { kind: "contribution-scope", scope: "work-injury" };
    default: {
      const amountFen = amount("amountFen");
      if (amountFen === undefined) return undefined;
      const since = values.day ?? firstDayOf(reader.month);
      const id = values.reference ?? defaultId(values.day, reader.month);
      const { keepFen } = values;
      const plan = planOf(values, reader);
      const debt = { id, kind, since, amountFen };
      return {
        kind: "debt",
        debt: {
          ...debt,
          ...(keepFen === undefined ? {} : { keepFen }),
          ...(plan === undefined ? {} : { plan }),
        },
      };
    }
  }
}

/** A deduction without a number is told by its day, else by the month. */
function defaultId(day: PlainDate | undefined, month: Period): string {
  return day ?? month;
}

function planOf(values: ChangeSheetRow, { amount, report, month }: RowReader): RepaymentPlan | undefined {
  const { instalments, monthlyFen, day } = values;
  const firstMonth = values.firstMonth ?? month;
  if (instalments !== undefined && monthlyFen !== undefined)
    return report("pay-change-plan-wrong", "instalments");
  // A plan that begins with the month in which it is first read would begin anew in each.
  if ((instalments ?? monthlyFen) !== undefined && values.firstMonth === undefined && day === undefined) {
    return report("pay-change-incomplete", "firstMonth");
  }
  if (instalments !== undefined) {
    if (instalments < 1 || instalments > instalmentsMax)
      return report("pay-change-plan-wrong", "instalments");
    return { kind: "instalments", firstMonth, instalments };
  }
  if (monthlyFen === undefined) return undefined;
  const monthly = amount("monthlyFen");
  if (monthly === 0) return report("pay-change-plan-wrong", "monthlyFen");
  return monthly === undefined ? undefined : { kind: "monthly", firstMonth, monthlyFen: monthly };
}

/** Thirty years: more is a mistyped number. */
const instalmentsMax = 360;

function differenceOf({ needed }: RowReader): PayChangeDetail | undefined {
  const [serviceMonth, kind] = [needed("serviceMonth"), needed("insurance")];
  const employerFen = needed("employerFen");
  const employeeFen = needed("employeeFen");
  if (serviceMonth === undefined || kind === undefined) return undefined;
  if (employerFen === undefined || employeeFen === undefined) return undefined;
  return { kind: "contribution-difference", difference: { serviceMonth, kind, employeeFen, employerFen } };
}

/** The word a form has for a kind, for messages. */
function wordOf(kind: string | undefined): string {
  const words = changeProfile.columns.find(({ field }) => field === "kind")?.words ?? {};
  return Object.keys(words).find((word) => words[word] === kind) ?? "";
}
