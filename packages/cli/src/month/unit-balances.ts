import { fen, fenSchema, type Fen } from "@tongchou/core";
import type { UnitBalance } from "@tongchou/settlement";
import { z } from "zod";

const signedFen: z.ZodType<Fen, unknown> = z.int().transform((value) => fen(value));

/** Shape of one entry of `balances.json`: where a unit's account stands when the month is settled. */
export const balanceSchema: z.ZodType<UnitBalance, unknown> = z.strictObject({
  unitId: z.string().min(1),
  previousBalanceFen: signedFen,
  receivedFen: fenSchema,
});
