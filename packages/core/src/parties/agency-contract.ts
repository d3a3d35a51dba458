import { z } from "zod";
import type { PlainDate } from "../calendar/plain-date.js";
import { plainDateSchema } from "../calendar/plain-date-schema.js";
import type { BilingualText } from "../issues/issue.js";
import { feeAgreementShape, isSignedBeforeItExpires, type FeeAgreement } from "./fee-agreement.js";

/** The employing modes of the policy (P1-5.2a). */
export type EmployingMode = "direct" | "dispatch" | "outsourcing";

/** The names of the modes in messages. */
export const employingModeNames: Readonly<Record<EmployingMode, BilingualText>> = {
  direct: { zh: "直签", en: "direct hire" },
  dispatch: { zh: "劳务派遣", en: "dispatch" },
  outsourcing: { zh: "服务外包", en: "outsourcing" },
};

/** What a unit intends to do with a contract it has. */
export type ContractIntention = "keep" | "leave" | "change-mode";

/** A record that allows a fee above the original cost ("in principle" in P2-3.2.2b, reading B). */
export interface FeeWaiver {
  readonly documentId: string;
  readonly approvedBy: string;
  readonly approvedOn: PlainDate;
  readonly reason: string;
}

/** The contract between a unit and an agency, and what becomes of it. */
export interface AgencyContract extends FeeAgreement {
  readonly mode: "dispatch" | "outsourcing";
  readonly intention?: ContractIntention | undefined;
  /** Contract that this one takes the place of: set on the contract with a newly selected agency. */
  readonly replaces?: string | undefined;
  readonly waiver?: FeeWaiver | undefined;
}

/** Shape of an agency contract in JSON. */
export const agencyContractSchema: z.ZodType<AgencyContract, unknown> = z
  .object({
    ...feeAgreementShape,
    mode: z.enum(["dispatch", "outsourcing"]),
    intention: z.enum(["keep", "leave", "change-mode"]).optional(),
    replaces: z.string().min(1).optional(),
    waiver: z
      .strictObject({
        documentId: z.string().min(1),
        approvedBy: z.string().min(1),
        approvedOn: plainDateSchema,
        reason: z.string().min(1),
      })
      .optional(),
  })
  .refine(isSignedBeforeItExpires, {
    path: ["expiresOn"],
    error: "the contract expires before it was signed",
    params: { zh: "合同到期日早于签订日" },
  });
