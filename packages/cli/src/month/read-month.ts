import {
  agencyContractSchema,
  createIssue,
  employerUnitSchema,
  hrAgencySchema,
  parseCreditCode,
  parseDivision,
  parseWithSchema,
  placeIssues,
  serviceOrderSchema,
  type AgencyContract,
  type EmployerUnit,
  type HrAgency,
  type Issue,
  type Parsed,
  type Period,
  type PlainDate,
  type ServiceOrder,
} from "@tongchou/core";
import {
  approvalProfile,
  changeProfile,
  createApprovalImporter,
  createChangeImporter,
  createPayImporter,
  createRosterImporter,
  detectProfile,
  mergePayBatches,
  payProfile,
  readTables,
  readWorkbook,
  rosterProfile,
  type ApprovalImport,
  type ChangeImport,
  type Importer,
  type PayImport,
  type Profile,
  type ProfileScore,
  type RosterImport,
  type Workbook,
} from "@tongchou/filings";
import type { MonthInput } from "@tongchou/settlement";
import { z } from "zod";
import { CommandError } from "../command-error.js";
import { exitCodes } from "../exit-codes.js";
import { listInputFolder, readInputFile, readInputJson } from "../files/read-input.js";
import { cliIssues } from "../issues.js";
import { readCarriedDebts } from "./carried-debts.js";
import { balanceSchema } from "./unit-balances.js";
import { choicesSchema } from "./unit-choices.js";
import { unitReferenceIssues } from "./unit-references.js";
import { join } from "node:path";

/** How a month's folder is read. */
export interface ReadMonthOptions {
  readonly period: Period;
  /** Birth dates after this day are refused. */
  readonly asOf: PlainDate;
}

/** Everything a month's folder holds, read. */
export type MonthFiles = Omit<MonthInput, "period" | "transferDate" | "knownOn" | "settings">;

/** A month's folder after reading. */
export interface MonthReading {
  readonly files: MonthFiles;
  /** What is missing as a whole: files that could not be read or used, and forms that are not there. */
  readonly unread: readonly Issue[];
}

/** What came out of a folder's spreadsheets. */
interface ReadSpreadsheets {
  readonly rosters: RosterImport;
  readonly pay: PayImport;
  readonly changes: ChangeImport;
  readonly approvals: ApprovalImport;
  /** Files by the form that they are. */
  readonly files: ReadonlyMap<string, number>;
  /** Files that are of no use. */
  readonly issues: readonly Issue[];
}

const spreadsheetName = /\.(xlsx|xlsm|xls|et|csv|tsv|txt|html?)$/i;

/**
 * Reads a month's folder: `units.json`, `agencies.json`, `choices.json`, `balances.json` and `carried.json` if
 * there are, and spreadsheets, which are told apart by their headers and not by their names.
 *
 * @throws CommandError when the folder or its `units.json` cannot be read
 */
export async function readMonth(
  folder: string,
  options: ReadMonthOptions,
  onFile: (done: number, total: number) => void = () => undefined,
): Promise<MonthReading> {
  const names = await listInputFolder(folder);
  const units = await readUnits(folder, names);
  const agencies = await readAgencies(folder, names);
  const choices = names.includes("choices.json")
    ? await readJsonList(join(folder, "choices.json"), choicesSchema, ({ workerId }) => workerId)
    : { values: [], issues: [] };
  const balances = names.includes("balances.json")
    ? await readJsonList(join(folder, "balances.json"), balanceSchema, ({ unitId }) => unitId)
    : { values: [], issues: [] };
  const carried = names.includes("carried.json")
    ? readCarriedDebts(await readInputJson(join(folder, "carried.json")), options.period)
    : { debts: [], issues: [] };
  const spreadsheets = await readSpreadsheets(folder, names, { ...options, units: units.values }, onFile);
  const { rosters, pay, changes, approvals } = spreadsheets;
  const ofMonth = pay.batches.filter(
    (batch) => batch.period === undefined || batch.period === options.period,
  );
  const merged = mergePayBatches(ofMonth.map((batch) => ({ ...batch, period: options.period })));
  const absent = [
    ...missingAgencies(folder, names),
    ...missingForms(folder, spreadsheets.files, ofMonth.length),
    ...unitsWithoutRoster(units.values, rosters),
  ];
  const files: MonthFiles = {
    units: units.values,
    agencies: agencies.agencies,
    contracts: agencies.contracts,
    serviceOrders: agencies.serviceOrders,
    choices: choices.values,
    balances: balances.values,
    rosters: rosters.rosters,
    pay: merged.batches.flatMap((batch) => batch.records),
    changes: changes.changes,
    carried: carried.debts,
    approvals: approvals.approvals,
    heldOutRows: rosters.heldOut,
    otherMentions: rosters.mentions,
    issues: [
      ...units.issues,
      ...agencies.issues,
      ...choices.issues,
      ...balances.issues,
      ...unitReferenceIssues(units.values, { ...agencies, balances: balances.values }),
      ...carried.issues,
      ...spreadsheets.issues,
      ...absent,
      ...rosters.issues,
      ...pay.issues,
      ...merged.issues,
      ...changes.issues,
      ...approvals.issues,
    ],
  };
  return {
    files,
    unread: [...spreadsheets.issues, ...carried.issues, ...absent].filter(
      ({ severity }) => severity === "error",
    ),
  };
}

/** Imports spreadsheet after spreadsheet, each by the form that its headers say; none is kept. */
async function readSpreadsheets(
  folder: string,
  names: readonly string[],
  { period, asOf, units }: ReadMonthOptions & { readonly units: readonly EmployerUnit[] },
  onFile: (done: number, total: number) => void,
): Promise<ReadSpreadsheets> {
  const rosters = createRosterImporter({ units, asOf });
  const pay = createPayImporter({ period, asOf });
  const changes = createChangeImporter({ period, asOf });
  const approvals = createApprovalImporter({ units });
  const importers = new Map<Profile, Pick<Importer<unknown>, "add">>([
    [rosterProfile, rosters],
    [payProfile, pay],
    [changeProfile, changes],
    [approvalProfile, approvals],
  ]);
  const issues: Issue[] = [];
  const files = new Map<string, number>();
  const spreadsheets = names.filter((name) => spreadsheetName.test(name));
  for (const [index, name] of spreadsheets.entries()) {
    onFile(index + 1, spreadsheets.length);
    const { bytes } = await readInputFile(folder, name);
    const opened = await readWorkbook(bytes, { fileName: name });
    issues.push(...opened.issues);
    if (!opened.ok) continue;
    const [best] = detectProfile(opened.value, [...importers.keys()]);
    if (best === undefined || best.missing.length > 0) {
      issues.push(...unusedFile(opened.value, best));
      continue;
    }
    importers.get(best.profile)?.add(opened.value);
    files.set(best.profile.id, (files.get(best.profile.id) ?? 0) + 1);
  }
  return {
    rosters: rosters.finish(),
    pay: pay.finish(),
    changes: changes.finish(),
    approvals: approvals.finish(),
    files,
    issues,
  };
}

/** Why a workbook that could be opened is not used. */
function unusedFile(workbook: Workbook, best: ProfileScore | undefined): readonly Issue[] {
  const place = { file: workbook.fileName, sheet: best?.sheet };
  if (best !== undefined) {
    const values = { form: best.profile.title, columns: best.missing.join("、") };
    return [createIssue(cliIssues, "file-incomplete", values, { place })];
  }
  // A sheet that breaks off above its header is damaged, whichever form it is read as.
  const faults = readTables(workbook, rosterProfile).issues.filter(({ code }) => code !== "header-not-found");
  return faults.length > 0 ? faults : [createIssue(cliIssues, "file-not-recognised", {}, { place })];
}

function missingAgencies(folder: string, names: readonly string[]): readonly Issue[] {
  if (names.includes("agencies.json")) return [];
  return [createIssue(cliIssues, "agencies-missing", {}, { place: { file: folder } })];
}

/** Units that are listed and have nobody on a roster; where there is no roster at all, that is said once. */
function unitsWithoutRoster(
  units: readonly EmployerUnit[],
  { rosters, heldOut }: RosterImport,
): readonly Issue[] {
  const known = new Set([...rosters, ...heldOut].map(({ unitId }) => unitId));
  if (known.size === 0) return [];
  return units
    .filter(({ id }) => !known.has(id))
    .map(({ id }) =>
      createIssue(cliIssues, "roster-of-unit-missing", { unit: id }, { subject: { unitId: id } }),
    );
}

/** @param payBatches number of pay sheets that are of the month */
function missingForms(
  folder: string,
  files: ReadSpreadsheets["files"],
  payBatches: number,
): readonly Issue[] {
  const context = { place: { file: folder } };
  const issues: Issue[] = [];
  if (!files.has(rosterProfile.id)) issues.push(createIssue(cliIssues, "rosters-missing", {}, context));
  if (payBatches === 0) issues.push(createIssue(cliIssues, "pay-sheet-missing", {}, context));
  if (!files.has(approvalProfile.id)) issues.push(createIssue(cliIssues, "approvals-missing", {}, context));
  return issues;
}

async function readUnits(
  folder: string,
  names: readonly string[],
): Promise<{ values: readonly EmployerUnit[]; issues: readonly Issue[] }> {
  if (!names.includes("units.json")) {
    throw new CommandError(exitCodes.input, {
      zh: `${folder} 中没有 units.json（单位清单）。`,
      en: `${folder} has no units.json (the list of units).`,
    });
  }
  const file = join(folder, "units.json");
  const units = await readJsonList(file, employerUnitSchema, ({ id }) => id);
  const checked = units.values.map((unit, index) => {
    const found = [parseCreditCode(unit.creditCode), parseDivision(unit.division)];
    return placeIssues(
      found.flatMap((result): readonly Issue[] => result.issues),
      { place: { file: "units.json", row: index + 1 }, subject: { unitId: unit.id } },
    );
  });
  return { values: units.values, issues: [...units.issues, ...checked.flat()] };
}

const agenciesFile = z.object({
  serviceOrders: z.array(z.unknown()).default([]),
  agencies: z.array(z.unknown()),
  contracts: z.array(z.unknown()).default([]),
});

const noAgencies = { agencies: [], contracts: [], serviceOrders: [] } as const;

async function readAgencies(
  folder: string,
  names: readonly string[],
): Promise<{
  agencies: readonly HrAgency[];
  contracts: readonly AgencyContract[];
  serviceOrders: readonly ServiceOrder[];
  issues: readonly Issue[];
}> {
  if (!names.includes("agencies.json")) return { ...noAgencies, issues: [] };
  const json = parseWithSchema(agenciesFile, await readInputJson(join(folder, "agencies.json")));
  if (!json.ok) return { ...noAgencies, issues: placed(json, "agencies.json") };
  const agencies = readList(
    json.value.agencies,
    hrAgencySchema,
    "agencies.json",
    "/agencies",
    ({ id }) => id,
  );
  const contracts = readList(json.value.contracts, agencyContractSchema, "agencies.json", "/contracts");
  const orders = readList(json.value.serviceOrders, serviceOrderSchema, "agencies.json", "/serviceOrders");
  const codes = agencies.values.flatMap((agency) =>
    placeIssues(parseCreditCode(agency.creditCode).issues, {
      place: { file: "agencies.json" },
      subject: { agencyId: agency.id },
    }),
  );
  return {
    agencies: agencies.values,
    contracts: contracts.values,
    serviceOrders: orders.values,
    issues: [...agencies.issues, ...contracts.issues, ...orders.issues, ...codes],
  };
}

async function readJsonList<Value>(
  path: string,
  schema: z.ZodType<Value, unknown>,
  idOf: (value: Value) => string,
): Promise<{ values: readonly Value[]; issues: readonly Issue[] }> {
  const file = path.slice(path.lastIndexOf("/") + 1);
  const list = parseWithSchema(z.array(z.unknown()), await readInputJson(path));
  return list.ok ? readList(list.value, schema, file, "", idOf) : { values: [], issues: placed(list, file) };
}

/**
 * Reads the members of a list one by one: a member that does not fit, or repeats the id of one before, is
 * reported, the others go on.
 */
function readList<Value>(
  members: readonly unknown[],
  schema: z.ZodType<Value, unknown>,
  file: string,
  pointer: string,
  idOf?: (value: Value) => string,
): { values: readonly Value[]; issues: readonly Issue[] } {
  const values: Value[] = [];
  const issues: Issue[] = [];
  const ids = new Set<string>();
  for (const [index, member] of members.entries()) {
    const result = parseWithSchema(schema, member);
    if (result.ok) {
      const id = idOf?.(result.value);
      if (id === undefined || !ids.has(id)) values.push(result.value);
      else {
        const repeated = createIssue(cliIssues, "entry-repeated", { file, id }, { place: { file } });
        issues.push({ ...repeated, path: `${pointer}/${index}` });
      }
      if (id !== undefined) ids.add(id);
    } else {
      for (const issue of placed(result, file))
        issues.push({ ...issue, path: `${pointer}/${index}${issue.path ?? ""}` });
    }
  }
  return { values, issues };
}

function placed(result: Parsed<unknown>, file: string): readonly Issue[] {
  return placeIssues(result.issues, { place: { file } });
}
