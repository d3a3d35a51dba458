import type { WageMonth, WageYear } from "@tongchou/settlement";
import { z } from "zod";
import { amountString, year, yuanString } from "./calc-values.js";

/** 1 to 12. */
export const monthNumber: z.ZodType<number, unknown> = z.int().min(1).max(12);

/** How the basic deduction counts. */
export const deductionMode: z.ZodType<WageYear["mode"], unknown> = z.enum([
  "months-at-unit",
  "first-wage-of-year",
  "sixty-thousand",
]);

/** One month's wage, amounts of the month. */
export const wageMonth: z.ZodType<WageMonth, unknown> = z
  .object({
    income: yuanString,
    exempt: amountString.optional(),
    special: amountString.optional(),
    additional: amountString.optional(),
    other: amountString.optional(),
  })
  .transform((month) => ({
    incomeFen: month.income,
    exemptFen: month.exempt,
    specialFen: month.special,
    additionalFen: month.additional,
    otherFen: month.other,
  }));

/** The fields of consecutive months of wages at one agent. */
export const wageYearFields: {
  readonly year: z.ZodType<number, unknown>;
  readonly startMonth: z.ZodType<number, unknown>;
  readonly months: z.ZodType<readonly WageMonth[], unknown>;
  readonly mode: z.ZodType<WageYear["mode"], unknown>;
} = { year, startMonth: monthNumber, months: z.array(wageMonth).max(12), mode: deductionMode };

/** What is wrong with months that run past December. */
export const pastDecember: {
  readonly error: string;
  readonly params: { readonly zh: string };
  readonly path: string[];
} = {
  error: "the months run past December",
  params: { zh: "月份超出当年十二月" },
  path: ["months"],
};

/** True when the months end by December. */
export function endsByDecember(wages: Pick<WageYear, "startMonth" | "months">): boolean {
  return wages.startMonth + wages.months.length - 1 <= 12;
}
