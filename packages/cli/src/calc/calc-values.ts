import {
  fen,
  formatYuan,
  parsePeriod,
  parseYuan,
  period,
  plainDateSchema,
  type Fen,
  type Period,
  type PlainDate,
} from "@tongchou/core";
import { z } from "zod";

/** An amount in yuan as a decimal string, read to fen. */
export const yuanString: z.ZodType<Fen, unknown> = z
  .string("an amount is a decimal string in yuan")
  .refine((text) => parseYuan(text).ok, "not a decimal amount in yuan with at most two decimals")
  .transform((text) => {
    const amount = parseYuan(text);
    return amount.ok ? amount.value : fen(0);
  });

/** An amount that may not be negative. */
export const positiveYuan: z.ZodType<Fen, unknown> = yuanString.refine(
  (amount) => amount >= 0,
  "an amount of 0 or more",
);

/** Hours with at most two decimals, as a number or a string, in hundredths. */
export const centihours: z.ZodType<number, unknown> = z
  .union([z.number(), z.string()])
  .transform(String)
  .refine((text) => /^\d{1,4}(\.\d{1,2})?$/.test(text), "hours of 0 or more with at most two decimals")
  .transform((text) => Math.round(Number(text) * 100));

/** A month `YYYY-MM`. */
export const periodString: z.ZodType<Period, unknown> = z
  .string()
  .refine((text) => parsePeriod(text).ok, "not a month YYYY-MM")
  .transform((text) => period(text));

/** A day `YYYY-MM-DD`. */
export const dateString: z.ZodType<PlainDate, unknown> = plainDateSchema;

/** An amount as the command writes it. */
export function yuan(amount: Fen): string {
  return formatYuan(amount);
}
