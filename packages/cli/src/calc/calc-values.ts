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

/** Largest amount that is taken, in yuan: every sum of a question then stays exact. */
const largestYuan = 100_000_000_000;

/** Years that a question may be about. */
const firstYear = 1900;
const lastYear = 2199;

/** An amount in yuan as a decimal string, read to fen. */
export const yuanString: z.ZodType<Fen, unknown> = z
  .unknown()
  .refine((value) => typeof value === "string" && parseYuan(value).ok, {
    error: "an amount is a string of digits in yuan with at most two decimals",
    params: { zh: "金额须为以元为单位、至多两位小数的数字字符串" },
    abort: true,
  })
  .transform((value) => toFen(String(value)))
  .refine((amount) => Math.abs(amount) <= largestYuan * 100, {
    error: "an amount of at most 100,000,000,000 yuan",
    params: { zh: "金额不得超过1000亿元" },
  });

/** An amount that may not be negative. */
export const amountString: z.ZodType<Fen, unknown> = yuanString.refine((amount) => amount >= 0, {
  error: "an amount of 0 or more",
  params: { zh: "金额不得为负" },
});

/** Hours with at most two decimals, as a number or a string, in hundredths. */
export const centihours: z.ZodType<number, unknown> = z
  .unknown()
  .transform((value) => (typeof value === "number" || typeof value === "string" ? String(value) : ""))
  .refine((text) => /^\d{1,4}(\.\d{1,2})?$/.test(text), {
    error: "hours of 0 or more with at most two decimals",
    params: { zh: "小时数须为0以上、至多两位小数" },
    abort: true,
  })
  .transform((text) => Math.round(Number(text) * 100));

/** A year. */
export const year: z.ZodType<number, unknown> = z.int().min(firstYear).max(lastYear);

/** A month `YYYY-MM`. */
export const periodString: z.ZodType<Period, unknown> = z
  .unknown()
  .refine((value) => typeof value === "string" && parsePeriod(value).ok && isWithinYears(value), {
    error: `not a month YYYY-MM of the years ${firstYear} to ${lastYear}`,
    params: { zh: `须为 YYYY-MM 格式的月份（${firstYear} 至 ${lastYear} 年）` },
    abort: true,
  })
  .transform((value) => period(String(value)));

/** A day `YYYY-MM-DD`. */
export const dateString: z.ZodType<PlainDate, unknown> = plainDateSchema.refine(isWithinYears, {
  error: `a day of the years ${firstYear} to ${lastYear}`,
  params: { zh: `日期须在 ${firstYear} 至 ${lastYear} 年之间` },
});

/** An amount as the command writes it. */
export function yuan(amount: Fen): string {
  return formatYuan(amount);
}

function toFen(text: string): Fen {
  const amount = parseYuan(text);
  return amount.ok ? amount.value : fen(0);
}

function isWithinYears(text: string): boolean {
  const number = Number(text.slice(0, 4));
  return number >= firstYear && number <= lastYear;
}
