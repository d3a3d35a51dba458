import { existsSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as XLSX from "@e965/xlsx";
import { run, type Terminal } from "@tongchou/cli";
import { Decimal } from "decimal.js";
import { beforeAll, describe, expect, it } from "vitest";

const data = fileURLToPath(new URL("../examples/sample-month/data", import.meta.url));
const out = join(mkdtempSync(join(tmpdir(), "tongchou-")), "2024-03");

interface Line {
  workerId: string;
  grossFen: number;
  specialDeductionsFen: number;
  netFen: number;
  employerContributionsFen: number;
  agencyFeeFen: number;
  unitCostFen: number;
  housingFundEachSideFen: number;
  withholding: { taxFen: number };
  payment: { kind: string; amountFen: number };
}

interface Statement {
  input: {
    statementId: string;
    unit: { id: string };
    workers: { workerId: string; settledContractId?: string }[];
  };
  lines: Line[];
  disbursements: { payee: { kind: string; agencyId?: string }; amountFen: number }[];
  held: { amountFen: number }[];
  funding: { chargedFen: number };
}

interface FoundIssue {
  code: string;
  severity: string;
  message: { zh: string; en: string };
  place?: { file: string; sheet?: string; row?: number; column?: string };
  options?: unknown[];
}

/** A row of the pay sheet, read by a spreadsheet library of its own, amounts as decimals in yuan. */
interface PayRow {
  readonly row: number;
  readonly workerId: string;
  readonly documentNumber: string;
  readonly pay: readonly Decimal[];
  readonly wage: Decimal;
  readonly fundRate: Decimal;
  readonly additional: Decimal;
  readonly incomeBefore: Decimal;
  readonly specialBefore: Decimal;
  readonly taxBefore: Decimal;
}

const terminal: Terminal = {
  // eslint is told nothing here: an empty input is an async iterable without items.
  stdin: { [Symbol.asyncIterator]: () => ({ next: () => Promise.resolve({ done: true, value: "" }) }) },
  writeOut: () => undefined,
  writeError: () => undefined,
  isInteractive: false,
  environment: {},
};

let statements: Statement[];
let issues: FoundIssue[];
let payRows: PayRow[];

beforeAll(async () => {
  const code = await run(["month", "--in", data, "--period", "2024-03", "--out", out], terminal);
  expect(code).toBe(0);
  statements = readdirSync(join(out, "statements"))
    .filter((name) => name.endsWith(".json"))
    .map((name) => JSON.parse(readFileSync(join(out, "statements", name), "utf8")) as Statement);
  issues = JSON.parse(readFileSync(join(out, "issues.json"), "utf8")) as FoundIssue[];
  payRows = readPaySheet();
});

describe("the sample month", () => {
  it("settles everybody but the five whose data do not allow it", () => {
    const settled = statements.flatMap(({ lines }) => lines);
    expect(settled).toHaveLength(486 - 5);
    expect(new Set(settled.map(({ workerId }) => workerId)).size).toBe(481);
  });

  it("agrees with a naive decimal calculation in every line, to the fen", () => {
    const rows = new Map(payRows.map((row) => [row.workerId, row]));
    const lines = statements.flatMap((statement) => statement.lines);
    for (const line of lines) {
      const row = rows.get(line.workerId);
      if (row === undefined) throw new Error(`no pay row for ${line.workerId}`);
      const expected = naiveLine(row);
      expect({ workerId: line.workerId, ...pick(line) }).toEqual({ workerId: line.workerId, ...expected });
    }
  });

  it("agrees with the agencies' contracts reckoned by hand on the settled workers", () => {
    const contracts = JSON.parse(readFileSync(join(data, "agencies.json"), "utf8")) as {
      contracts: { id: string; feeTerms: Record<string, unknown> & { kind: string } }[];
    };
    for (const { input, lines } of statements) {
      for (const contract of contracts.contracts) {
        const ids = input.workers.filter((w) => w.settledContractId === contract.id).map((w) => w.workerId);
        if (ids.length === 0) continue;
        const ofContract = lines.filter(({ workerId }) => ids.includes(workerId));
        const gross = ofContract.reduce((sum, line) => sum.plus(line.grossFen), new Decimal(0));
        const charged = ofContract.reduce((sum, line) => sum + line.agencyFeeFen, 0);
        expect([contract.id, charged]).toEqual([contract.id, naiveFee(contract.feeTerms, ids.length, gross)]);
      }
    }
  });

  it("charges each unit what is paid out and held, to the fen", () => {
    for (const { lines, disbursements, held, funding } of statements) {
      const paid = disbursements.reduce((sum, payment) => sum + payment.amountFen, 0);
      const kept = held.reduce((sum, payment) => sum + payment.amountFen, 0);
      const cost = lines.reduce((sum, line) => sum + line.unitCostFen, 0);
      expect(paid + kept).toBe(cost);
      expect(funding.chargedFen).toBe(cost);
    }
  });

  // The troubles of the sample, found by reading the files by hand.
  it.each([
    ["a check digit that is wrong", "citizen-id-check-digit", "roster-U01.xlsx", 58, "F"],
    ["a number in scientific notation", "citizen-id-scientific", "roster-U01.xlsx", 73, "F"],
    ["a card that fails Luhn", "bank-card-check-digit", "roster-U01.xlsx", 85, "V"],
    ["a missing card", "bank-card-empty", "roster-U01.xlsx", 101, "V"],
    ["a person in two units, here", "duplicate-worker", "roster-U02.xlsx", 5, "F"],
    ["a person in two units, there", "duplicate-worker", "roster-U04.xlsx", 86, "F"],
    ["a man past retirement age", "past-retirement-age", "roster-U02.xlsx", 46, "F"],
    ["pay under the minimum wage", "below-minimum-wage", "pay-2024-03.xlsx", 246, "D"],
    ["a refusal", "refusal-without-move", "roster-U04.xlsx", 46, "W"],
    ["an amount that says 面议", "money-not-a-number", "roster-U04.xlsx", 86, "Q"],
    ["the same on the pay sheet", "money-not-a-number", "pay-2024-03.xlsx", 367, "D"],
    ["a hire date in the future", "hired-in-future", "roster-U05.csv", 31, "N"],
  ])("reports %s with its place", (_, code, file, row, column) => {
    const found = issues.filter((issue) => issue.code === code && issue.place?.file === file);
    expect(found.map(({ place }) => [place?.row, place?.column])).toContainEqual([row, column]);
  });

  it("reckons the severance of the worker who refuses", () => {
    // Hired on 2022-04-15, leaving on 2024-02-29: one year and ten months count as two months' pay of 4,120.00.
    const refusal = issues.find(({ code }) => code === "refusal-without-move");
    expect(refusal?.message.en).toContain("2 months × 4120.00 = 8240.00 yuan");
  });

  it("lists a decision for each of the 33 direct hires who are on no approved list", () => {
    const open = issues.filter(({ code }) => code === "direct-hire-not-approved");
    expect(open).toHaveLength(33);
    expect(open.every(({ options }) => options?.length === 2)).toBe(true);
    const places = open.map(({ place }) => `${place?.file}:${place?.row}`);
    expect(new Set(places).size).toBe(33);
  });

  it("pays the 33 in the interim route", () => {
    const plan = JSON.parse(readFileSync(join(out, "plan.json"), "utf8")) as {
      workerId: string;
      interim: boolean;
    }[];
    const interim = plan.filter((entry) => entry.interim).map(({ workerId }) => workerId);
    expect(interim).toHaveLength(33);
    const paid = new Set(
      statements
        .flatMap(({ lines }) => lines.filter(({ payment }) => payment.kind === "instructed"))
        .map((l) => l.workerId),
    );
    expect(interim.filter((workerId) => !paid.has(workerId))).toEqual([]);
  });

  it("asks which agency takes the place of the one that is not kept", () => {
    const open = issues.filter(({ code }) => code === "agency-reselection-open");
    expect(open.map(({ message }) => message.en)).toEqual([
      expect.stringContaining("Contract C-U04-A04 is not kept (24 workers)"),
    ]);
  });

  it("writes the bank's files in GB18030 with totals that are those of the statements", () => {
    const names = readdirSync(join(out, "bank"));
    const instructed = new Map(
      statements.map(({ input, lines }) => [
        input.unit.id,
        lines
          .filter(({ payment }) => payment.kind === "instructed")
          .reduce((sum, { payment }) => sum + payment.amountFen, 0),
      ]),
    );
    for (const name of names) {
      const text = new TextDecoder("gb18030", { fatal: true }).decode(readFileSync(join(out, "bank", name)));
      const details = text.split("\r\n").filter((line) => line.startsWith("D|"));
      const total = details.reduce((sum, line) => sum + Number(line.split("|")[7]), 0);
      expect([name, total]).toEqual([name, instructed.get(name.slice(10, 13))]);
    }
    expect(names).toHaveLength([...instructed.values()].filter((amount) => amount > 0).length);
  });

  it("gives the same bytes on a second run", async () => {
    const again = `${out}-again`;
    await run(["month", "--in", data, "--period", "2024-03", "--out", again], terminal);
    const files = (folder: string) => readdirSync(folder, { recursive: true, encoding: "utf8" }).toSorted();
    expect(files(again)).toEqual(files(out));
    for (const name of files(out).filter((path) => /\.\w+$/.test(path))) {
      expect([name, readFileSync(join(again, name)).equals(readFileSync(join(out, name)))]).toEqual([
        name,
        true,
      ]);
    }
  });

  it("shows no name, identity number or card in issues and summary", () => {
    const text = ["issues.json", "summary.json", "plan.json"]
      .map((name) => readFileSync(join(out, name), "utf8"))
      .join("\n");
    const names = rosterNames();
    expect(names.length).toBeGreaterThan(400);
    expect(names.filter((name) => text.includes(name))).toEqual([]);
    expect(text).not.toMatch(/360499\d{8}/);
    expect(text).not.toMatch(/62999920\d{8}/);
  });
});

/** Names on the pay sheet. */
function rosterNames(): string[] {
  const book = XLSX.read(readFileSync(join(data, "pay-2024-03.xlsx")));
  const rows = XLSX.utils.sheet_to_json<unknown[]>(book.Sheets["工资明细"] as XLSX.WorkSheet, { header: 1 });
  return rows
    .slice(2)
    .map((cells) => String(cells[1]).trim())
    .filter((name) => Array.from(name).length >= 2);
}

function readPaySheet(): PayRow[] {
  const book = XLSX.read(readFileSync(join(data, "pay-2024-03.xlsx")), { raw: true });
  const rows = XLSX.utils.sheet_to_json<unknown[]>(book.Sheets["工资明细"] as XLSX.WorkSheet, {
    header: 1,
    raw: true,
  });
  const decimal = (value: unknown): Decimal => {
    const isCell = typeof value === "string" || typeof value === "number";
    const text = isCell ? String(value).replace("%", "") : "0";
    return /^-?[\d.]+$/.test(text) ? new Decimal(text) : new Decimal(NaN);
  };
  return rows.slice(2).map((cells, index) => ({
    row: index + 3,
    workerId: String(cells[0]),
    documentNumber: String(cells[2]),
    pay: [3, 4, 5, 6].map((column) => decimal(cells[column])),
    wage: decimal(cells[7]),
    fundRate: decimal(cells[8]).div(100),
    additional: decimal(cells[9]),
    incomeBefore: decimal(cells[10]),
    specialBefore: decimal(cells[11]),
    taxBefore: decimal(cells[12]),
  }));
}

/**
 * A month by the printed rules: bounds 3,659 to 18,294 of 2023 (those of 2024 came later), pension 16 and 8 %, medical
 * 8 and 2 %, unemployment 0.5 and 0.5 %, housing fund to whole yuan, cumulative withholding for three months.
 */
function naiveLine(row: PayRow): ReturnType<typeof pick> {
  const toFen = (yuan: Decimal): Decimal => yuan.toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
  const gross = row.pay.reduce((sum, item) => sum.plus(item), new Decimal(0));
  const base = Decimal.min(Decimal.max(row.wage, 3659), 18294);
  const shares = (rates: string[]): Decimal =>
    rates.reduce((sum, rate) => sum.plus(toFen(base.times(rate))), new Decimal(0));
  const fund = row.wage.times(row.fundRate).toDecimalPlaces(0, Decimal.ROUND_HALF_UP);
  const special = shares(["0.08", "0.02", "0.005"]).plus(fund);
  const employer = shares(["0.16", "0.08", "0.005"]).plus(fund);
  const taxable = row.incomeBefore
    .plus(gross)
    .minus(15000)
    .minus(row.specialBefore)
    .minus(special)
    .minus(row.additional);
  const due = taxable.lte(0)
    ? new Decimal(0)
    : toFen(taxable.lte(36000) ? taxable.times("0.03") : taxable.times("0.1").minus(2520));
  const tax = Decimal.max(0, due.minus(row.taxBefore));
  const fen = (yuan: Decimal): number => yuan.times(100).toNumber();
  return {
    gross: fen(gross),
    special: fen(special),
    fund: fen(fund),
    tax: fen(tax),
    net: fen(gross.minus(special).minus(tax)),
    employer: fen(employer),
  };
}

function pick(line: Line): Record<"gross" | "special" | "fund" | "tax" | "net" | "employer", number> {
  return {
    gross: line.grossFen,
    special: line.specialDeductionsFen,
    fund: line.housingFundEachSideFen,
    tax: line.withholding.taxFen,
    net: line.netFen,
    employer: line.employerContributionsFen,
  };
}

function naiveFee(
  terms: Record<string, unknown> & { kind: string },
  heads: number,
  grossFen: Decimal,
): number {
  switch (terms.kind) {
    case "per-head":
      return Number(terms["monthlyFen"]) * heads;
    case "fixed":
      return Number(terms["monthlyFen"]);
    case "rate-on-gross":
      return grossFen
        .times(Number(terms["ppm"]))
        .div(1e6)
        .toDecimalPlaces(0, Decimal.ROUND_HALF_UP)
        .toNumber();
    default:
      // 50 workers at 80 yuan, those above at 65.
      return Math.min(heads, 50) * 8000 + Math.max(0, heads - 50) * 6500;
  }
}

it("has its data where it looks for them", () => {
  expect(existsSync(join(data, "units.json"))).toBe(true);
});
