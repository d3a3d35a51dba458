import { parsed, zeroFen, type Fen } from "@tongchou/core";
import { settleOutboundOrder, type LabourCooperative, type OutboundPayment } from "@tongchou/settlement";
import { z } from "zod";
import { calcKind, type CalcAnswer, type CalcKind } from "../calc-kind.js";
import { amountString, dateString, yuan } from "../calc-values.js";
import { rateString } from "../fee-terms-shape.js";
import { deductions, withinRange, workFields, workOf } from "./work-fields.js";

const id = z.string().min(1);
const count = z.int().min(0).max(1_000_000);

const cooperatives: z.ZodType<readonly LabourCooperative[], unknown> = z
  .array(
    z.strictObject({
      id,
      terms: z.discriminatedUnion("kind", [
        z.strictObject({ kind: z.literal("per-head"), fee: amountString, afterDays: count.optional() }),
        z.strictObject({ kind: z.literal("rate-on-gross"), rate: rateString }),
        z.strictObject({ kind: z.literal("fixed"), fee: amountString }),
      ]),
    }),
  )
  .transform((rows) =>
    rows.map(({ id: cooperativeId, terms }): LabourCooperative => {
      switch (terms.kind) {
        case "per-head":
          return {
            cooperativeId,
            terms: { kind: terms.kind, headFen: terms.fee, afterDays: terms.afterDays },
          };
        case "rate-on-gross":
          return { cooperativeId, terms: { kind: terms.kind, ppm: terms.rate } };
        case "fixed":
          return { cooperativeId, terms: { kind: terms.kind, feeFen: terms.fee } };
      }
    }),
  );

const outboundWorker = z.strictObject({
  worker: id,
  name: id.optional(),
  cooperative: id.optional(),
  ...workFields,
  overtime: amountString.optional(),
  deductions: deductions.optional(),
  contributions: amountString.optional(),
  daysStayed: count,
});

/** Kinds of questions about outbound labour. */
export const outboundKinds: Readonly<Record<string, CalcKind>> = {
  "outbound-order": calcKind(
    z.object({
      order: id,
      client: id,
      provider: id,
      date: dateString,
      division: z.string().optional(),
      total: amountString,
      workers: z.array(outboundWorker).max(10_000),
      cooperatives: cooperatives.optional(),
      serviceFee: amountString.optional(),
      otherCosts: z.array(z.strictObject({ item: id, amount: amountString })).optional(),
      vat: z.discriminatedUnion("kind", [
        z.strictObject({ kind: z.literal("invoiced"), amount: amountString }),
        z.strictObject({ kind: z.literal("reckoned"), taxpayer: z.enum(["general", "small-scale"]) }),
      ]),
    }),
    (question, { facts }) =>
      withinRange(() => {
        const { order, client, provider, vat } = question;
        const settled = settleOutboundOrder(
          {
            orderId: order,
            clientId: client,
            providerId: provider,
            on: question.date,
            division: question.division,
            totalFen: question.total,
            workers: question.workers.map((row) => ({
              workerId: row.worker,
              workerName: row.name ?? row.worker,
              cooperativeId: row.cooperative,
              terms: row.pay,
              work: workOf(row),
              overtimeFen: row.overtime,
              deductions: row.deductions ?? [],
              contributionsFen: row.contributions ?? zeroFen,
              daysStayed: row.daysStayed,
            })),
            cooperatives: question.cooperatives ?? [],
            serviceFeeFen: question.serviceFee ?? zeroFen,
            otherCosts: (question.otherCosts ?? []).map((cost) => ({
              item: cost.item,
              amountFen: cost.amount,
            })),
            vat: vat.kind === "invoiced" ? { kind: vat.kind, vatFen: vat.amount } : vat,
          },
          facts,
        );
        if (!settled.ok) return settled;
        const found = settled.value;
        const answer = {
          wages: yuan(found.wagesFen),
          contributions: yuan(found.contributionsFen),
          recruitment: found.recruitment.map(({ cooperativeId, heads, dueHeads, feeFen }) => ({
            cooperative: cooperativeId,
            heads,
            dueHeads,
            fee: yuan(feeFen),
          })),
          serviceFee: yuan(found.serviceFeeFen),
          otherCosts: yuan(found.otherCostsFen),
          vat: orNull(found.vatFen),
          difference: orNull(found.differenceFen),
          payments: found.payments.map(paymentAnswer),
          excluded: found.excluded.map(({ workerId, codes }) => ({ worker: workerId, codes })),
        };
        return parsed(answer, settled.issues);
      }),
  ),
};

function orNull(value: Fen | null): string | null {
  return value === null ? null : yuan(value);
}

function paymentAnswer({ to, amountFen }: OutboundPayment): CalcAnswer {
  const payment = { to: to.kind, amount: yuan(amountFen) };
  switch (to.kind) {
    case "worker":
      return { ...payment, id: to.workerId };
    case "cooperative":
      return { ...payment, id: to.cooperativeId };
    case "provider":
      return { ...payment, id: to.providerId };
    case "forwarded":
      return payment;
  }
}
