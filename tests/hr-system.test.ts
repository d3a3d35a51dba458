import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as XLSX from "@e965/xlsx";
import { Decimal } from "decimal.js";
import { beforeAll, describe, expect, it } from "vitest";
import { run } from "../examples/hr-system/src/run.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const data = join(root, "examples/sample-month/data");

/** A person on the raw roster of U01 with the raw pay, amounts as decimals in yuan. */
interface RawPerson {
  readonly row: number;
  readonly id: string;
  readonly name: string;
  readonly documentNumber: string;
  readonly mode: string;
  readonly agency: string;
  readonly gross: Decimal;
  readonly wage: Decimal;
  readonly fundRate: Decimal;
}

/** Rows whose identity number cannot be used: a wrong check digit, and scientific notation. */
const heldOutRows = [58, 73];

let people: readonly RawPerson[];
let settled: readonly RawPerson[];
let english: string;
let chinese: string;

beforeAll(async () => {
  people = readPeople();
  settled = people.filter(({ row }) => !heldOutRows.includes(row));
  english = (await runWith("--unit", "U01")).out;
  chinese = (await runWith("--unit", "U01", "--lang", "zh")).out;
});

describe("the preview of a unit", () => {
  it("gives everybody on the roster but the two rows a route, by the mode on the roster", () => {
    const approved = new Set(
      sheetRows("approved-direct-hires.csv", "Sheet1").map((cells) => textOf(cells[0]).trim()),
    );
    const expected = settled.map(({ id, mode, documentNumber }) => {
      if (mode === "劳务派遣") return [id, "2A tripartite transfer", "P2-3.2.2a"];
      return [id, `${approved.has(documentNumber) ? "1A" : "1P"} payroll hosting`, "P2-3.2.1"];
    });
    expect(expected).toHaveLength(118);
    expect(routeRows(english).map(([id, , route, clause]) => [id, route, clause])).toEqual(expected);
  });

  it("shows every worker's gross as the sum of the pay items on the raw sheet", () => {
    const expected = settled.map(({ id, gross }) => [id, grouped(gross)]);
    expect(routeRows(english).map((cells) => [cells[0], cells[4]])).toEqual(expected);
  });

  it("has the totals of a naive sum over the raw sheet", () => {
    const gross = sum(settled.map((person) => person.gross));
    const employer = sum(settled.map(employerSide));
    // 60 yuan a head to the one agency, 3 % of gross to the other; both prices contain the tax.
    const byAgency = (name: string) => settled.filter(({ agency }) => agency === name);
    const rated = sum(byAgency("示例劳务派遣乙公司").map((person) => person.gross)).times("0.03");
    const fee = rated.toDecimalPlaces(2).plus(byAgency("示例人力资源服务甲公司").length * 60);
    const totals = figures(sectionOf(english, "Totals (yuan)"));
    expect(totals).toMatchObject({
      workers: "118",
      "gross pay": grouped(gross),
      "insurance and housing fund of the employer": grouped(employer),
      "service fee": grouped(fee),
      "cost of the unit": grouped(sum([gross, employer, fee])),
    });
  });

  it("pays out and holds what the unit is charged, to the fen", () => {
    const payments = sectionOf(english, "Who is paid: workers, amount (yuan)");
    const paid = sum(payments.map((line) => amount(line.split(/\s{2,}/).at(-1) ?? "")));
    expect(grouped(paid)).toBe(figures(sectionOf(english, "Totals (yuan)"))["cost of the unit"]);
  });

  it("names the held-out rows with their cells", () => {
    const places = sectionOf(english, "Held out").map((line) => line.trim().split(" (")[0]);
    expect(places).toEqual(heldOutRows.map((row) => `roster-U01.xlsx › 信息汇总表 › row ${row}, column F`));
  });

  it("names the pay of the person whose identity number on the roster lost its digits", () => {
    const lost = people.find(({ row }) => row === 73);
    const names = sheetRows("pay-2024-03.xlsx", "工资明细").map((cells) => textOf(cells[1]));
    const row = names.indexOf(lost?.name ?? "") + 1;
    const found = sectionOf(english, "To correct").filter((line) => line.includes("no usable row"));
    expect(found.map((line) => line.trim().split(" (")[0])).toEqual([
      `pay-2024-03.xlsx › 工资明细 › row ${row}, column C`,
    ]);
  });

  it("asks what becomes of the six nurses past 55, the retirement age in a technical post", () => {
    const isPast = ({ documentNumber }: RawPerson) =>
      documentNumber.slice(6, 12) < "196903" && Number(documentNumber[16]) % 2 === 0;
    const expected = settled.filter(isPast).map(({ row }) => `row ${row},`);
    const found = sectionOf(english, "To decide").filter((line) => line.includes("retirement age"));
    expect(found.map((line) => /row \d+,/.exec(line)?.[0])).toEqual(expected);
    expect(expected).toHaveLength(6);
  });

  it("proves that no fee is added", () => {
    const proof = sectionOf(english, "Proof that no fee is added").map((line) => line.trim()[0]);
    // No contract is new and no money has come in yet, so the fee cap and the days of stay are not tested.
    expect(proof.join("")).toBe("✓✓✓✓–✓–✓");
  });

  it("explains a line as it is worked out by hand", () => {
    // 3,836 × 8 %, 2 % and 0.5 %; 3,836 × 5 % to whole yuan; no tax on less than 15,000 by March.
    expect(sectionOf(english, "The line of W00001")).toEqual(
      expect.arrayContaining([
        expect.stringContaining("= 306.88 ["),
        expect.stringContaining("= 76.72 ["),
        expect.stringContaining("= 19.18 ["),
        expect.stringContaining("= 192.00 ["),
        expect.stringContaining("net pay = 5240.50 − 594.78 − 0.00 − 0.00 = 4645.72 ["),
      ]),
    );
  });

  it("explains the line that is asked for", async () => {
    const { out } = await runWith("--worker", "W00004");
    expect(sectionOf(out, "The line of W00004")[0]).toContain("= 16520.00 [");
  });

  it("says the same in Chinese", () => {
    const numbers = (text: string) => text.match(/\d[\d,.]*\.\d\d/g);
    expect(sectionOf(chinese, "合计（元）")).toHaveLength(10);
    expect(numbers(chinese)).toEqual(numbers(english));
  });

  it("shows no name, identity number or card", () => {
    const names = people.map(({ name }) => name).filter((name) => Array.from(name).length > 2);
    expect(names.filter((name) => english.includes(name))).toEqual([]);
    expect(english).not.toMatch(/360499\d{8}|62999920\d{8}/);
  });

  it("prints what its README shows", () => {
    const readme = readFileSync(join(root, "examples/hr-system/README.md"), "utf8");
    const shown = /^```text\n([\s\S]*?)^```/m.exec(readme)?.[1]?.split("\n") ?? [];
    const printed = new Set(english.split("\n"));
    expect(shown.length).toBeGreaterThan(30);
    expect(shown.filter((line) => line !== "  …" && !printed.has(line))).toEqual([]);
  });
});

describe("the command line", () => {
  it.each([
    ["an unknown option", ["--foo"], 2],
    ["a word too many", ["U01"], 2],
    ["an option without its value", ["--unit"], 2],
    ["a value where none belongs", ["--help=1"], 2],
    ["a language that is not there", ["--lang", "fr"], 2],
    ["a month that is none", ["--period", "2024-13"], 2],
    ["a unit that is not there", ["--unit", "U99"], 2],
    ["a worker that is not there", ["--worker", "W00300"], 2],
    ["a folder that is not there", ["--in", join(root, "no-such-folder")], 3],
  ])("answers %s with one line", async (_, args, code) => {
    for (const language of ["en", "zh"]) {
      const result = await runWith(...args, ...(args.includes("--lang") ? [] : ["--lang", language]));
      expect([result.code, result.out]).toEqual([code, ""]);
      expect(result.error).toMatch(/^[^\n]+\n$/);
    }
  });

  it.each([["--help"], ["-h"]])("explains itself with %s", async (option) => {
    for (const language of ["en", "zh"]) {
      const { code, out } = await runWith(option, "--lang", language);
      expect(code).toBe(0);
      for (const name of ["--in", "--period", "--unit", "--worker", "--lang"]) expect(out).toContain(name);
    }
  });
});

async function runWith(...args: readonly string[]): Promise<{ code: number; out: string; error: string }> {
  let out = "";
  let error = "";
  const code = await run(args, {
    writeOut: (text) => void (out += text),
    writeError: (text) => void (error += text),
  });
  return { code, out, error };
}

/** The lines under a title, up to the next blank one. */
function sectionOf(text: string, title: string): readonly string[] {
  const lines = text.split("\n");
  const start = lines.indexOf(title) + 1;
  expect(start, title).toBeGreaterThan(0);
  return lines.slice(start, lines.indexOf("", start));
}

function routeRows(text: string): readonly (readonly string[])[] {
  return sectionOf(text, "Route of each worker (yuan)")
    .slice(1)
    .map((line) => line.trim().split(/\s{2,}/));
}

function figures(lines: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(lines.map((line) => line.trim().split(/\s{2,}/) as [string, string]));
}

/** The employer's insurance and housing fund by the printed rules: bounds of 2023, two insurances unknown. */
function employerSide({ wage, fundRate }: RawPerson): Decimal {
  const base = Decimal.min(Decimal.max(wage, 3659), 18294);
  const insurance = ["0.16", "0.08", "0.005"].map((rate) => base.times(rate).toDecimalPlaces(2));
  return sum([...insurance, wage.times(fundRate).toDecimalPlaces(0)]);
}

/** Brings roster and pay sheet together by identity number, both read by a spreadsheet library of its own. */
function readPeople(): readonly RawPerson[] {
  const pay = new Map(sheetRows("pay-2024-03.xlsx", "工资明细").map((cells) => [textOf(cells[2]), cells]));
  const roster = sheetRows("roster-U01.xlsx", "信息汇总表");
  return roster.flatMap((cells, index) => {
    if (typeof cells[0] !== "number") return [];
    const documentNumber = String(cells[5])
      .normalize("NFKC")
      .replace(/[^\dX]/g, "");
    const paid = pay.get(documentNumber) ?? [];
    return {
      row: index + 1,
      id: textOf(paid[0]),
      name: textOf(cells[3]),
      documentNumber,
      mode: textOf(cells[11]),
      agency: textOf(cells[12]),
      gross: sum(paid.slice(3, 7).map(amount)),
      wage: amount(paid[7]),
      fundRate: amount(paid[8]).div(100),
    };
  });
}

function sheetRows(file: string, sheet: string): readonly (readonly unknown[])[] {
  const book = XLSX.read(readFileSync(join(data, file)), { raw: true });
  return XLSX.utils.sheet_to_json(book.Sheets[sheet] as XLSX.WorkSheet, { header: 1, raw: true });
}

function textOf(cell: unknown): string {
  return typeof cell === "string" || typeof cell === "number" ? String(cell) : "";
}

function amount(value: unknown): Decimal {
  const text = textOf(value).replace(/[,%]/g, "");
  return /^-?[\d.]+$/.test(text) ? new Decimal(text) : new Decimal(0);
}

function sum(amounts: readonly Decimal[]): Decimal {
  return amounts.reduce((total, value) => total.plus(value), new Decimal(0));
}

function grouped(yuan: Decimal): string {
  return yuan.toFixed(2).replace(/\B(?=(\d{3})+\.)/g, ",");
}
