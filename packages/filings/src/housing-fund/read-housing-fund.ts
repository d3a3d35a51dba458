import { createIssue, formatYuan, type Issue, placeOf, sumFen } from "@tongchou/core";
import { filingIssues } from "../issues.js";
import {
  collectRows,
  createRowCounter,
  type HeldOutRow,
  type ImportCounts,
} from "../profile/collect-rows.js";
import type { ProfileOf } from "../profile/profile.js";
import { readTables, type ReadTablesOptions, type Table, type TableRow } from "../profile/read-tables.js";
import type { Workbook } from "../spreadsheet/workbook.js";
import type { HousingFundRow } from "./housing-fund-row.js";

/** A row of a list, with the place where it stands. */
export type HousingFundEntry = Pick<TableRow<HousingFundRow>, "source" | "values">;

/** A list of the housing fund, read. */
export interface HousingFundReading {
  readonly entries: readonly HousingFundEntry[];
  readonly heldOut: readonly HeldOutRow[];
  readonly counts: ImportCounts;
  readonly issues: readonly Issue[];
}

/**
 * Reads a list of the housing fund: one that we wrote, or one that the fund's portal gives out. Rows marked
 * as examples are passed over, and columns found by their headers.
 *
 * @returns the rows with their places; the issues of `readTables`, and `declaration-sum-differs` where the two
 *   sides do not add up to their sum
 * @example
 * const header = "个人账号,姓名,证件号码,单位缴存额,个人月缴存额,合计月缴额";
 * const csv = `${header}\n1,张三,360499199001010013,175,175,360\n`;
 * const opened = await readWorkbook(new TextEncoder().encode(csv), { fileName: "list.csv" });
 * const { entries, issues } = readHousingFundList(opened.value, fundPortalList);
 * [entries[0].values.employerFen, issues[0].code]; // => [17500, "declaration-sum-differs"]
 */
export function readHousingFundList(
  workbook: Workbook,
  profile: ProfileOf<HousingFundRow>,
  options: ReadTablesOptions = {},
): HousingFundReading {
  const { tables, issues } = readTables(workbook, profile, options);
  const counter = createRowCounter();
  const entries: HousingFundEntry[] = [];
  const heldOut: HeldOutRow[] = [];
  const found: Issue[] = [...issues];
  for (const table of tables) {
    const collected = collectRows(table);
    counter.add(collected);
    for (const issue of collected.issues) found.push(issue);
    for (const row of collected.rows) {
      const own = [...row.issues, ...sumIssues(row, table)];
      for (const issue of own) found.push(issue);
      if (row.isHeldOut) heldOut.push({ source: row.source, issues: own });
      else entries.push({ source: row.source, values: row.values });
    }
  }
  return { entries, heldOut, counts: counter.counts(heldOut.length), issues: found };
}

function sumIssues(
  { values, source }: TableRow<HousingFundRow>,
  table: Table<HousingFundRow>,
): readonly Issue[] {
  const { employerFen, employeeFen, subsidyMonthlyFen, monthlyFen } = values;
  if (employerFen === undefined || employeeFen === undefined || monthlyFen === undefined) return [];
  const parts = subsidyMonthlyFen === undefined ? [] : [subsidyMonthlyFen];
  const sum = sumFen([employerFen, employeeFen, ...parts]);
  if (sum === monthlyFen) return [];
  const header = table.columns.find(({ field }) => field === "monthlyFen")?.header ?? "";
  const shown = { header, sum: formatYuan(sum), found: formatYuan(monthlyFen) };
  return [
    createIssue(filingIssues, "declaration-sum-differs", shown, { place: placeOf(source, "monthlyFen") }),
  ];
}
