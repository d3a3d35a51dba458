import { addMonthsToPeriod, fen, lastDayOf, period, plainDate, ratePpm, zeroFen } from "@tongchou/core";
import { canonicalJson, settleUnit, type SettlementStatement } from "@tongchou/settlement";
import { createFacts, jiujiangPacks } from "@tongchou/statutory";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { copySampleMonth, tell } from "../__fixtures__/sample-month.js";

const folder = mkdtempSync(join(tmpdir(), "tongchou-account-"));
const facts = createFacts(jiujiangPacks);

/** A month of one worker at 60.00 a head, which begins with the balance of the month before. */
function settled(month: string, previous?: SettlementStatement, monthlyFen = 6000): SettlementStatement {
  const statement = settleUnit(
    {
      statementId: `S-${month}`,
      period: period(month),
      unit: { id: "U1", name: "某单位", creditCode: "", division: "360403", workInjuryClass: 2 },
      law: { on: lastDayOf(period(month)) },
      baselineLaw: { on: plainDate("2024-02-29") },
      settings: { case1Insurance: "forward", floatDaysMax: 3 },
      agencies: [{ id: "A1", name: "甲公司", vatTaxpayer: "general" }],
      contracts: [
        {
          id: "C1",
          unitId: "U1",
          agencyId: "A1",
          mode: "dispatch",
          signedOn: plainDate("2022-01-01"),
          expiresOn: plainDate("2025-12-31"),
          feeTerms: { kind: "per-head", monthlyFen: fen(monthlyFen) },
          vatIncluded: true,
        },
      ],
      workers: [
        {
          workerId: "W1",
          name: "张三",
          documentMasked: "360***********0020",
          branch: "2A",
          payee: { kind: "agency", agencyId: "A1" },
          employerOfRecordId: "A1",
          withholdingAgentId: "A1",
          contractId: "C1",
          settledContractId: "C1",
          pay: [{ kind: "basic", amountFen: fen(400_000) }],
          contributionWageFen: fen(400_000),
          housingFundRate: ratePpm(80_000),
          deductionMode: "months-at-unit",
          monthsAtAgent: 1,
          additionalDeductionsFen: zeroFen,
          incomeBeforeFen: zeroFen,
          specialDeductionsBeforeFen: zeroFen,
          taxWithheldBeforeFen: zeroFen,
          otherDeductions: [],
          hasAccount: true,
        },
      ],
      excluded: [],
      previousBalanceFen: previous?.funding.stillDueFen ?? zeroFen,
      receivedFen: previous?.funding.chargedFen ?? zeroFen,
    },
    facts,
  );
  if (!statement.ok) throw new Error(statement.issues.map(({ message }) => message.en).join("\n"));
  return statement.value;
}

function write(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, canonicalJson(content));
  return path;
}

/** Files of February to May, the fee being another one in the last of them. */
function files(lastFeeFen = 6000): readonly string[] {
  let previous: SettlementStatement | undefined;
  return [0, 1, 2, 3].map((index) => {
    const month = addMonthsToPeriod(period("2024-02"), index);
    previous = settled(month, previous, index === 3 ? lastFeeFen : 6000);
    return write(`${month}-${lastFeeFen}.json`, previous);
  });
}

const sound = files();
const since = ["--migrated-from", "2024-03"];

describe("account", () => {
  it("shows the months, the sums and every term, and ends with 0 where no fee was added", async () => {
    const { code, out, error } = await tell(["account", ...since, ...sound]);
    expect([code, error]).toEqual([0, ""]);
    // 4,000.00 + 24.9 % and 320.00 of fund, and 60.00: 5,376.00 a month.
    for (const part of ["2024-03", "2024-05", "16,128.00", "5,376.00", "No fee was added"]) {
      expect(out).toContain(part);
    }
    expect(out).toContain("last month before the migration, 2024-02: 5,376.00");
    expect(out).not.toContain("✗");
  });

  it("tells it in Chinese", async () => {
    const { out } = await tell(["account", ...since, ...sound, "--lang", "zh"]);
    for (const part of ["月份", "平移", "各月均没有增加收费"]) expect(out).toContain(part);
  });

  it("ends with 1 and names the first month and what is not as it was", async () => {
    const { code, out } = await tell(["account", ...since, ...files(6001)]);
    expect(code).toBe(1);
    expect(out).toContain("✗ the terms of the old contracts are the same in all months");
    expect(out).toContain("The first that does not hold: In 2024-05 feeTerms of contract C1");
  });

  it("counts the days that money lay by a calendar, where one is given", async () => {
    const cash = [{ statementId: "S-2024-04", receivedOn: "2024-04-03", paidOn: "2024-04-09" }];
    const calendar = {
      from: "2024-04-01",
      to: "2024-04-30",
      restDays: ["2024-04-04", "2024-04-05"],
      workDays: ["2024-04-07"],
    };
    const without = await tell(["account", ...sound, "--cash", write("cash.json", { cash })]);
    expect([without.code, without.out.includes("6 calendar days")]).toEqual([1, true]);
    // Off on Thursday, Friday and Saturday, worked on Sunday, Monday and Tuesday.
    const within = await tell(["account", ...sound, "--cash", write("dated.json", { cash, calendar })]);
    expect(within.code).toBe(0);
  });

  it("writes the account as JSON", async () => {
    const { out } = await tell(["account", ...since, ...sound, "--json"]);
    expect(JSON.parse(out)).toMatchObject({
      holds: true,
      units: [{ unitId: "U1", afterFen: 1_612_800, lastBefore: { period: "2024-02", costFen: 537_600 } }],
      workers: [{ workerId: "W1" }],
    });
  });

  it("puts each worker's change down to causes, over all the months", async () => {
    const { out } = await tell(["account", ...since, ...sound, "--workers"]);
    // Three months of 5,376.00; the roster says nothing of before, so all of it is a change of HR facts.
    expect(out).toMatch(/W1 +3 +0\.00 +0\.00 +16,128\.00 +0\.00 +0\.00 +0\.00 +0\.00 +16,128\.00/);
    expect((await tell(["account", ...since, ...sound])).out).not.toContain("W1");
  });

  it("draws up nothing from a statement that does not follow from its own data", async () => {
    const statement = settled("2024-03");
    const file = write("changed.json", { ...statement, totals: { ...statement.totals, netFen: 1 } });
    const { code, out, error } = await tell(["account", file]);
    expect([code, out]).toEqual([1, ""]);
    expect(error).toContain("changed.json");
  });

  describe("from bundles", () => {
    const keys = join(folder, "keys");
    const signed = join(folder, "signed");
    const bundles = ["2024-02", "2024-03", "2024-04", "2024-05"].map((month) =>
      join(signed, `S-${month}.bundle.json`),
    );
    const publicKey = join(keys, "public.pem");

    beforeAll(async () => {
      expect((await tell(["keygen", "--out", keys])).code).toBe(0);
      const key = ["--key", join(keys, "private.pem"), "--out", signed];
      expect((await tell(["sign", ...sound, ...key])).code).toBe(0);
    });

    it("is the account that their statements give", async () => {
      const plain = await tell(["account", ...since, ...sound, "--json"]);
      const args = [...since, ...bundles, "--json", "--public-key", publicKey];
      expect(await tell(["account", ...args])).toEqual(plain);
    });

    it("refuses one with another byte, and one that a key has not signed", async () => {
      const text = readFileSync(bundles[0] ?? "", "utf8");
      const changed = join(folder, "changed.bundle.json");
      writeFileSync(
        changed,
        text.replace(/"leaves":\["./, (found) => found.slice(0, -1) + "x"),
      );
      const other = await tell(["account", ...since, changed, ...bundles.slice(1)]);
      expect([other.code, other.out, other.error.includes("changed.bundle.json")]).toEqual([1, "", true]);
      expect((await tell(["keygen", "--out", join(folder, "others")])).code).toBe(0);
      const stranger = join(folder, "others", "public.pem");
      expect((await tell(["account", ...since, ...bundles, "--public-key", stranger])).code).toBe(1);
      // A plain statement carries no signature at all.
      expect((await tell(["account", ...since, ...sound, "--public-key", publicKey])).code).toBe(1);
    });
  });

  it.each([
    ["a file that is no statement", () => ["account", write("other.json", { schema: "other" })], 3],
    ["days in another form", () => ["account", ...sound, "--cash", write("bad.json", { cash: [{}] })], 3],
    ["a month that is none", () => ["account", ...sound, "--migrated-from", "2024-13"], 2],
    ["no file", () => ["account"], 2],
  ])("cannot take %s", async (_, args, exitCode) => {
    const { code, out, error } = await tell(args());
    expect([code, out]).toEqual([exitCode, ""]);
    expect(error).not.toBe("");
  });
});

describe("balances.json", () => {
  it("lets a month begin with what the month before ended with", async () => {
    const data = copySampleMonth(join(folder, "data"));
    const balances = [
      { unitId: "U06", previousBalanceFen: 1234, receivedFen: 1000 },
      { unitId: "U05", previousBalanceFen: "1" },
    ];
    writeFileSync(join(data, "balances.json"), JSON.stringify(balances));
    const month = ["--in", data, "--period", "2024-03"];
    await tell(["settle", ...month, "--out", join(folder, "settled"), "--quiet"]);
    const file = join(folder, "settled/statements/S-2024-03-U06.json");
    const { funding } = JSON.parse(readFileSync(file, "utf8")) as SettlementStatement;
    expect(funding).toMatchObject({ previousBalanceFen: 1234, receivedFen: 1000 });
    expect(funding.stillDueFen).toBe(funding.chargedFen + 234);
    const { out } = await tell(["check", ...month, "--json", "--quiet"]);
    expect(out).toContain("/1/previousBalanceFen");
  });
});
