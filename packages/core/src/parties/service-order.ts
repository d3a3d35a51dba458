import { z } from "zod";
import { feeAgreementShape, isSignedBeforeItExpires, type FeeAgreement } from "./fee-agreement.js";

/**
 * A unit's order of services beyond its route, such as payroll reckoning or filing, from an agency through
 * the platform (P2-3.2.1: bought separately at the market's price; P2-3.2.3 for services added to a kept
 * contract). It is the unit's own choice and no part of the promise that nothing is charged.
 */
export interface ServiceOrder extends FeeAgreement {
  /** What is ordered, in the order's words. */
  readonly services: readonly string[];
  /** Whom it is for, by worker id. */
  readonly workerIds: readonly string[];
}

/** Shape of a service order in JSON. */
export const serviceOrderSchema: z.ZodType<ServiceOrder, unknown> = z
  .object({
    ...feeAgreementShape,
    services: z.array(z.string().min(1)).min(1),
    workerIds: z.array(z.string().min(1)).min(1),
  })
  .refine(isSignedBeforeItExpires, {
    path: ["expiresOn"],
    error: "the order expires before it was signed",
    params: { zh: "订单到期日早于签订日" },
  });
