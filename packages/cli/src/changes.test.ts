import { copyFileSync, existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { tell } from "./__fixtures__/sample-month.js";
import { smallWorkers, writeSmallMonth, type SheetRow } from "./__fixtures__/small-month.js";

const scratch = mkdtempSync(join(tmpdir(), "tongchou-changes-"));

interface Line {
  readonly workerId: string;
  readonly netFen: number;
  readonly payment: { readonly kind: string; readonly amountFen: number };
  readonly withholding: { readonly taxFen: number };
  readonly deductions?: readonly {
    readonly id: string;
    readonly takenFen: number;
    readonly leftFen: number;
  }[];
}

interface Statement {
  readonly lines: readonly Line[];
  readonly guarantee: { readonly holds: boolean };
}

interface CarriedFile {
  readonly period: string;
  readonly debts: readonly {
    readonly workerId: string;
    readonly id: string;
    readonly amountFen: number;
    readonly repaidFen: number;
  }[];
}

interface FoundIssue {
  readonly code: string;
  readonly subject?: { readonly workerId?: string };
  readonly place?: { readonly file: string; readonly row?: number; readonly header?: string };
}

const read = <T>(...path: readonly string[]): T =>
  JSON.parse(readFileSync(join(scratch, ...path), "utf8")) as T;

function pay(gross: number, wage: number, fund: string, year: readonly [number, number, number]): SheetRow {
  return {
    基本工资: gross,
    社保基数: wage,
    公积金比例: fund,
    累计专项附加扣除: 0,
    "本年累计收入（不含本月）": year[0],
    "本年累计专项扣除（不含本月）": year[1],
    本年已预缴税额: year[2],
  };
}

function of(index: number, change: SheetRow): SheetRow {
  const worker = smallWorkers[index];
  return { 姓名: worker?.name ?? "", 证件号码: worker?.documentNumber ?? "", ...change };
}

const order = { 变动类型: "法院扣款", 文号: "执12号", 日期: "2024-02-20", 金额: 12000 };

const marchPay = {
  pay: {
    W1: pay(6000, 6000, "5%", [12000, 1860, 4.2]),
    W2: pay(0, 4000, "5%", [0, 0, 0]),
    W3: pay(5000, 5000, "0%", [10000, 1050, 0]),
    W5: { ...pay(3000, 4000, "0%", [6000, 0, 0]), 参保范围: "仅工伤" },
    W6: pay(4500, 4500, "0%", [9000, 945, 0]),
  },
};

const march = writeSmallMonth(join(scratch, "march"), {
  ...marchPay,
  changes: [
    of(0, { ...order, 每月保留金额: 2500, 每月扣款: 1500, 首期月份: "2024-03" }),
    of(0, { 变动类型: "赔偿扣款", 文号: "D1", 日期: "2024-03-01", 金额: 2000 }),
    of(2, { 变动类型: "年终奖", 金额: 36000 }),
    of(3, { 变动类型: "离职", 日期: "2024-02-20" }),
    of(5, { 变动类型: "补发", 金额: 300, 所属月份: "2023-12" }),
    of(5, { 变动类型: "社保补差", 所属月份: "2024-01", 险种: "养老", 个人金额: 8, 单位金额: 16 }),
    of(5, { 变动类型: "补发", 金额: 100 }),
    { 姓名: "吴庚", 证件号码: "360499199001010136", 变动类型: "年终奖", 金额: 100 },
  ],
});

const marchOptions = ["--in", march, "--period", "2024-03"];

describe("tongchou month with changes", () => {
  beforeAll(async () => {
    await tell(["month", ...marchOptions, "--out", join(scratch, "out")]);
  });

  const lineOf = (workerId: string): Line | undefined =>
    read<Statement>("out", "statements", "S-2024-03-U1.json").lines.find(
      (line) => line.workerId === workerId,
    );

  it("takes a court's order and damage as far as the floor lets it", () => {
    // 6,000 − 930 insurance and fund − 2.10 tax = 5,067.90. The court takes 1,500 and leaves 2,500 untouched,
    // so that 1,067.90 is left for the damage, of which a fifth of the wage would be 1,200.
    expect(lineOf("W1")).toMatchObject({
      netFen: 250_000,
      withholding: { taxFen: 210 },
      deductions: [
        { id: "执12号", takenFen: 150_000, leftFen: 0 },
        { id: "D1", takenFen: 106_790, leftFen: 93_210 },
      ],
    });
  });

  it("pays nothing where contributions exceed the pay", () => {
    // Pension 320, medical 80, unemployment 20, fund 200.
    expect(lineOf("W2")).toMatchObject({ netFen: -62_000, payment: { kind: "carried", amountFen: 62_000 } });
  });

  it("taxes a bonus apart as the law does without a choice, and shows that merging it is better", () => {
    // 36,000 ÷ 12 = 3,000: 3 %. Merged: 51,000 − 15,000 − 1,575 = 34,425, 3 % of it 1,032.75.
    expect(lineOf("W3")).toMatchObject({
      // 41,000 − 525 − 1,080
      netFen: 3_939_500,
      bonus: {
        taxing: "apart",
        apart: { taxFen: 108_000 },
        mergedTaxFen: 103_275,
        // Wages of the year 60,000 − 6,300 of contributions leave nothing; with the bonus 29,700.
        yearTax: { apartFen: 108_000, mergedFen: 89_100 },
        better: "merged",
      },
    });
  });

  it("insures against work injury alone", () => {
    expect(lineOf("W5")).toMatchObject({ netFen: 300_000, employerContributionsFen: 1600 });
  });

  it("pays back pay and takes contributions of an earlier month", () => {
    // 4,800 − (360 + 90 + 22.50 + 8)
    expect(lineOf("W6")).toMatchObject({ netFen: 431_950, earlierContributions: { employeeFen: 800 } });
  });

  it("names each row that cannot be used by its place, and goes on without it", () => {
    const issues = read<readonly FoundIssue[]>("out", "issues.json");
    const found = issues.filter(({ code }) => /^(pay-)?change|^worker-left/.test(code));
    const told = found.map(({ code, place, subject }) => [
      code,
      place?.file,
      place?.row,
      place?.header ?? subject?.workerId,
    ]);
    expect(told).toEqual([
      ["change-without-worker", "changes.csv", 9, "证件号码"],
      ["pay-change-incomplete", "changes.csv", 8, "所属月份"],
      ["worker-left", "changes.csv", 5, "U1-4"],
    ]);
    const codes = issues.map(({ code }) => code);
    expect(codes).not.toContain("pay-missing");
    expect(codes).toEqual(expect.arrayContaining(["bonus-compared", "bonus-declared-apart", "negative-net"]));
  });

  it("writes the client's sheet of the bonus that is taxed apart, and names it in the manifest", () => {
    const { files } = read<{ files: readonly object[] }>("out", "manifest.json");
    const bonus = { path: "tax/U1-bonus.xlsx", profile: "cn.iit.bonus@2022-12", rows: 1 };
    expect(files).toContainEqual(expect.objectContaining(bonus));
  });

  it("keeps the proof, and verifies", async () => {
    expect(read<Statement>("out", "statements", "S-2024-03-U1.json").guarantee.holds).toBe(true);
    const file = join(scratch, "out", "statements", "S-2024-03-U1.json");
    expect((await tell(["verify", file])).code).toBe(0);
  });

  it("writes what is carried, which settle writes alike", async () => {
    const debts = read<CarriedFile>("out", "carried.json").debts;
    expect(
      debts.map(({ workerId, id, amountFen, repaidFen }) => [workerId, id, amountFen, repaidFen]),
    ).toEqual([
      ["W1", "执12号", 1_200_000, 150_000],
      ["W1", "D1", 200_000, 106_790],
      ["W2", "net-2024-03", 62_000, 0],
    ]);
    await tell(["settle", ...marchOptions, "--out", join(scratch, "settled")]);
    expect(read("settled", "carried.json")).toEqual(read("out", "carried.json"));
  });

  it("may be replaced as an output", async () => {
    const out = join(scratch, "replaced");
    await tell(["settle", ...marchOptions, "--out", out]);
    const again = ["settle", ...marchOptions, "--case1-insurance", "unit", "--out", out];
    expect((await tell(again)).code).toBe(4);
    expect((await tell([...again, "--replace"])).code).toBe(0);
  });

  it("corrects a month whose changes came late, and carries what the corrected month leaves", async () => {
    const before = writeSmallMonth(join(scratch, "before"), marchPay);
    await tell(["settle", "--in", before, "--period", "2024-03", "--out", join(scratch, "issued")]);
    const issued = join(scratch, "issued", "statements");
    await tell(["settle", ...marchOptions, "--corrects", issued, "--out", join(scratch, "c1")]);
    const { lines } = read<Statement>("c1", "statements", "S-2024-03-U1-C1.json");
    // 5,067.90 were paid, and 2,500 remain: what is beyond is carried, never taken back.
    const first = lines.find(({ workerId }) => workerId === "W1");
    expect(first).toMatchObject({ netFen: 250_000, payment: { kind: "carried", amountFen: 256_790 } });
    expect(read("c1", "carried.json")).toEqual(read("out", "carried.json"));
  });

  it("explains what was taken", async () => {
    const file = join(scratch, "out", "statements", "S-2024-03-U1.json");
    const { out } = await tell([
      "explain",
      file,
      "--worker",
      "W1",
      "--item",
      "other-deductions",
      "--lang",
      "zh",
    ]);
    expect(out).toContain("其他扣款 = 1500.00 + 1067.90 = 2567.90");
  });
});

describe("tongchou settle in the month after", () => {
  const april = join(scratch, "april");
  const options = ["--in", april, "--period", "2024-04"];

  beforeAll(async () => {
    await tell(["settle", ...marchOptions, "--out", join(scratch, "march-out")]);
    writeSmallMonth(april, {
      pay: {
        W1: pay(6000, 6000, "5%", [18000, 2790, 6.3]),
        W2: pay(4000, 4000, "5%", [0, 620, 0]),
      },
      // The order still stands on the list: what was taken of it is not taken again.
      changes: [of(0, { ...order, 每月保留金额: 2500, 每月扣款: 1500, 首期月份: "2024-03" })],
    });
    copyFileSync(join(scratch, "march-out", "carried.json"), join(april, "carried.json"));
    await tell(["settle", ...options, "--out", join(scratch, "april-out")]);
  });

  it("takes what was carried", () => {
    const { lines } = read<Statement>("april-out", "statements", "S-2024-04-U1.json");
    expect(lines).toMatchObject([
      {
        // 5,067.90 − 1,500 − 932.10, which is below a fifth of the wage and leaves the court's 2,500.
        netFen: 263_580,
        deductions: [
          { id: "执12号", takenFen: 150_000, leftFen: 0 },
          { id: "D1", takenFen: 93_210, leftFen: 0 },
        ],
      },
      // 4,000 − 620, and the 620 of March.
      { netFen: 276_000, deductions: [{ id: "net-2024-03", takenFen: 62_000 }] },
    ]);
  });

  it("carries on what is left, and no more what it carried itself and has got back", () => {
    const { period, debts } = read<CarriedFile>("april-out", "carried.json");
    expect([period, debts.map(({ workerId, id, repaidFen }) => [workerId, id, repaidFen])]).toEqual([
      "2024-04",
      [
        ["W1", "执12号", 300_000],
        ["W1", "D1", 200_000],
      ],
    ]);
  });

  it("uses nothing that another month than the one before has carried, and says so", async () => {
    const { code, error } = await tell([
      "settle",
      "--in",
      april,
      "--period",
      "2024-05",
      "--out",
      join(scratch, "may"),
    ]);
    expect(code).toBe(3);
    expect(error).toContain("carried.json was written by 2024-03, and 2024-04 is the month before");
    expect(existsSync(join(scratch, "may", "carried.json"))).toBe(true);
  });
});
