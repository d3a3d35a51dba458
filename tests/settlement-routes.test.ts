import { createProfileAdapter, delimitedProfile, type PayoutBatch } from "@tongchou/bank";
import { fen, plainDate, type PayoutRecord } from "@tongchou/core";
import {
  instructOutside,
  outsidePayouts,
  type OutsideInstruction,
  type OutsidePayment,
  type OutsidePayout,
  type OutsidePayoutBatch,
} from "@tongchou/settlement";
import { describe, expect, expectTypeOf, it } from "vitest";

const instruction = instructOutside(
  {
    population: "migrant-worker",
    instructionId: "T-1",
    payingAccount: {
      kind: "project-wage-account",
      holderId: "G1",
      projectId: "PR1",
      account: { name: "某总承包公司某项目农民工工资专用账户", number: "100200300401" },
    },
    payees: [
      {
        workerId: "W1",
        workerName: "张三",
        ownAccount: { holderName: "张三", number: "6299990000000000004" },
        netFen: fen(517_000),
      },
    ],
  },
  { id: "PLATFORM", accountNumbers: ["100200300400"] },
);

describe("money that may not pass through the platform", () => {
  it("fits no payout batch", () => {
    expectTypeOf<OutsideInstruction<"migrant-worker">>().not.toExtend<PayoutBatch>();
    expectTypeOf<OutsideInstruction<"student-intern">>().not.toExtend<PayoutBatch>();
    expectTypeOf<OutsideInstruction<"work-relief">>().not.toExtend<PayoutBatch>();
    expectTypeOf<readonly OutsidePayment[]>().not.toExtend<PayoutBatch["payments"]>();
    expectTypeOf<OutsidePayoutBatch<"migrant-worker">>().not.toExtend<PayoutBatch>();
    expectTypeOf<OutsidePayout<"migrant-worker">>().not.toExtend<PayoutRecord>();
    expectTypeOf<OutsidePayout<"student-intern">>().not.toExtend<PayoutRecord>();
    expectTypeOf<OutsidePayout<"work-relief">>().not.toExtend<PayoutRecord>();
    type Disguised = Omit<PayoutRecord, "route"> & { readonly route: "project-account" };
    expectTypeOf<readonly Disguised[]>().not.toExtend<PayoutBatch["payments"]>();
  });

  it("goes out of the account that the law names, in the file of whoever holds it", () => {
    if (!instruction.ok) throw new Error("not made");
    const { payments, totalFen } = instruction.value;
    expect(outsidePayouts(instruction.value)).toEqual({
      population: "migrant-worker",
      route: "project-account",
      batchNumber: "T-1",
      payer: instruction.value.payingAccount,
      payouts: [
        {
          reference: payments[0]?.reference,
          payerName: "某总承包公司某项目农民工工资专用账户",
          payerAccount: "100200300401",
          payeeName: "张三",
          payeeAccount: "6299990000000000004",
          amountFen: 517_000,
          purpose: "wage",
          route: "project-account",
        },
      ],
      totalFen,
    });
  });

  it("is refused by the platform's adapters also as its payer's own payouts", async () => {
    if (!instruction.ok) throw new Error("not made");
    const { payouts } = outsidePayouts(instruction.value);
    const batch = {
      batchNumber: "B1",
      payer: { name: "九江市示例平台", number: "100200300400" },
      payDate: plainDate("2024-04-02"),
      payments: JSON.parse(JSON.stringify(payouts)) as PayoutRecord[],
    };
    const { files, refused } = await createProfileAdapter(delimitedProfile).encode(batch);
    expect(files).toEqual([]);
    expect(refused.flatMap(({ issues }) => issues.map(({ code }) => code))).toEqual([
      "route-not-through-platform",
    ]);
  });

  it("is in no bank file of the platform, even when a program without types makes payouts of it", async () => {
    if (!instruction.ok) throw new Error("not made");
    const { route, payments } = instruction.value;
    const disguised = payments.map(({ reference, ownAccount, netFen }) => ({
      reference,
      payeeName: ownAccount.holderName,
      payeeAccount: ownAccount.number,
      amountFen: netFen,
      purpose: "wage",
      route,
    }));
    const batch = {
      batchNumber: "B1",
      payer: { name: "九江市示例平台", number: "100200300400" },
      payDate: plainDate("2024-04-02"),
      payments: JSON.parse(JSON.stringify(disguised)) as PayoutRecord[],
    };
    const { files, refused } = await createProfileAdapter(delimitedProfile).encode(batch);
    expect(files).toEqual([]);
    expect(refused.map(({ issues }) => issues.map(({ code }) => code))).toEqual([
      ["route-not-through-platform"],
    ]);
  });
});
