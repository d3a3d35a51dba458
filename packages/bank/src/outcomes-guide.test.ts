import { readFileSync } from "node:fs";
import { fen } from "@tongchou/core";
import { describe, expect, it } from "vitest";
import { nextOutcome } from "./outcome.js";
import { reconcile } from "./reconcile.js";
import { repay } from "./repayment.js";

const guide = readFileSync(new URL("../../../docs/bank/outcomes.md", import.meta.url), "utf8");

describe("the guide to outcomes", () => {
  it("claims what its example comes to", () => {
    const payee = { payeeName: "张三", payeeAccount: "6299990000000000005" };
    const payment = { ...payee, reference: "R1", amountFen: fen(500), purpose: "wage" } as const;
    const results = (["paid", "returned"] as const).map((status) => ({
      file: `${status}.txt`,
      outcomes: [{ row: 1, reference: "R1", amountFen: fen(500), statusText: "", status }],
    }));
    const kind = reconcile([{ batchNumber: "B1-01", payments: [payment] }], results).rows[0]?.kind;
    const again = { payment, standing: "returned", usedReferences: new Set(["R1"]) } as const;
    const claims = [
      nextOutcome("unknown", { status: "paid", source: "query" }).status,
      kind,
      repay({ ...again, reference: "R1" }).ok,
      repay({ ...again, reference: "R1-2" }).ok,
    ];
    const written = Array.from(guide.matchAll(/\/\/ => (.+)$/gm), ([, value = ""]): unknown =>
      JSON.parse(value),
    );
    expect(written).toEqual(claims);
  });
});
