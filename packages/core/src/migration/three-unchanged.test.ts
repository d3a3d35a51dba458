import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fen } from "../money/fen.js";
import { ratePpm } from "../money/rate.js";
import {
  compareConditions,
  threeUnchangedIssues,
  type UnchangedItem,
  type WorkConditions,
} from "./three-unchanged.js";

const before: WorkConditions = {
  workplace: "浔阳区",
  post: "护士",
  grossFen: fen(450_000),
  payItemsFen: { basic: fen(300_000), performance: fen(150_000) },
  contributionWageFen: fen(450_000),
  housingFundRate: ratePpm(120_000),
  annualLeaveDays: 5,
  welfareFen: fen(20_000),
};

function outcomes(after: WorkConditions): ReadonlyMap<UnchangedItem, string> {
  return new Map(compareConditions(before, after).map(({ item, outcome }) => [item, outcome]));
}

describe("compareConditions", () => {
  it("finds nothing changed when nothing changed", () => {
    expect(compareConditions(before, before).map(({ item, outcome }) => [item, outcome])).toEqual([
      ["workplace", "unchanged"],
      ["post", "unchanged"],
      ["grossFen", "unchanged"],
      ["contributionWageFen", "unchanged"],
      ["housingFundRate", "unchanged"],
      ["annualLeaveDays", "unchanged"],
      ["welfareFen", "unchanged"],
      ["pay:basic", "unchanged"],
      ["pay:performance", "unchanged"],
    ]);
  });

  it.each([
    ["workplace", { workplace: "濂溪区" }, "changed"],
    ["post", { post: "保安" }, "changed"],
    ["grossFen", { grossFen: fen(449_999) }, "lowered"],
    ["grossFen", { grossFen: fen(450_001) }, "raised"],
    ["contributionWageFen", { contributionWageFen: fen(350_000) }, "lowered"],
    ["housingFundRate", { housingFundRate: ratePpm(50_000) }, "lowered"],
    ["housingFundRate", { housingFundRate: ratePpm(0) }, "lowered"],
    ["annualLeaveDays", { annualLeaveDays: 10 }, "raised"],
    ["annualLeaveDays", { annualLeaveDays: 0 }, "lowered"],
    ["welfareFen", { welfareFen: fen(0) }, "lowered"],
    ["pay:basic", { payItemsFen: { basic: fen(299_999), performance: fen(150_001) } }, "lowered"],
    ["pay:performance", { payItemsFen: { basic: fen(450_000) } }, "lowered"],
    ["pay:allowance", { payItemsFen: { basic: fen(1), allowance: fen(1) } }, "raised"],
    ["workplace", { workplace: undefined }, "unknown"],
    ["grossFen", { grossFen: undefined }, "unknown"],
    ["housingFundRate", { housingFundRate: undefined }, "unknown"],
  ] as const)("finds %s after %j %s", (item, changes, outcome) => {
    expect(outcomes({ ...before, ...changes }).get(item)).toBe(outcome);
  });

  it("claims nothing about items of pay that one side does not name", () => {
    const after = { ...before, payItemsFen: undefined };
    expect([...outcomes(after).keys()].filter((item) => item.startsWith("pay:"))).toEqual([]);
  });

  it("lets no rise make up for a fall: each item is judged alone", () => {
    const amounts = fc.integer({ min: 0, max: 3 });
    fc.assert(
      fc.property(fc.array(fc.tuple(amounts, amounts), { minLength: 5, maxLength: 5 }), (pairs) => {
        const [gross, wage, rate, leave, welfare] = pairs;
        const of = (side: 0 | 1): WorkConditions => ({
          grossFen: fen(gross?.[side] ?? 0),
          contributionWageFen: fen(wage?.[side] ?? 0),
          housingFundRate: ratePpm(rate?.[side] ?? 0),
          annualLeaveDays: leave?.[side] ?? 0,
          welfareFen: fen(welfare?.[side] ?? 0),
        });
        const lowered = compareConditions(of(0), of(1)).filter((result) => result.outcome === "lowered");
        expect(lowered).toHaveLength(pairs.filter(([was, is]) => is < was).length);
        expect(threeUnchangedIssues(of(0), of(1), {})).toHaveLength(lowered.length);
      }),
    );
  });
});

describe("threeUnchangedIssues", () => {
  it("asks for a decision on every item that changed or fell, and on no other", () => {
    const after = { ...before, post: "保安", grossFen: fen(460_000), housingFundRate: ratePpm(50_000) };
    const place = { file: "pay.xlsx", row: 4 };
    const issues = threeUnchangedIssues(before, after, { workerId: "U01-1" }, { post: place });
    expect(issues).toMatchObject([
      { code: "three-unchanged-broken", severity: "needs-decision", clause: "P2-2.3", place },
      { code: "three-unchanged-broken", subject: { workerId: "U01-1" } },
    ]);
    expect(issues[1]?.place).toBeUndefined();
    expect(issues.map((issue) => issue.message.zh)).toEqual([
      "工作岗位由“护士”变为“保安”，与三不变不符，请说明或更正。",
      "公积金缴存比例由“0.12”变为“0.05”，与三不变不符，请说明或更正。",
    ]);
  });

  it("writes amounts in yuan and days as they are", () => {
    const after = { ...before, grossFen: fen(440_000), annualLeaveDays: 0 };
    expect(threeUnchangedIssues(before, after, {}).map((issue) => issue.message.en)).toEqual([
      'The gross pay goes from "4500.00" to "4400.00", against the three unchanged. Explain or correct it.',
      'The annual leave goes from "5" to "0", against the three unchanged. Explain or correct it.',
    ]);
  });

  it("says nothing about what is not on record", () => {
    expect(threeUnchangedIssues({}, before, {})).toEqual([]);
    expect(threeUnchangedIssues(before, {}, {})).toEqual([]);
  });
});
