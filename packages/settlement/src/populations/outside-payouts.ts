import type { Fen, OutsidePopulation, RouteOf } from "@tongchou/core";
import type { OutsideInstruction, PayingAccountByPopulation } from "./outside-instruction.js";

/**
 * One line of the file that the holder of the paying account gives its own bank. It names the account that
 * pays, and its route: it compiles as no payout of the platform, and the platform's adapters refuse it.
 */
export interface OutsidePayout<P extends OutsidePopulation> {
  readonly reference: string;
  readonly payerName: string;
  readonly payerAccount: string;
  readonly payeeName: string;
  readonly payeeAccount: string;
  readonly payeeBankName?: string | undefined;
  readonly amountFen: Fen;
  readonly purpose: "wage";
  readonly route: RouteOf<P>;
}

/** The content of a bank file of the general contractor, the host or the fund. */
export interface OutsidePayoutBatch<P extends OutsidePopulation> {
  readonly population: P;
  readonly route: RouteOf<P>;
  /** The instruction's id: the same table is the same file. */
  readonly batchNumber: string;
  readonly payer: PayingAccountByPopulation[P];
  readonly payouts: readonly OutsidePayout<P>[];
  readonly totalFen: Fen;
}

/**
 * The payments of an instruction as their payer's bank takes them: out of the account that the law names,
 * each onto the worker's own. What the instruction holds is not among them.
 *
 * @example
 * const account = { name: "某医院", number: "100200300402" };
 * const payingAccount = { kind: "host-account", holderId: "H1", account } as const;
 * const ownAccount = { holderName: "李四", number: "6299990000000000004" };
 * const payees = [{ workerId: "S1", workerName: "李四", ownAccount, netFen: fen(200000) }];
 * const order = { population: "student-intern", instructionId: "I-1", payingAccount, payees } as const;
 * const made = instructOutside(order, { id: "PLATFORM", accountNumbers: ["100200300400"] });
 * const batch = made.ok ? outsidePayouts(made.value) : undefined;
 * [batch?.payouts[0]?.payerAccount, batch?.payouts[0]?.route]; // => ["100200300402", "direct-from-host"]
 */
export function outsidePayouts<P extends OutsidePopulation>(
  instruction: OutsideInstruction<P>,
): OutsidePayoutBatch<P> {
  const { population, route, instructionId, payingAccount, payments, totalFen } = instruction;
  const { name: payerName, number: payerAccount } = payingAccount.account;
  return {
    population,
    route,
    batchNumber: instructionId,
    payer: payingAccount,
    payouts: payments.map(({ reference, ownAccount, netFen }) => ({
      reference,
      payerName,
      payerAccount,
      payeeName: ownAccount.holderName,
      payeeAccount: ownAccount.number,
      ...(ownAccount.bankName === undefined ? {} : { payeeBankName: ownAccount.bankName }),
      amountFen: netFen,
      purpose: "wage",
      route,
    })),
    totalFen,
  };
}
