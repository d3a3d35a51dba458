import { fen } from "@tongchou/core";
import type { StatementCorrection } from "@tongchou/settlement";
import { describe, expect, it } from "vitest";
import { correctionSheet } from "./correction-sheet.js";

const correction: StatementCorrection = {
  inputs: [],
  facts: ["cn.36.si.base-bounds"],
  lines: [
    {
      workerId: "W1",
      change: "changed",
      inputs: ["/pay/0/amountFen"],
      items: [
        { item: "/grossFen", before: 400_000, after: 420_050, causes: [{ kind: "input" }] },
        { item: "/chargedCost/pay:basic", before: 400_000, after: 420_050, causes: [{ kind: "input" }] },
        { item: "/insurance/workInjury/employerFen", before: null, after: 1600, causes: [{ kind: "law" }] },
        { item: "/withholding/rate", before: 30_000, after: 100_000, causes: [{ kind: "input" }] },
      ],
    },
    {
      workerId: "W2",
      change: "removed",
      inputs: [""],
      items: [
        {
          item: "/netFen",
          before: 100,
          causes: [{ kind: "input" }, { kind: "fact", id: "cn.36.si.base-bounds" }],
        },
      ],
    },
  ],
  settlements: [],
  chargedBeforeFen: fen(0),
};

describe("correctionSheet", () => {
  it("has a row for each figure, amounts in yuan, with its causes and the data that changed", () => {
    expect(correctionSheet(correction, ["题"]).rows).toEqual([
      ["W1", "变动", "应发", "4000.00", "4200.50", "申报数据变动", "/pay/0/amountFen"],
      ["W1", "变动", "/chargedCost/pay:basic", "4000.00", "4200.50", "申报数据变动", "/pay/0/amountFen"],
      [
        "W1",
        "变动",
        "/insurance/workInjury/employerFen",
        "",
        "16.00",
        "适用法规日期变动",
        "/pay/0/amountFen",
      ],
      ["W1", "变动", "/withholding/rate", "30000", "100000", "申报数据变动", "/pay/0/amountFen"],
      ["W2", "移出", "实发", "1.00", "", "申报数据变动；参数 cn.36.si.base-bounds 变动", ""],
    ]);
  });
});
