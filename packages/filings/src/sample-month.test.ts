import { readdirSync, readFileSync } from "node:fs";
import { type EmployerUnit, employerUnitSchema, parseWithSchema, period } from "@tongchou/core";
import { describe, expect, it } from "vitest";
import { codesOf, valueOf } from "./__fixtures__/read-cells.js";
import {
  approvalProfile,
  detectProfile,
  importApprovals,
  importPay,
  importRoster,
  payProfile,
  readWorkbook,
  rosterProfile,
  type Workbook,
} from "./index.js";

const folder = new URL("../../../examples/sample-month/data/", import.meta.url);
const read = (name: string): Uint8Array => readFileSync(new URL(name, folder));
const open = async (name: string): Promise<Workbook> =>
  valueOf(await readWorkbook(read(name), { fileName: name }));
const units = (JSON.parse(new TextDecoder().decode(read("units.json"))) as unknown[]).map(
  (unit): EmployerUnit => valueOf(parseWithSchema(employerUnitSchema, unit)),
);
const rosterFiles = readdirSync(folder).filter((name) => name.startsWith("roster-"));

// The expected figures were counted with another program over the files: digits by ISO 7064 and Luhn, sums
// by hand.
describe("the rosters of the sample month", async () => {
  const result = importRoster(await Promise.all(rosterFiles.map(open)), { units });

  it("have 486 people in six units, of whom three are held out", () => {
    expect(result.counts).toEqual({ rows: 486, imported: 483, heldOut: 3, skipped: { total: 6 } });
    expect(result.rosters.map(({ unitId, workers }) => [unitId, workers.length])).toEqual([
      ["U01", 118],
      ["U02", 52],
      ["U03", 110],
      ["U04", 95],
      ["U05", 64],
      ["U06", 44],
    ]);
  });

  it("say why somebody is held out, and where", () => {
    const found = result.heldOut.map(({ source, issues }) => [
      source.file,
      source.row,
      issues.map(({ code }) => code).filter((code) => code !== "bank-card-long"),
    ]);
    expect(found).toEqual([
      ["roster-U01.xlsx", 58, ["citizen-id-check-digit"]],
      ["roster-U01.xlsx", 73, ["citizen-id-scientific"]],
      ["roster-U04.xlsx", 86, ["money-not-a-number"]],
    ]);
  });

  it("mention who stands on a held-out row, who stands on another roster as well", () => {
    const [mention, ...others] = result.mentions;
    expect([others, mention?.unitId, mention?.source?.row]).toEqual([[], "U04", 86]);
    const again = result.rosters
      .flatMap(({ workers }) => workers)
      .filter(({ documentNumber }) => documentNumber === mention?.documentNumber);
    expect(again.map(({ unitId, source }) => [unitId, source?.row])).toEqual([["U02", 5]]);
  });

  it("keep the two workers without a usable account, and hold a total against its rows", () => {
    const rest = result.issues
      .filter(({ code }) => !["bank-card-long", "identity-ends-in-zeros"].includes(code))
      .filter(
        ({ place }) =>
          !result.heldOut.some(({ source }) => source.file === place?.file && source.row === place.row),
      )
      .map(({ code, place }) => [code, place?.file, place?.row, place?.column]);
    expect(rest).toEqual([
      ["total-differs", "roster-U04.xlsx", 100, "Q"],
      ["bank-card-check-digit", "roster-U01.xlsx", 85, "V"],
      ["bank-card-empty", "roster-U01.xlsx", 101, "V"],
    ]);
    const accounts = result.rosters[0]?.workers.filter(({ account }) => account === undefined);
    expect(accounts?.map(({ source }) => source?.row)).toEqual([85, 101]);
  });

  it("say once for each file that its account numbers are long", () => {
    const long = result.issues.filter(({ code }) => code === "bank-card-long");
    expect(long.map(({ place }) => place?.file)).toEqual(rosterFiles);
  });

  it("have the day of their form, their modes and their amounts", () => {
    expect(new Set(result.rosters.map(({ filledInOn }) => filledInOn))).toEqual(new Set(["2024-01-08"]));
    const modes = result.rosters.map(({ workers }) => {
      const count = (mode: string) => workers.filter((worker) => worker.mode === mode).length;
      return [count("direct"), count("dispatch"), count("outsourcing")];
    });
    expect(modes).toEqual([
      [90, 28, 0],
      [31, 0, 21],
      [0, 83, 27],
      [10, 40, 45],
      [0, 0, 64],
      [23, 21, 0],
    ]);
    const gross = (unit: number) =>
      result.rosters[unit]?.workers.reduce((sum, worker) => sum + (worker.grossFen ?? 0), 0);
    expect([gross(2), gross(4), gross(5)]).toEqual([62064150, 34964850, 21818250]);
  });
});

describe("the pay sheet of the sample month", async () => {
  const result = importPay([await open("pay-2024-03.xlsx")], { period: period("2024-03") });

  it("has 486 rows of which two are held out", () => {
    expect(result.counts).toEqual({ rows: 486, imported: 484, heldOut: 2, skipped: {} });
    expect(result.heldOut.map(({ source }) => source.row)).toEqual([57, 367]);
    expect(result.batches.map(({ batch, period: month }) => [batch, month])).toEqual([
      ["工资明细", "2024-03"],
    ]);
  });

  it("reports both rows of the person who stands in it twice", () => {
    const repeated = result.issues.filter(({ code }) => code === "pay-identity-repeated");
    expect(repeated.map(({ place }) => place?.row)).toEqual([124, 367]);
  });

  it("has items and running totals as the sheet gives them", () => {
    expect(result.batches[0]?.records[0]).toMatchObject({
      employeeNumber: "W00001",
      items: [
        { kind: "basic", amountFen: 405000 },
        { kind: "allowance", amountFen: 15050 },
        { kind: "performance", amountFen: 104000 },
        { kind: "overtime", amountFen: 0 },
      ],
      contributionWageFen: 383600,
      housingFundRate: 50000,
      additionalDeductionsFen: 900000,
      incomeBeforeFen: 1048100,
      specialDeductionsBeforeFen: 118916,
      taxWithheldBeforeFen: 0,
    });
  });
});

describe("the approved list of the sample month", async () => {
  const result = importApprovals([await open("approved-direct-hires.csv")], { units });

  it("has 122 approvals in two units", () => {
    expect(result.counts).toEqual({ rows: 122, imported: 122, heldOut: 0, skipped: {} });
    const perUnit = ["U01", "U02"].map((id) => result.approvals.filter(({ unitId }) => unitId === id).length);
    expect(perUnit).toEqual([92, 30]);
    expect(result.approvals[0]).toMatchObject({
      ground: "shortage-talent",
      status: "approved",
      approvalNumber: "示专班审〔2024〕3号",
      approvedOn: "2024-01-20",
    });
    expect(codesOf(result).filter((code) => code !== "identity-ends-in-zeros")).toEqual([]);
  });
});

describe("the files of the sample month", () => {
  it("are told apart by their content", async () => {
    const names = readdirSync(folder).filter((name) => !name.endsWith(".json"));
    const kinds = await Promise.all(
      names.map(async (name) => {
        const [best] = detectProfile(await open(name), [approvalProfile, payProfile, rosterProfile]);
        return [name, best?.profile.id];
      }),
    );
    expect(kinds).toEqual([
      ["approved-direct-hires.csv", "jj.list.direct-hire@1"],
      ["pay-2024-03.xlsx", "hr.pay@1"],
      ...rosterFiles.map((name) => [name, "jj.form.roster@1"]),
    ]);
  });
});
