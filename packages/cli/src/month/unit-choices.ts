import type { UnitChoice } from "@tongchou/core";
import { z } from "zod";

/**
 * Shape of one entry of `choices.json`: what a unit wants for one worker beyond keeping things as they are.
 */
export const choicesSchema: z.ZodType<UnitChoice, unknown> = z.strictObject({
  workerId: z.string().min(1),
  targetMode: z.enum(["same", "direct", "dispatch", "outsourcing"]).optional(),
  services: z.enum(["none", "ordered"]).optional(),
  status: z.enum(["existing", "new-hire"]).optional(),
});
