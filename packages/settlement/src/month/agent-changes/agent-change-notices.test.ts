import { fen, period, plainDate, ratePpm, type Fen, type PayRecord, type Worker } from "@tongchou/core";
import { describe, expect, it } from "vitest";
import {
  aContract,
  agencies,
  aPayRecord,
  aUnit,
  aWorker,
  transferDate,
} from "../../__fixtures__/planned-town.js";
import { facts, yuan } from "../../__fixtures__/unit-month.js";
import type { MonthInput } from "../month-input.js";
import { planMonth } from "../plan-month.js";
import { agentChangeNotices, type AgentChangeNotices } from "./agent-change-notices.js";

const supplied = { mode: "dispatch", agencyName: "示例甲公司" } as const;

function noticesOf(
  worker: Partial<Worker>,
  pay: Partial<PayRecord> | undefined,
  changes: Partial<MonthInput> = {},
): AgentChangeNotices {
  const person = aWorker("1", worker);
  const { documentNumber } = person;
  const month: MonthInput = {
    period: period("2024-03"),
    transferDate,
    settings: { case1Insurance: "forward", floatDaysMax: 3 },
    units: [aUnit()],
    agencies,
    contracts: [aContract({ intention: "leave" })],
    rosters: [{ unitId: "U1", workers: [person] }],
    pay: pay === undefined ? [] : [aPayRecord({ documentNumber, additionalDeductionsFen: fen(0), ...pay })],
    approvals: [],
    ...changes,
  };
  return agentChangeNotices(planMonth(month, facts), month, facts);
}

/** A month's pay with contributions of 18.5 %: insurance 10.5 %, fund 8 %; the months before had the same. */
function payOf(gross: number, monthsBefore: number): Partial<PayRecord> {
  return {
    items: [{ kind: "basic", amountFen: yuan(gross) }],
    contributionWageFen: yuan(gross),
    housingFundRate: ratePpm(80_000),
    incomeBeforeFen: yuan(gross * monthsBefore),
    specialDeductionsBeforeFen: yuan(gross * 0.185 * monthsBefore),
  };
}

const inYuan = (amount: Fen | null): number | null => (amount === null ? null : amount / 100);

describe("agentChangeNotices", () => {
  // The table of the reading of the policy: month of the change, gross, tax withheld without and with it, the
  // largest gain of a month's net pay, what is to be paid at the settlement, and what of it is waived.
  it.each([
    [3, 6000, 0, 0, 0, 0, 0],
    [7, 8000, 547.2, 547.2, 0, 0, 0],
    [7, 10_000, 1260, 1134, 126, 126, 126],
    [3, 12_000, 3216, 2546.8, 334.6, 669.2, 0],
    [7, 12_000, 3216, 1720.8, 334.6, 1495.2, 0],
    [10, 12_000, 3216, 2212.2, 334.6, 1003.8, 0],
    [7, 15_000, 6150, 3630, 505.75, 2520, 0],
  ])(
    "tells in month %i of 2024 what %i yuan a month are withheld from",
    (number, gross, without, withChange, gain, toPay, waived) => {
      const month = period(`2024-${String(number).padStart(2, "0")}`);
      const { notices, issues } = noticesOf(supplied, payOf(gross, number - 1), { period: month });
      const [notice] = notices;
      expect(issues).toEqual([]);
      expect(notice).toMatchObject({ workerId: "1", unitId: "U1", presentAgentId: "A1", month });
      const { comparison } = notice ?? {};
      expect([
        inYuan(comparison?.withheldWithoutFen ?? null),
        inYuan(comparison?.withheldWithFen ?? null),
        inYuan(comparison?.largestGainFen ?? null),
        inYuan(comparison?.settlementWith.toPayFen ?? null),
        inYuan(comparison?.waivedFen ?? null),
      ]).toEqual([without, withChange, gain, toPay, waived]);
    },
  );

  it("recommends the month itself where nothing moves, else January", () => {
    const monthOf = (gross: number): string | undefined =>
      noticesOf(supplied, payOf(gross, 2)).notices[0]?.recommendedMonth;
    expect([monthOf(6000), monthOf(12_000)]).toEqual(["2024-03", "2025-01"]);
  });

  it("goes by the roster where there is no pay yet", () => {
    const roster = { ...supplied, grossFen: yuan(12_000), contributionWageFen: yuan(12_000) };
    const [notice] = noticesOf(roster, undefined).notices;
    expect(notice?.comparison.withheldWithFen).toBe(yuan(2546.8));
    expect(notice?.disclosure.zh).toContain("自 2024-03 起由新的扣缴单位代扣个人所得税");
  });

  it("does not take a bonus or back pay for the pay of every month", () => {
    const pay = payOf(12_000, 2);
    const once = [
      { kind: "bonus", amountFen: yuan(50_000) },
      { kind: "other", amountFen: yuan(900), serviceMonth: period("2023-12") },
    ] as const;
    const [notice] = noticesOf(supplied, { ...pay, items: [...(pay.items ?? []), ...once] }).notices;
    expect(notice?.comparison.withheldWithoutFen).toBe(yuan(3216));
  });

  it.each<readonly [string, readonly (readonly unknown[])[]]>([
    // The successor is signed on 10 March: as March begins there is none, and it pays from April on.
    ["2024-03", [["2024-03", undefined]]],
    ["2024-04", [["2024-04", "A2"]]],
    ["2024-05", []],
  ])("in %s tells of the month and the new agency %j, and nothing once that pays", (month, told) => {
    const successor = aContract({
      id: "C2",
      agencyId: "A2",
      replaces: "C1",
      signedOn: plainDate("2024-03-10"),
    });
    const contracts = [aContract({ intention: "leave" }), successor];
    const { notices } = noticesOf(supplied, payOf(12_000, 2), { period: period(month), contracts });
    expect(notices.map((notice) => [notice.month, notice.newAgentId])).toEqual(told);
  });

  it.each<readonly [string, Partial<Worker>, readonly string[]]>([
    ["self-funded direct hire, whom an agency will employ", { fundingSource: "own-funds" }, ["U1"]],
    ["direct hire who stays one", {}, []],
  ])("tells a %s", (_, worker, agents) => {
    const { notices } = noticesOf(worker, payOf(12_000, 2));
    expect(notices.map(({ presentAgentId }) => presentAgentId)).toEqual(agents);
  });

  it("says of whom nothing can be told", () => {
    const { notices, issues } = noticesOf({ ...supplied, grossFen: undefined }, undefined);
    expect([notices, issues.map(({ code, subject }) => [code, subject?.workerId])]).toEqual([
      [],
      [["agent-change-without-wages", "1"]],
    ]);
  });
});
