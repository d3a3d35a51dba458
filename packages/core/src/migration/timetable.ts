import { plainDate, type PlainDate } from "../calendar/plain-date.js";
import { coreIssues } from "../issues/catalogue.js";
import { createIssue, type BilingualText, type Issue, type Subject } from "../issues/issue.js";

/** Steps of the migration that have a date. */
export type TimetableStep =
  "started" | "workers-told" | "forms-filed" | "agreements-signed" | "direct-pay-ended";

/**
 * One dated step, due on or before `due`; `opens` is the first day of its window, for display. A step taken
 * before its window is not late.
 */
export interface TimetableEntry extends BilingualText {
  readonly step: TimetableStep;
  readonly opens?: PlainDate | undefined;
  readonly due: PlainDate;
  readonly clause: string;
}

/** The dates of the city's timetable (P2-3.1, P2-3.5); a county lays its own over them. */
export const cityTimetable: readonly TimetableEntry[] = [
  {
    step: "started",
    due: plainDate("2023-12-31"),
    clause: "P2-3.1",
    zh: "启动平移工作",
    en: "migration started",
  },
  {
    step: "workers-told",
    due: plainDate("2024-01-05"),
    clause: "P2-3.1",
    zh: "告知职工、确定联系人",
    en: "workers told",
  },
  {
    step: "forms-filed",
    due: plainDate("2024-01-10"),
    clause: "P2-3.1",
    zh: "报送统计表和信息汇总表",
    en: "both forms filed",
  },
  {
    step: "agreements-signed",
    opens: plainDate("2024-01-10"),
    due: plainDate("2024-02-29"),
    clause: "P2-3.1",
    zh: "签订协议或变更合同",
    en: "agreements signed or contracts amended",
  },
  {
    step: "direct-pay-ended",
    due: plainDate("2024-03-01"),
    clause: "P2-3.5",
    zh: "停止直接发放工资、缴纳社会保险费",
    en: "direct pay and insurance ended",
  },
];

/**
 * The steps that a unit took late, or has not taken.
 *
 * @param done the day of each step that was taken
 * @param asOf a step without a day is open once this day is past its due day
 * @param timetable the steps to judge, the city's unless a county has its own
 * @returns one warning for each: `timetable-late` for a step taken after its due day, `timetable-open` for one
 *   not taken; a matter for the task force's list, not an error
 * @example
 * lateSteps({ "forms-filed": plainDate("2024-01-12") }, plainDate("2024-01-12"), { unitId: "U01" }).length; // => 3
 */
export function lateSteps(
  done: Readonly<Partial<Record<TimetableStep, PlainDate>>>,
  asOf: PlainDate,
  subject: Subject,
  timetable: readonly TimetableEntry[] = cityTimetable,
): readonly Issue[] {
  return timetable.flatMap((entry) => {
    const day = done[entry.step];
    if ((day ?? asOf) <= entry.due) return [];
    const values = { stepZh: entry.zh, stepEn: entry.en, due: entry.due, day: day ?? asOf };
    const code = day === undefined ? "timetable-open" : "timetable-late";
    return [createIssue(coreIssues, code, values, { subject, clause: entry.clause })];
  });
}
