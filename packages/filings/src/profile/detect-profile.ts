import type { Workbook } from "../spreadsheet/workbook.js";
import { matchSheets, missingColumns } from "../table/sheet-choice.js";
import type { Profile } from "./profile.js";

/** How well a workbook fits a profile. */
export interface ProfileScore {
  readonly profile: Profile;
  readonly sheet: string | undefined;
  /** Columns of the profile that the sheet has. */
  readonly matched: number;
  /** Columns of the sheet that the profile does not know. */
  readonly unknown: number;
  /** Headers of the columns that are not there and that a record cannot do without. */
  readonly missing: readonly string[];
}

/**
 * Tells by content which form a workbook is, so that a folder of files can be sorted without their names.
 *
 * @returns the profiles with a header in the workbook, the best first: by the columns that fit less those
 *   that do not, where only half of the columns count if one is missing that a record cannot do without.
 *   None when it is no form that is known
 * @example
 * const csv = new TextEncoder().encode("姓名,身份证号,岗位工资,绩效,实发\n");
 * const opened = await readWorkbook(csv, { fileName: "3月.csv" });
 * const scores = opened.ok ? detectProfile(opened.value, [rosterProfile, payProfile]) : [];
 * scores[0]?.profile.id; // => "hr.pay@1"
 */
export function detectProfile(workbook: Workbook, profiles: readonly Profile[]): readonly ProfileScore[] {
  return profiles
    .flatMap((profile) =>
      matchSheets(workbook, profile).matches.map((found): ProfileScore => ({
        profile,
        sheet: found.sheet.name,
        matched: found.header.columns.length,
        unknown: found.header.unknown.length,
        missing: missingColumns(found).map(({ header }) => header),
      })),
    )
    .toSorted((left, right) => fitOf(right) - fitOf(left));
}

function fitOf({ matched, unknown, missing }: ProfileScore): number {
  return (missing.length === 0 ? matched : matched / 2) - unknown;
}
