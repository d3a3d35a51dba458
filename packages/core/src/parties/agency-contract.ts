import { z } from "zod";
import type { PlainDate } from "../calendar/plain-date.js";
import { plainDateSchema } from "../calendar/plain-date-schema.js";
import { feeTermsSchema, type FeeTerms } from "../fees/fee-terms.js";
import type { BilingualText } from "../issues/issue.js";

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

/**
 * Services of agencies that value-added tax tells apart: dispatch with and without a licence for it, HR
 * outsourcing (人力资源外包, an agency service), labour outsourcing, and labour outsourcing in construction.
 */
export type VatService =
  "dispatch" | "dispatch-unlicensed" | "agency" | "outsourcing" | "outsourcing-construction";

/**
 * What value-added tax is on: the full price, the balance after wages and contributions passed through, or
 * the balance by the elected simple method of agency services.
 */
export type VatMethod = "full" | "balance" | "simple";

/** A record that allows a fee above the original cost ("in principle" in P2-3.2.2b, reading B). */
export interface FeeWaiver {
  readonly documentId: string;
  readonly approvedBy: string;
  readonly approvedOn: PlainDate;
  readonly reason: string;
}

/** The contract between a unit and an agency, and what becomes of it. */
export interface AgencyContract {
  readonly id: string;
  readonly unitId: string;
  readonly agencyId: string;
  readonly mode: "dispatch" | "outsourcing";
  readonly signedOn: PlainDate;
  readonly expiresOn: PlainDate;
  readonly feeTerms: FeeTerms;
  /** True when the fee already contains value-added tax. */
  readonly vatIncluded: boolean;
  /** Service that the agency invoices; without it dispatch for dispatch, and not known for outsourcing. */
  readonly vatService?: VatService | undefined;
  /** Method by which the agency is taxed, where the law leaves it a choice. */
  readonly vatMethod?: VatMethod | undefined;
  readonly intention?: ContractIntention | undefined;
  /** Contract that this one takes the place of: set on the contract with a newly selected agency. */
  readonly replaces?: string | undefined;
  readonly waiver?: FeeWaiver | undefined;
}

/** Shape of an agency contract in JSON. */
export const agencyContractSchema: z.ZodType<AgencyContract, unknown> = z
  .object({
    id: z.string().min(1),
    unitId: z.string().min(1),
    agencyId: z.string().min(1),
    mode: z.enum(["dispatch", "outsourcing"]),
    signedOn: plainDateSchema,
    expiresOn: plainDateSchema,
    feeTerms: feeTermsSchema,
    vatIncluded: z.boolean(),
    vatService: z
      .enum(["dispatch", "dispatch-unlicensed", "agency", "outsourcing", "outsourcing-construction"])
      .optional(),
    vatMethod: z.enum(["full", "balance", "simple"]).optional(),
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
  .refine((contract) => contract.signedOn <= contract.expiresOn, {
    path: ["expiresOn"],
    error: "the contract expires before it was signed",
    params: { zh: "合同到期日早于签订日" },
  });
