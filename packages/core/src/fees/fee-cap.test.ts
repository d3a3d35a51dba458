import { describe, expect, it } from "vitest";
import { plainDate } from "../calendar/plain-date.js";
import { fen } from "../money/fen.js";
import { checkFeeCap } from "./fee-cap.js";

const waiver = {
  documentId: "示专班审〔2024〕9号",
  approvedBy: "专班",
  approvedOn: plainDate("2024-02-20"),
  reason: "新增驻场服务",
};

describe("checkFeeCap", () => {
  it.each([
    // fee before, fee after, whole cost before, whole cost after, within
    [6_000, 6_000, 500_000, 500_000, true],
    [6_000, 5_999, 500_000, 499_999, true],
    [6_000, 6_001, 500_000, 500_000, false], // the fee rises, offset elsewhere
    [6_000, 5_000, 500_000, 500_001, false], // the fee falls, the whole rises
    [6_000, 6_001, 500_000, 500_001, false],
  ])("holds a fee of %i → %i and a whole of %i → %i within the cap: %s", (...row) => {
    const [original, found, originalTotal, total, isWithin] = row;
    const issues = checkFeeCap(
      {
        heads: 3,
        originalFeeFen: fen(original),
        newFeeFen: fen(found),
        originalTotalFen: fen(originalTotal),
        newTotalFen: fen(total),
      },
      { unitId: "U01", contractId: "C2" },
    );
    expect(issues.map((issue) => issue.code)).toEqual(isWithin ? [] : ["fee-above-original-cost"]);
  });

  const above = {
    heads: 2,
    originalFeeFen: fen(12_000),
    newFeeFen: fen(14_000),
    originalTotalFen: fen(1_012_000),
    newTotalFen: fen(1_014_000),
  };

  it("is an error without an approved exception, and a warning with one", () => {
    const subject = { contractId: "C2" };
    expect(checkFeeCap(above, subject)).toMatchObject([{ severity: "error", clause: "P2-3.2.2b", subject }]);
    expect(checkFeeCap({ ...above, waiver }, subject)).toMatchObject([{ severity: "warning", subject }]);
  });

  it("says heads, both fees and both totals", () => {
    const [issue] = checkFeeCap(above, {});
    for (const figure of ["2", "120.00", "140.00", "10120.00", "10140.00"]) {
      expect(issue?.message.zh).toContain(figure);
      expect(issue?.message.en).toContain(figure);
    }
  });
});
