import type { Workbook } from "../spreadsheet/workbook.js";
import { isComplete, matchSheets } from "../table/sheet-choice.js";
import type { Profile } from "./profile.js";

/** How well a workbook fits a profile. */
export interface ProfileScore {
  readonly profile: Profile;
  readonly sheet: string | undefined;
  /** Columns of the profile that the sheet has. */
  readonly matched: number;
  /** Columns of the sheet that the profile does not know. */
  readonly unknown: number;
  /** True when every column is there that a record cannot do without. */
  readonly isComplete: boolean;
}

/**
 * Tells by content which form a workbook is, so that a folder of files can be sorted without their names.
 *
 * @returns the profiles with a header in the workbook, the best first: complete before incomplete, then by
 *   the columns that fit less those that do not; none when it is no form that is known
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
        isComplete: isComplete(found),
      })),
    )
    .toSorted(
      (left, right) =>
        Number(right.isComplete) - Number(left.isComplete) ||
        right.matched - right.unknown - (left.matched - left.unknown),
    );
}
