import { zeroFen } from "@tongchou/core";
import type { AdditionalItem, HistoryMonth, IssuedMonth, WorkerHistory } from "@tongchou/settlement";
import { z } from "zod";
import { amountString, dateString, periodString, year, yuanString } from "./calc-values.js";
import { rateString } from "./fee-terms-shape.js";
import { deductionMode } from "./wage-year.js";

/**
 * More of anything is no question about one worker's year; with the largest amounts all of it still adds up
 * within the safe range.
 */
const most = { payments: 24, pay: 20, contributions: 12, additional: 10, stretches: 24 } as const;

const additionalItems: readonly AdditionalItem[] = [
  "children",
  "infants",
  "elderly",
  "elderly-share",
  "education-monthly",
  "home-loan",
];

const additional = z.union([
  z
    .strictObject({
      item: z.enum(additionalItems),
      count: z.int().min(1).max(20).optional(),
      half: z.boolean().optional(),
    })
    .transform(({ item, count, half }) => ({ kind: "by-law" as const, item, count, isHalf: half })),
  z
    .strictObject({ item: z.string(), amount: amountString })
    .transform(({ item, amount }) => ({ kind: "amount" as const, item, amountFen: amount })),
]);

const sides = z
  .object({ employer: amountString.nullable(), employee: amountString.nullable() })
  .transform(({ employer, employee }) => ({ employerFen: employer, employeeFen: employee }));

/** Insurances that are left out were issued as nought. */
const nothing = { employerFen: zeroFen, employeeFen: zeroFen };

const issued = z
  .object({
    gross: yuanString,
    insurance: z
      .object({
        pension: sides.default(nothing),
        medical: sides.default(nothing),
        unemployment: sides.default(nothing),
        workInjury: sides.default(nothing),
        maternity: sides.default(nothing),
      })
      .optional(),
    housingFund: amountString.optional(),
    tax: amountString,
    net: yuanString,
  })
  .transform(({ gross, insurance, housingFund, tax, net }): IssuedMonth => ({
    grossFen: gross,
    insurance: insurance ?? {
      pension: nothing,
      medical: nothing,
      unemployment: nothing,
      workInjury: nothing,
      maternity: nothing,
    },
    housingFundEachSideFen: housingFund ?? zeroFen,
    withholding: { taxFen: tax },
    netFen: net,
  }));

const contribution = z
  .object({
    serviceMonth: periodString.optional(),
    wage: amountString,
    housingFundRate: rateString,
    scope: z.enum(["five", "work-injury"]).optional(),
  })
  .transform(({ wage, ...rest }) => ({ ...rest, wageFen: wage }));

const pay = z
  .object({ amount: yuanString, serviceMonth: periodString.optional(), exempt: z.boolean().optional() })
  .transform(({ amount, serviceMonth, exempt }) => ({ amountFen: amount, serviceMonth, isExempt: exempt }));

const month = z
  .object({
    month: periodString,
    agent: z.string(),
    employer: z.string().optional(),
    unit: z.string().optional(),
    pay: z.array(pay).max(most.pay),
    contributions: z.array(contribution).max(most.contributions).default([]),
    additional: z.array(additional).max(most.additional).default([]),
    other: amountString.optional(),
    taken: amountString.optional(),
    issued: issued.optional(),
  })
  .transform(({ agent, employer = agent, unit = agent, other, taken, ...rest }): HistoryMonth => ({
    ...rest,
    agentId: agent,
    employerId: employer,
    unitId: unit,
    otherFen: other,
    takenFen: taken,
  }));

const agent = z
  .object({
    agent: z.string(),
    employed: z
      .array(z.object({ from: dateString.optional(), to: dateString.optional() }))
      .max(most.stretches),
    mode: deductionMode,
  })
  .transform(({ agent: agentId, ...rest }) => ({ ...rest, agentId }));

/** The fields of a worker's year. */
export const historyFields: {
  readonly year: z.ZodType<number, unknown>;
  readonly agents: z.ZodType<WorkerHistory["agents"], unknown>;
  readonly months: z.ZodType<WorkerHistory["months"], unknown>;
  readonly workInjuryClasses: z.ZodType<WorkerHistory["workInjuryClasses"], unknown>;
} = {
  year,
  agents: z.array(agent).max(most.payments),
  months: z.array(month).max(most.payments),
  workInjuryClasses: z.record(z.string(), z.int().min(1).max(8)).optional(),
};

/** The history that the fields tell of; a question has no id of the worker. */
export function historyOf(fields: Omit<WorkerHistory, "workerId">): WorkerHistory {
  return { ...fields, workerId: "" };
}
