import { duplicateIssues, fen, payoutReference, period, plainDate, ratePpm } from "@tongchou/core";
import { describe, expect, it } from "vitest";
import { aWorker } from "../__fixtures__/planned-town.js";
import { facts, lineOf, monthOf, statementOf, yuan } from "../__fixtures__/unit-month.js";
import {
  agentOf,
  asIssued,
  codesOf,
  entryOf,
  historyOf,
  monthOfYear,
  oneChild,
  payOnly,
  replayed,
  wholeYear,
} from "../__fixtures__/worker-year.js";
import { backPayOf, payByServiceMonth } from "../pay/back-pay.js";
import { partialMonthPay } from "../pay/partial-month.js";
import { firstPaidIn } from "../pay/pay-cut-off.js";
import { repayDebts } from "../pay/deductions/repay-debts.js";
import { takeDeductions } from "../pay/deductions/take-deductions.js";
import { correctionOf } from "./replay/correction.js";
import { lateFee } from "./late-fee.js";
import { replayYear } from "./replay/replay-year.js";

/*
 * The cases that hit real payrolls, each once. What belongs to another place is tested there:
 *
 * - a batch of which the bank carries out a part, a returned payment, a closed account, a name that does not
 *   match its card: packages/bank (reconcile.test.ts, pitfalls.test.ts);
 * - the end of the subsidy for a public-welfare post: populations/public-welfare/welfare-term.test.ts.
 */

const march = period("2024-03");
const april = period("2024-04");
const undecided = { division: "360403" };

describe("joiners and leavers", () => {
  it("a joiner in mid-month is paid by a named convention, and insured for the whole month", () => {
    const joined = { month: march, monthWageFen: yuan(4350), employed: [{ from: plainDate("2024-03-18") }] };
    // 10 of 21.75 paid days at 200, or 14 of 31 days at 140.32….
    const byPaidDays = partialMonthPay({ ...joined, convention: "paid-days" }, facts);
    const byCalendar = partialMonthPay({ ...joined, convention: "calendar-days" }, facts);
    expect(byPaidDays.ok && byPaidDays.value).toMatchObject({ convention: "paid-days", payFen: yuan(2000) });
    expect(byCalendar.ok && byCalendar.value).toMatchObject({
      convention: "calendar-days",
      payFen: yuan(1964.52),
    });
    const agents = [agentOf("U1", { employed: joined.employed })];
    const contributions = [{ wageFen: yuan(4350), housingFundRate: ratePpm(0) }];
    const [month] = replayed(historyOf([payOnly(march, 2000, { contributions })], { agents })).months;
    // 8 + 2 + 0.5 % of 4,350, whatever was worked: 348 + 87 + 21.75.
    expect(month?.specialDeductionsFen).toBe(yuan(456.75));
    expect(month?.netFen).toBe(yuan(2000 - 456.75));
  });

  it("a joiner after the cut-off is paid next month: two months of pay, insurance and deduction in one tax month", () => {
    const joinedOn = plainDate("2024-03-27");
    expect(firstPaidIn(joinedOn, 25)).toBe(april);
    const insured = { wageFen: yuan(6000), housingFundRate: ratePpm(0) };
    const entry = payOnly(april, 0, {
      pay: [{ amountFen: yuan(827.59), serviceMonth: march }, { amountFen: yuan(12_000) }],
      contributions: [{ ...insured, serviceMonth: march }, insured],
    });
    const [month] = replayed(
      historyOf([entry], { agents: [agentOf("U1", { employed: [{ from: joinedOn }] })] }),
    ).months;
    // Twice 10.5 % of 6,000; 12,827.59 − 1,260 − 2 × 5,000 = 1,567.59 × 3 % = 47.0277.
    expect(month).toMatchObject({ monthsAtAgent: 2, specialDeductionsFen: yuan(1260) });
    expect(month?.withholding).toMatchObject({ taxableFen: yuan(1567.59), taxFen: yuan(47.03) });
  });

  it("a leaver whose insurance of the month is still paid in has no pay: the part is owed, nothing is paid", () => {
    const agents = [agentOf("U1", { employed: [{ to: plainDate("2024-03-01") }] })];
    const contributions = [{ wageFen: yuan(4000), housingFundRate: ratePpm(0) }];
    const [month] = replayed(historyOf([payOnly(march, 0, { pay: [], contributions })], { agents })).months;
    expect(month?.netFen).toBe(yuan(-420));
    const pay = { month: march, grossFen: fen(0), overtimeFen: fen(0), netFen: month?.netFen ?? fen(0) };
    const { months, open } = repayDebts([pay], [], undecided, facts);
    expect(months[0]?.payableFen).toBe(0);
    expect(open).toEqual([{ id: "net-2024-03", kind: "carried-net", leftFen: yuan(420) }]);
  });

  it("a leaver paid after leaving has no more deduction months than those of the employment", () => {
    const agents = [agentOf("U1", { employed: [{ to: plainDate("2024-02-29") }] })];
    const months = [1, 2, 3].map((month) => payOnly(monthOfYear(2024, month), 6000));
    // (18,000 − 2 × 5,000) × 3 % = 240, of which 60 were withheld.
    expect(
      replayed(historyOf(months, { agents })).months.map(({ withholding }) => withholding.taxFen),
    ).toEqual([yuan(30), yuan(30), yuan(180)]);
  });

  it("a rehire in the same year at the same agent goes on with its cumulation, without the months of the gap", () => {
    const employed = [{ to: plainDate("2024-03-31") }, { from: plainDate("2024-07-15") }];
    const months = [1, 2, 3, 7, 8].map((month) => payOnly(monthOfYear(2024, month), 8000));
    const year = replayed(historyOf(months, { agents: [agentOf("U1", { employed })] }));
    expect(year.months.map(({ monthsAtAgent }) => monthsAtAgent)).toEqual([1, 2, 3, 4, 5]);
    expect(year.months.map(({ withholding }) => withholding.taxFen / 100)).toEqual([90, 90, 90, 90, 90]);
  });
});

describe("months without enough pay", () => {
  it("a month without pay and with insurance due is carried and repaid, and no payment is ever negative", () => {
    const months = [entryOf(march, 4000, { pay: [] }), entryOf(april, 4000)];
    const nets = replayed(historyOf(months)).months.map(({ month, grossFen, netFen }) => ({
      month,
      grossFen,
      overtimeFen: fen(0),
      netFen,
    }));
    expect(nets.map(({ netFen }) => netFen)).toEqual([yuan(-420), yuan(3580)]);
    const repaid = repayDebts(nets, [], undecided, facts);
    expect(repaid.months.map(({ payableFen }) => payableFen)).toEqual([0, yuan(3160)]);
    expect(repaid.open).toEqual([]);
    const statement = statementOf(monthOf([lineOf("W1", { pay: [] }), lineOf("W2")]));
    expect(statement.lines[0]?.payment.kind).toBe("carried");
    expect(statement.disbursements.every(({ amountFen }) => amountFen >= 0)).toBe(true);
  });

  it("a wage near the minimum bears no damage beyond a fifth of it, and none below the minimum", () => {
    const damage = { id: "D1", kind: "damage", since: plainDate("2024-02-01"), dueFen: yuan(1000) } as const;
    const place = { division: "360403", on: plainDate("2024-03-31") };
    const takenFrom = (gross: number): number | undefined => {
      const pay = { grossFen: yuan(gross), overtimeFen: fen(0), netFen: yuan(gross - 300) };
      return takeDeductions(pay, [damage], place, facts).taken[0]?.takenFen;
    };
    expect([takenFrom(4000), takenFrom(2000), takenFrom(1730)]).toEqual([yuan(800), yuan(270), 0]);
  });

  it("a garnished wage leaves what the court leaves; without that amount somebody has to decide", () => {
    const order = {
      id: "O1",
      kind: "court-order",
      since: plainDate("2024-02-01"),
      dueFen: yuan(3000),
    } as const;
    const pay = { grossFen: yuan(5000), overtimeFen: fen(0), netFen: yuan(4475) };
    const place = { division: "360403", on: plainDate("2024-03-31") };
    const stated = takeDeductions(pay, [{ ...order, keepFen: yuan(2500) }], place, facts);
    expect([stated.taken[0]?.takenFen, stated.payableFen]).toEqual([yuan(1975), yuan(2500)]);
    const open = takeDeductions(pay, [order], place, facts);
    expect(open.payableFen).toBe(yuan(4475));
    expect(open.issues.map(({ severity }) => severity)).toEqual(["needs-decision"]);
  });
});

describe("pay of other months", () => {
  it("a raise over the turn of the year is taxed in the month paid and counted in the months served", () => {
    const months = ["2023-11", "2023-12", "2024-01"].map((month) => ({
      serviceMonth: period(month),
      paidFen: yuan(6000),
      dueFen: yuan(6500),
    }));
    const backPay = backPayOf(months, period("2024-02"));
    expect(backPay).toMatchObject({
      taxMonth: "2024-02",
      amountFen: yuan(1500),
      earlierYearsFen: yuan(1000),
    });
    const february = payOnly(period("2024-02"), 6500, {
      pay: [{ amountFen: yuan(6500) }, ...backPay.items],
    });
    const year = replayed(historyOf([payOnly(period("2024-01"), 6000), february]));
    // (6,000 − 5,000) × 3 %; (6,000 + 6,500 + 1,500 − 10,000) × 3 % less 30: nothing goes back into 2023.
    expect(year.months.map(({ withholding }) => withholding.taxFen)).toEqual([yuan(30), yuan(90)]);
    const served = payByServiceMonth([
      { paidIn: period("2023-12"), amountFen: yuan(6000) },
      ...backPay.items.map((item) => ({ ...item, paidIn: backPay.taxMonth })),
    ]);
    expect(served.get(period("2023-12"))).toBe(yuan(6500));
  });

  it("bases announced in August for January are made up; the part of whoever has left needs a decision", () => {
    const employed = [{ to: plainDate("2023-05-31") }];
    const months = wholeYear(2023, (month) => entryOf(month, 3000)).slice(0, 5);
    const issued = asIssued(historyOf(months, { agents: [agentOf("U1", { employed })] }));
    const result = replayYear(issued, facts, { knownOn: plainDate("2023-08-31") });
    // From 3,443 to 3,659: 216 × 8 and 2 %, each of five months, and 216 × 0.5 % in May: 17.22 to 18.30.
    const correction = result.ok && correctionOf(result.value, { agentId: "U1", month: period("2023-09") });
    expect(correction).toMatchObject({ employeeFen: yuan(5 * 21.6 + 1.08), payFen: 0 });
    const decision = result.issues.find(({ code }) => code === "leaver-contribution-difference");
    expect(decision?.severity).toBe("needs-decision");
    expect(decision?.message.en).toContain("109.08 yuan");
  });

  it("a late fee is the employer's, and there is none for what a late notice brings", () => {
    const difference = { amountFen: yuan(109.08), paidOn: plainDate("2023-09-25") };
    const noticed = lateFee({ ...difference, dueOn: plainDate("2023-09-25") }, facts);
    expect(noticed.ok && noticed.value.feeFen).toBe(0);
    const late = lateFee({ ...difference, dueOn: plainDate("2023-08-25") }, facts);
    // 109.08 × 0.05 % × 31 = 1.690…
    expect(late.ok && late.value).toEqual({ days: 31, feeFen: yuan(1.69), bearer: "employer" });
  });

  it("a deduction raised in August for January shows in every month that was already paid", () => {
    const months = wholeYear(2023, (month) => payOnly(month, 8000, { additional: [oneChild] })).slice(0, 7);
    const { differences } = replayed(asIssued(historyOf(months)), "2023-08-28");
    // (8,000 − 5,000 − 1,000) × 3 % = 60 was withheld, (8,000 − 5,000 − 2,000) × 3 % = 30 is due.
    const taxes = differences.filter(({ item }) => item === "tax");
    expect(taxes.map(({ month, issuedFen, replayedFen }) => [month, issuedFen, replayedFen])).toEqual(
      months.map(({ month }) => [month, yuan(60), yuan(30)]),
    );
    expect(replayed(asIssued(historyOf(months)), "2023-08-27").differences).toEqual([]);
  });
});

describe("people at several places", () => {
  it("a worker with two employers has two deductions, one insurance but for work injury, and is told", () => {
    const employed = [{ from: plainDate("2024-03-01") }];
    const agents = [agentOf("U1", { employed }), agentOf("U2", { employed })];
    const second = {
      agentId: "U2",
      employerId: "U2",
      unitId: "U2",
      additional: [oneChild],
      contributions: [],
    };
    const months = [entryOf(march, 8000, { additional: [oneChild] }), entryOf(march, 6000, second)];
    const history = historyOf(months, { agents });
    expect(codesOf(history)).toEqual(
      expect.arrayContaining(["basic-deduction-twice", "additional-deduction-twice", "work-injury-missing"]),
    );
    // Each agent deducts 5,000: 8,000 − 840 − 5,000 − 2,000, and 6,000 − 5,000 − 2,000.
    const taxable = replayed(history).months.map(({ withholding }) => withholding.taxableFen);
    expect(taxable).toEqual([yuan(160), yuan(-1000)]);
  });

  it("an agency that is switched in mid-month makes two agents of one month, each with its own cumulation", () => {
    const agents = [
      agentOf("A1", { employed: [{ to: plainDate("2024-03-15") }] }),
      agentOf("A2", { employed: [{ from: plainDate("2024-03-16") }] }),
    ];
    const at = (agentId: string): { agentId: string; employerId: string } => ({
      agentId,
      employerId: agentId,
    });
    const months = [
      payOnly(period("2024-02"), 8000, at("A1")),
      payOnly(march, 4000, at("A1")),
      payOnly(march, 4000, at("A2")),
      payOnly(april, 8000, at("A2")),
    ];
    const history = historyOf(months, { agents });
    expect(codesOf(history)).toEqual(["basic-deduction-twice"]);
    // A1: employed January to March, so nothing is taxed; A2: (12,000 − 2 × 5,000) × 3 % = 60 in April.
    expect(replayed(history).months.map(({ withholding }) => withholding.taxFen)).toEqual([
      0,
      0,
      0,
      yuan(60),
    ]);
  });

  it("the same person on the rosters of two units is found by the identity number", () => {
    const first = aWorker("W1");
    const second = aWorker("W2", { unitId: "U2", documentNumber: first.documentNumber });
    expect(duplicateIssues([first, second]).issues.map(({ code }) => code)).toEqual([
      "duplicate-worker",
      "duplicate-worker",
    ]);
  });

  it("a payment in two batches, before or after midnight, is one obligation; a reissue is its next attempt", () => {
    const obligation = { statementId: "S-2024-03-U1", payeeId: "W1", purpose: "wage" as const };
    const reference = payoutReference({ ...obligation, attempt: 1 });
    expect(payoutReference({ ...obligation, attempt: 1 })).toBe(reference);
    expect(payoutReference({ ...obligation, attempt: 2 })).not.toBe(reference);
    // The tax month is that of the statement: a payment that comes back does not lead to another one.
    const held = statementOf(monthOf([lineOf("W1", { hasAccount: false })]));
    const paid = statementOf(monthOf([lineOf("W1")]));
    expect(held.lines[0]?.payment.kind).toBe("held");
    expect(held.lines[0]?.withholding).toEqual(paid.lines[0]?.withholding);
  });
});

describe("people who are insured otherwise", () => {
  it("a maternity allowance that the fund pays through the employer is not taxed", () => {
    const leave = payOnly(march, 0, {
      pay: [{ amountFen: yuan(9000), isExempt: true }, { amountFen: yuan(6000) }],
    });
    const agents = [agentOf("U1", { employed: [{ from: plainDate("2024-03-01") }] })];
    const [month] = replayed(historyOf([leave], { agents })).months;
    // 15,000 − 9,000 − 5,000 = 1,000 × 3 %
    expect(month?.withholding).toMatchObject({ taxableFen: yuan(1000), taxFen: yuan(30) });
    expect(month?.netFen).toBe(yuan(14_970));
  });

  it("a maternity allowance that the fund pays to the worker leaves a month without pay and with insurance due", () => {
    const [month] = replayed(historyOf([entryOf(march, 5000, { pay: [] })])).months;
    expect(month?.netFen).toBe(yuan(-525));
  });

  it("somebody past retirement age is insured against work injury alone, and pays nothing for it", () => {
    const contributions = [
      { wageFen: yuan(4000), housingFundRate: ratePpm(0), scope: "work-injury" as const },
    ];
    const entry = payOnly(march, 4000, { contributions });
    const [month] = replayed(historyOf([entry], { workInjuryClasses: { U1: 2 } })).months;
    // 0.4 % of 4,000.
    expect(month).toMatchObject({
      specialDeductionsFen: 0,
      employerContributionsFen: yuan(16),
      netFen: yuan(4000),
    });
  });
});
