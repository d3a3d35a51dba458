import { lastDayOf, parsed } from "@tongchou/core";
import { instructOutside, outsidePayouts, reliefWages } from "@tongchou/settlement";
import { z } from "zod";
import { calcKind, type CalcKind } from "../calc-kind.js";
import { periodString, yuan } from "../calc-values.js";
import { ownAccount, withinRange, workFields, workOf } from "./work-fields.js";

const id = z.string().min(1);

const reliefRow = z.strictObject({
  worker: id,
  name: id.optional(),
  ...workFields,
  account: ownAccount.optional(),
});

/** Kinds of questions about pay for work relief. */
export const reliefKinds: Readonly<Record<string, CalcKind>> = {
  "relief-wages": calcKind(
    z.object({
      project: id,
      period: periodString,
      division: z.string().optional(),
      workers: z.array(reliefRow).max(10_000),
      payingAccount: z.strictObject({ holder: id, name: id, number: id }).optional(),
      platform: z.strictObject({ id, accounts: z.array(id) }).optional(),
    }),
    ({ project, period, division, workers, payingAccount, platform }, { facts }) =>
      withinRange(() => {
        const rows = workers.map((row) => ({
          workerId: row.worker,
          workerName: row.name ?? row.worker,
          terms: row.pay,
          work: workOf(row),
          ownAccount: row.account,
        }));
        const month = { projectId: project, month: period, division, workers: rows };
        const table = reliefWages(month, { on: lastDayOf(period) }, facts);
        if (!table.ok) return table;
        const { route, lines, totalFen } = table.value;
        const answer = {
          route,
          total: yuan(totalFen),
          workers: lines.map(({ workerId, netFen }) => ({ worker: workerId, net: yuan(netFen) })),
        };
        if (payingAccount === undefined || platform === undefined) return parsed(answer, table.issues);
        const { holder, name, number } = payingAccount;
        const made = instructOutside(
          {
            population: "work-relief",
            instructionId: `${project} ${period}`,
            payingAccount: {
              kind: "public-fund-account",
              holderId: holder,
              projectId: project,
              account: { name, number },
            },
            payees: lines,
          },
          { id: platform.id, accountNumbers: platform.accounts },
        );
        if (!made.ok) return made;
        const { payouts, totalFen: instructedFen } = outsidePayouts(made.value);
        const instructed = {
          instructed: yuan(instructedFen),
          payments: payouts.map(({ reference, payerAccount, amountFen }) => ({
            reference,
            from: payerAccount,
            amount: yuan(amountFen),
          })),
          held: made.value.held.map(({ workerId, codes }) => ({ worker: workerId, codes })),
        };
        return parsed({ ...answer, ...instructed }, [...table.issues, ...made.issues]);
      }),
  ),
};
