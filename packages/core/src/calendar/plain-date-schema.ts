import { z } from "zod";
import { parsePlainDate, plainDate, type PlainDate } from "./plain-date.js";

/** Shape of a calendar day `YYYY-MM-DD` in JSON. */
export const plainDateSchema: z.ZodType<PlainDate, unknown> = z
  .string()
  .refine((text) => parsePlainDate(text).ok, {
    error: "not a calendar day YYYY-MM-DD",
    params: { zh: "不是日历上的日期，请按 YYYY-MM-DD 填写" },
  })
  .transform((text) => plainDate(text));
