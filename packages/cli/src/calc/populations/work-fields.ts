import { createIssue, failed, type Parsed } from "@tongchou/core";
import {
  settlementIssues,
  type OwnAccount,
  type PayTerms,
  type WageDeduction,
  type WorkDone,
} from "@tongchou/settlement";
import { z } from "zod";
import { amountString, centihours } from "../calc-values.js";

/** Days with at most two decimals, as a number or a string, in hundredths. */
const centidays = decimals({ most: 2, digits: 3, zh: "天数", en: "days" });

/** A quantity with at most three decimals, as a number or a string, in thousandths. */
const milliunits = decimals({ most: 3, digits: 9, zh: "数量", en: "a quantity" });

function decimals(of: {
  readonly most: 2 | 3;
  readonly digits: number;
  readonly zh: string;
  readonly en: string;
}): z.ZodType<number, unknown> {
  const pattern = new RegExp(`^\\d{1,${of.digits}}(\\.\\d{1,${of.most}})?$`);
  return z
    .unknown()
    .transform((value) => (typeof value === "number" || typeof value === "string" ? String(value) : ""))
    .refine((text) => pattern.test(text), {
      error: `${of.en} of 0 or more with at most ${of.most} decimals`,
      params: { zh: `${of.zh}须为0以上、至多${of.most}位小数` },
      abort: true,
    })
    .transform((text) => Math.round(Number(text) * 10 ** of.most));
}

const payTerms: z.ZodType<PayTerms, unknown> = z
  .discriminatedUnion("by", [
    z.strictObject({ by: z.literal("day"), price: amountString }),
    z.strictObject({ by: z.literal("hour"), price: amountString }),
    z.strictObject({
      by: z.literal("piece"),
      prices: z.array(
        z.strictObject({ item: z.string().min(1), price: amountString, per: z.int().min(1).optional() }),
      ),
    }),
    z.strictObject({
      by: z.literal("month"),
      wage: amountString,
      convention: z.enum(["paid-days", "paid-days-missed"]),
    }),
  ])
  .transform((terms): PayTerms => {
    switch (terms.by) {
      case "day":
        return { kind: "day", dayFen: terms.price };
      case "hour":
        return { kind: "hour", hourFen: terms.price };
      case "piece": {
        const prices = terms.prices.map(({ item, price, per = 1 }) => ({
          item,
          priceFen: price,
          perUnits: per,
        }));
        return { kind: "piece", prices };
      }
      case "month":
        return { kind: "month", monthFen: terms.wage, convention: terms.convention };
    }
  });

interface Quantity {
  readonly item: string;
  readonly quantity: number;
}

const quantities: z.ZodType<readonly Quantity[], unknown> = z
  .array(z.strictObject({ item: z.string().min(1), quantity: milliunits }))
  .max(1000);

/** How work is paid and what was done, as fields of a question. */
export const workFields: {
  readonly pay: z.ZodType<PayTerms, unknown>;
  readonly attended: z.ZodType<number, unknown>;
  readonly scheduled: z.ZodOptional<z.ZodType<number, unknown>>;
  readonly hours: z.ZodOptional<z.ZodType<number, unknown>>;
  readonly quantities: z.ZodOptional<z.ZodType<readonly Quantity[], unknown>>;
} = {
  pay: payTerms,
  attended: centidays,
  scheduled: z.optional(centidays),
  hours: z.optional(centihours),
  quantities: z.optional(quantities),
};

/** The attendance and quantities of a question. */
export function workOf(fields: {
  readonly attended: number;
  readonly scheduled?: number | undefined;
  readonly hours?: number | undefined;
  readonly quantities?: readonly Quantity[] | undefined;
}): WorkDone {
  return {
    attendedCentidays: fields.attended,
    scheduledCentidays: fields.scheduled,
    centihours: fields.hours,
    quantities: fields.quantities?.map(({ item, quantity }) => ({ item, milliunits: quantity })),
  };
}

/** What is taken from pay; kinds the law does not know are refused by the calculation itself. */
export const deductions: z.ZodType<readonly WageDeduction[], unknown> = z
  .array(z.strictObject({ kind: z.string().min(1), amount: amountString }))
  .transform((rows) =>
    rows.map(({ kind, amount }) => ({ kind: kind as WageDeduction["kind"], amountFen: amount })),
  );

/** An account with the name it is held in. */
export const ownAccount: z.ZodType<OwnAccount, unknown> = z
  .strictObject({ holder: z.string().min(1), number: z.string().min(1) })
  .transform(({ holder, number }) => ({ holderName: holder, number }));

/** Amounts throw where they leave the safe range; only the question can bring them there. */
export function withinRange<Value>(reckon: () => Parsed<Value>): Parsed<Value> {
  try {
    return reckon();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return failed(createIssue(settlementIssues, "amounts-out-of-range", { reason: error.message }));
  }
}
