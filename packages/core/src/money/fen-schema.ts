import { z } from "zod";
import { fen, type Fen } from "./fen.js";

/** Shape of an amount of 0 or more in JSON: a whole number of fen. */
export const fenSchema: z.ZodType<Fen, unknown> = z
  .int()
  .min(0)
  .transform((value) => fen(value));
