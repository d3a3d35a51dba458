import { fen, plainDate, ratePpm } from "@tongchou/core";
import { createFacts, jiujiangPacks, type FactPack } from "@tongchou/statutory";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { naiveMonth } from "../__fixtures__/naive-payroll.js";
import {
  contracts,
  lineOf,
  manyKinds,
  manyLines,
  monthOf,
  statementOf,
  termOf,
} from "../__fixtures__/unit-month.js";
import { canonicalJson } from "../canonical-json.js";
import { buildStatement } from "./settle-unit.js";
import type { LineInput, UnitMonth } from "./statement-input.js";

const sum = (amounts: readonly number[]): number => amounts.reduce((left, right) => left + right, 0);

/** A worker's month by the second implementation. */
function byHand(line: LineInput): ReturnType<typeof naiveMonth> {
  return naiveMonth({
    month: "2024-03",
    boundsOf: "2023",
    pay: line.pay.map((item) => item.amountFen),
    contributionWage: line.contributionWageFen,
    fundPercent: line.housingFundRate / 10_000,
    mode: line.deductionMode,
    monthsAtAgent: line.monthsAtAgent,
    additional: line.additionalDeductionsFen,
    incomeBefore: line.incomeBeforeFen,
    specialBefore: line.specialDeductionsBeforeFen,
    withheldBefore: line.taxWithheldBeforeFen,
    otherDeductions: line.otherDeductions.map((deduction) => deduction.amountFen),
    injuryClass: 2,
  });
}

/** Share of the fee and of the tax on top of it that falls to each worker, in fen, from the contracts. */
const sharesByHand: Readonly<Record<string, readonly [fee: number, vat: number]>> = {
  W01: [0, 0],
  W02: [0, 0],
  W03: [0, 0],
  W04: [0, 0],
  // 60.00 a head.
  W05: [6000, 0],
  W06: [6000, 0],
  // Two at 80.00 and one at 50.00 are 210.00; 5 % of it on top is 10.50; both are shared evenly.
  W07: [7000, 350],
  W08: [7000, 350],
  W09: [7000, 350],
  // 1.5 % of 7,317.89 is 109.77, shared as 4,567.89 to 2,750.00: 68.52 (68.519…) and 41.25 (41.250…).
  W10: [6852, 0],
  W11: [4125, 0],
  // 100.00 by three; the rest of a fen goes to the first. Tax on it is not established.
  W12: [3334, 0],
  W13: [3333, 0],
  W14: [3333, 0],
  // The quote of 500.00 for two.
  W15: [25_000, 0],
  W16: [25_000, 0],
  W17: [7000, 0],
};

describe("settleUnit on a month with everything", () => {
  const statement = statementOf(manyKinds);
  const hands = manyLines.map((line) => ({ line, hand: byHand(line), shares: sharesByHand[line.workerId] }));
  const total = (amountOf: (entry: (typeof hands)[number]) => number, of = hands): number =>
    sum(of.map(amountOf));
  const unitCost = ({ hand, shares }: (typeof hands)[number]): number =>
    hand.gross + hand.employer + sum(shares ?? []);
  const hosted = hands.filter(({ line }) => line.payee.kind === "worker");
  const insuranceOf = ({ hand }: (typeof hands)[number]): number =>
    sum(Object.values(hand.insurance).map(([theirs, own]) => (theirs ?? 0) + (own ?? 0)));

  it.each(hands.map((entry) => [entry.line.workerId, entry] as const))("settles %s", (workerId, entry) => {
    const { hand, shares } = entry;
    const line = statement.lines.find((candidate) => candidate.workerId === workerId);
    expect(line).toMatchObject({
      grossFen: hand.gross,
      specialDeductionsFen: hand.special,
      netFen: hand.net,
      employerContributionsFen: hand.employer,
      withholding: { taxFen: hand.tax },
      agencyFeeFen: shares?.[0],
      vatFen: shares?.[1],
      unitCostFen: unitCost(entry),
    });
  });

  it.each([
    ["W01", "instructed"],
    ["W02", "held"],
    ["W03", "carried"],
    ["W04", "instructed"],
    ["W05", "by-agency"],
    ["W17", "by-agency"],
  ])("pays %s: %s", (workerId, kind) => {
    const line = statement.lines.find((candidate) => candidate.workerId === workerId);
    const net = hands.find((entry) => entry.line.workerId === workerId)?.hand.net ?? 0;
    expect(line?.payment).toEqual({ kind, amountFen: Math.abs(net) });
    expect(net < 0).toBe(kind === "carried");
  });

  it("adds the lines up", () => {
    expect(statement.totals).toEqual({
      workers: 17,
      grossFen: total(({ hand }) => hand.gross),
      specialDeductionsFen: total(({ hand }) => hand.special),
      taxFen: total(({ hand }) => hand.tax),
      otherDeductionsFen: 31_234,
      netFen: total(({ hand }) => hand.net),
      employerContributionsFen: total(({ hand }) => hand.employer),
      agencyFeeFen: total(({ shares }) => shares?.[0] ?? 0),
      vatFen: 1050,
      unitCostFen: total(unitCost),
    });
  });

  it("reckons each contract's fee once", () => {
    const fees = statement.fees.map((fee) => [fee.contractId, fee.heads, fee.feeFen, fee.vatOnTopFen]);
    expect(fees).toEqual([
      ["C-1-head", 2, 12_000, 0],
      ["C-2-tiered", 3, 21_000, 1050],
      ["C-3-rate", 2, 10_977, 0],
      ["C-4-fixed", 3, 10_000, null],
      ["C-5-quote", 2, 50_000, 0],
      ["C-7-new", 1, 7000, 0],
    ]);
  });

  it("pays workers, agencies and authorities what is theirs", () => {
    const net = (workerId: string): number =>
      hands.find(({ line }) => line.workerId === workerId)?.hand.net ?? 0;
    const toAgency = (agencyId: string): number =>
      total(
        unitCost,
        hands.filter(({ line }) => line.payee.kind === "agency" && line.payee.agencyId === agencyId),
      );
    expect(statement.disbursements).toEqual([
      { payee: { kind: "workers" }, workers: 2, amountFen: net("W01") + net("W04") },
      { payee: { kind: "agency", agencyId: "general" }, workers: 9, amountFen: toAgency("general") },
      { payee: { kind: "agency", agencyId: "small" }, workers: 4, amountFen: toAgency("small") },
      {
        payee: { kind: "social-insurance", employerId: "U1" },
        workers: 4,
        amountFen: total(insuranceOf, hosted),
      },
      {
        payee: { kind: "housing-fund", employerId: "U1" },
        workers: 4,
        amountFen: total(({ hand }) => hand.fundEachSide * 2, hosted),
      },
      { payee: { kind: "unit", unitId: "U1" }, workers: 1, amountFen: 31_234 },
    ]);
    expect(statement.held).toEqual([{ workerId: "W02", reason: "account", amountFen: net("W02") }]);
  });

  it("charges the cost of the lines and an advance for W03, and carries the balance on", () => {
    const advance = -(hands.find(({ line }) => line.workerId === "W03")?.hand.net ?? 0);
    const chargedFen = total(unitCost) + advance;
    expect(advance).toBeGreaterThan(0);
    expect(statement.funding).toEqual({
      previousBalanceFen: -1550,
      chargedFen,
      receivedFen: 5_000_000,
      stillDueFen: chargedFen - 1550 - 5_000_000,
    });
  });

  it("leaves the insurance of hosted workers to the unit where that is the setting", () => {
    const forUnit = statementOf({ ...manyKinds, settings: { case1Insurance: "unit", floatDaysMax: 3 } });
    const insurance = total(insuranceOf, hosted);
    expect(insurance).toBeGreaterThan(0);
    expect(forUnit.funding.chargedFen).toBe(statement.funding.chargedFen - insurance);
    expect(forUnit.disbursements.map(({ payee }) => payee.kind)).not.toContain("social-insurance");
    expect(termOf(forUnit, "conservation")).toEqual(["holds", []]);
  });

  it("says what has to be looked at", () => {
    const codes = statement.remarks.map((remark) => remark.code);
    expect(new Set(codes)).toEqual(
      new Set([
        "base-bounds-provisional",
        "contribution-rate-unknown",
        "housing-fund-bounds-unknown",
        "fact-not-confirmed",
        "fee-above-original-cost",
        "fee-tier-basis-assumed",
        "fee-vat-balance-assumed",
        "fee-vat-unknown",
        "invoice-rule-unknown",
        "negative-net",
        "payout-held",
      ]),
    );
    const about = statement.remarks.filter((remark) => remark.subject?.workerId !== undefined);
    expect(about.map(({ code, subject }) => [code, subject?.workerId])).toEqual([
      ["payout-held", "W02"],
      ["negative-net", "W03"],
    ]);
  });

  it("says of which contract the fee is above the original cost", () => {
    const remark = statement.remarks.find(({ code }) => code === "fee-above-original-cost");
    expect(remark?.subject).toEqual({ unitId: "U1", contractId: "C-7-new", agencyId: "small" });
  });

  it("names every fact that it rests on and that is not confirmed, each once", () => {
    const doubtful = statement.input.facts.flatMap((pack) =>
      Object.entries(pack.facts).flatMap(([id, versions]) =>
        versions.filter((version) => version.confidence !== "confirmed").map(() => id),
      ),
    );
    const told = statement.remarks.filter((remark) => remark.code === "fact-not-confirmed");
    expect(told).toHaveLength(doubtful.length);
    for (const id of doubtful)
      expect(told.some((remark) => remark.message.en.includes(`${id} is`))).toBe(true);
    expect(doubtful).toContain("cn.vat.dispatch.general.balance");
    expect(doubtful).toContain("cn.iit.sixty-thousand.ceiling");
  });

  it("breaks the guarantee by the dearer successor alone", () => {
    expect(statement.guarantee.holds).toBe(false);
    const outcomes = statement.guarantee.terms.map((term) => [term.id, term.outcome, term.breaches]);
    expect(outcomes).toEqual([
      ["component-equality", "holds", []],
      ["attribution", "holds", []],
      ["conservation", "holds", []],
      ["rounding", "holds", []],
      ["cap", "broken", ["C-7-new"]],
      ["nothing-from-worker", "holds", []],
      ["float", "not-tested", []],
      ["invoice-chain", "holds", []],
    ]);
  });

  it("puts the change down to the month's facts and to the moves that the units chose", () => {
    const { parts, before, after, beforeFen, afterFen, workersWithoutBaseline } = statement.costChange;
    expect(workersWithoutBaseline).toBe(1);
    expect(afterFen).toBe(total(unitCost));
    const baseline = byHand(lineOf("any"));
    // Sixteen workers at 4,000 before; fees of their old contracts: two heads, tiers, rate, fixed, one head.
    const oldFees = 12_000 + 21_000 + 12_000 + 10_000 + 6000;
    expect(beforeFen).toBe(16 * (baseline.gross + baseline.employer) + oldFees + 1050);
    expect(before["agency-fee"]).toBe(oldFees);
    expect(after["agency-fee"]).toBe(total(({ shares }) => shares?.[0] ?? 0));
    // W15 and W16 at the quote, W17 from 60.00 to 70.00.
    expect(parts.migration).toEqual({ "agency-fee": 51_000 });
    expect(parts.law).toEqual({});
  });
});

describe("settleUnit on facts of several packs", () => {
  it("reckons again what it reckoned, whichever pack a fact came from", () => {
    const medical = (employer: number, from: string, announced: string): FactPack["facts"] => ({
      "cn.3604.medical.rate": [
        {
          value: { employer: ratePpm(employer), employee: ratePpm(20_000) },
          effectiveFrom: plainDate(from),
          effectiveTo: null,
          announcedOn: plainDate(announced),
          source: "a notice",
          confidence: "confirmed",
        },
      ],
    });
    // The city's notice of February holds for all years; the deployment's own rate of 2024 hides it.
    const city: FactPack = { id: "city", version: "1", facts: medical(70_000, "2019-01-01", "2024-02-01") };
    const ours: FactPack = { id: "ours", version: "1", facts: medical(60_000, "2024-01-01", "2023-12-01") };
    const baselineLaw = { on: plainDate("2023-12-31"), knownOn: plainDate("2024-03-31") };
    const month = monthOf([lineOf("W1")], [], { baselineLaw });
    const statement = statementOf(month, createFacts([...jiujiangPacks, city, ours]));
    expect(statement.lines[0]?.insurance.medical.employerFen).toBe(24_000);
    expect(statement.costChange.parts.law).toEqual({ "employer:medical": -4000 });
    const again = buildStatement(statement.input);
    expect(again.ok && canonicalJson(again.value)).toBe(canonicalJson(statement));
  });
});

/** A month of random workers of every kind, in random order. */
const anyLines: fc.Arbitrary<readonly LineInput[]> = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...manyLines),
      basic: fc.nat(3_000_000),
      wage: fc.nat(3_000_000),
      fund: fc.integer({ min: 0, max: 12 }),
      deducted: fc.nat(100_000),
      hasAccount: fc.boolean(),
    }),
    { maxLength: 12 },
  )
  .map((drafts) =>
    drafts.map(({ kind, basic, wage, fund, deducted, hasAccount }, index) => ({
      ...kind,
      workerId: `R${String(index).padStart(2, "0")}`,
      pay: [{ kind: "basic" as const, amountFen: fen(basic) }],
      contributionWageFen: fen(wage),
      housingFundRate: ratePpm(fund * 10_000),
      otherDeductions: deducted % 2 === 0 ? [] : [{ kind: "agreed" as const, amountFen: fen(deducted) }],
      hasAccount,
    })),
  );
const anySetting = fc.constantFrom("forward", "unit");

describe("settleUnit on any month", () => {
  const monthWith = (lines: readonly LineInput[], case1Insurance: "forward" | "unit"): UnitMonth =>
    monthOf(lines, Object.values(contracts), { settings: { case1Insurance, floatDaysMax: 3 } });

  it("passes on or holds every fen that it charges", () => {
    fc.assert(
      fc.property(anyLines, anySetting, (lines, setting) => {
        const { disbursements, held, funding, guarantee } = statementOf(monthWith(lines, setting));
        const out = sum(disbursements.map(({ amountFen }) => amountFen));
        expect(out + sum(held.map(({ amountFen }) => amountFen))).toBe(funding.chargedFen);
        expect(disbursements.every(({ amountFen }) => amountFen > 0)).toBe(true);
        expect(guarantee.terms.find(({ id }) => id === "conservation")?.outcome).toBe("holds");
      }),
      { numRuns: 300 },
    );
  });

  it("keeps the cost of hosted and transferred workers as it was, component by component", () => {
    fc.assert(
      fc.property(anyLines, anySetting, (lines, setting) => {
        const statement = statementOf(monthWith(lines, setting));
        for (const id of ["component-equality", "attribution", "rounding", "nothing-from-worker"]) {
          expect(termOf(statement, id)).toEqual(["holds", []]);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("shares every fee out to the fen", () => {
    fc.assert(
      fc.property(anyLines, anySetting, (lines, setting) => {
        const { fees, totals } = statementOf(monthWith(lines, setting));
        expect(sum(fees.map((fee) => fee.feeFen))).toBe(totals.agencyFeeFen);
        expect(sum(fees.map((fee) => fee.vatOnTopFen ?? 0))).toBe(totals.vatFen);
      }),
      { numRuns: 200 },
    );
  });

  it("writes the same bytes for the same month in any order, and again from its own input", () => {
    const anyOrder = fc.shuffledSubarray([...manyLines], { minLength: manyLines.length });
    const anyContracts = fc.shuffledSubarray(Object.values(contracts), { minLength: 7 });
    const text = canonicalJson(statementOf(manyKinds));
    fc.assert(
      fc.property(anyOrder, anyContracts, (workers, ordered) => {
        const agencies = manyKinds.agencies.toReversed();
        const statement = statementOf({ ...manyKinds, workers, agencies, contracts: ordered });
        expect(canonicalJson(statement)).toBe(text);
        const again = buildStatement(statement.input);
        expect(again.ok && canonicalJson(again.value)).toBe(text);
      }),
      { numRuns: 20 },
    );
  });

  it("settles a unit without workers to nothing", () => {
    const statement = statementOf(monthOf([]));
    expect(statement.totals.unitCostFen).toBe(0);
    expect([statement.disbursements, statement.held, statement.lines]).toEqual([[], [], []]);
    expect(statement.guarantee.holds).toBe(true);
  });
});
