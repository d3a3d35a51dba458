import { z } from "zod";
import { parsePlainDate, plainDate, type PlainDate } from "./plain-date.js";

/** Shape of a calendar day `YYYY-MM-DD` in JSON. */
export const plainDateSchema: z.ZodType<PlainDate, unknown> = z
  .string()
  .refine((text) => parsePlainDate(text).ok, "not a calendar day YYYY-MM-DD")
  .transform((text) => plainDate(text));
