import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A row of a sheet: its cells by header. */
export type SheetRow = Readonly<Record<string, string | number>>;

/** A person who is not there: employee number, name, identity number, card. */
export interface SmallWorker {
  readonly number: string;
  readonly name: string;
  readonly documentNumber: string;
  readonly card: string;
}

/** Six directly hired workers of one unit. */
export const smallWorkers: readonly SmallWorker[] = (
  [
    ["张甲", "360499199001010013", "6299990000000000012"],
    ["李乙", "36049919900101003X", "6299990000000000020"],
    ["王丙", "360499199001010056", "6299990000000000038"],
    ["赵丁", "360499199001010072", "6299990000000000046"],
    ["孙戊", "360499199001010099", "6299990000000000053"],
    ["周己", "36049919900101011X", "6299990000000000061"],
  ] as const
).map(([name, documentNumber, card], index) => ({ number: `W${index + 1}`, name, documentNumber, card }));

/** What of a small month is written. */
export interface SmallMonth {
  /** Cells of the pay sheet by employee number; whoever is not there has no row. */
  readonly pay: Readonly<Record<string, SheetRow>>;
  readonly changes?: readonly SheetRow[];
}

/** Writes the folder of a month of one unit in 浔阳区: roster, pay, changes. */
export function writeSmallMonth(folder: string, { pay, changes = [] }: SmallMonth): string {
  mkdirSync(folder, { recursive: true });
  const unit = {
    id: "U1",
    name: "示例小学",
    nature: "差额事业",
    creditCode: "12360499MA000303XD",
    division: "360403",
    workInjuryClass: 2,
  };
  writeFileSync(join(folder, "units.json"), JSON.stringify([unit]));
  writeFileSync(join(folder, "agencies.json"), JSON.stringify({ agencies: [], contracts: [] }));
  const roster = smallWorkers.map(({ name, documentNumber, card }, index) => ({
    序号: index + 1,
    用人单位: unit.name,
    姓名: name,
    证件类型: "居民身份证",
    证件号码: documentNumber,
    用工形式: "直签",
    首次入职本单位时间: "2020-01-01",
    "月应发工资（元）": 4000,
    工资卡账号: card,
    是否愿意平移: "是",
  }));
  writeFileSync(join(folder, "roster.csv"), sheetOf(roster));
  const rows = smallWorkers.flatMap(({ number, name, documentNumber }) => {
    const cells = pay[number];
    return cells === undefined ? [] : [{ 工号: number, 姓名: name, 证件号码: documentNumber, ...cells }];
  });
  writeFileSync(join(folder, "pay.csv"), sheetOf(rows));
  if (changes.length > 0) writeFileSync(join(folder, "changes.csv"), sheetOf(changes));
  return folder;
}

function sheetOf(rows: readonly SheetRow[]): string {
  const headers = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = rows.map((row) => headers.map((header) => String(row[header] ?? "")).join(","));
  return `${[headers.join(","), ...lines].join("\n")}\n`;
}
